package org.preventionnetwork.registry.query.institutions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/** Something that holds between two dates. Without a first date it may have held on any day before the last. */
final class Spell {
    private Spell() {}

    static <V> List<Segment<V>> of(
            V value, @Nullable HistoricalDate from, @Nullable HistoricalDate until, List<Long> behind) {
        Period period = new Period(from == null ? HistoricalDate.unknown() : from, until);
        return new Piecewise()
                .bound(from)
                .bound(until)
                .segments(day -> period.possible(day) ? new Held<>(value, period.certain(day), behind) : null);
    }
}
