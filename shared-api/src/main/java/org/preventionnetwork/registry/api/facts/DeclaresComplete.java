package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * Says that what is recorded of a list is all there is: without it a published figure that is larger decides nothing. It
 * is about what was so in the world, so a list that grows afterwards is still the list.
 */
public interface DeclaresComplete extends Fact {
    /** Which list, or null where the entity has one only. */
    @Nullable
    Enum<?> list();

    /** Since when, where it is not about all that came before: {@code 2015} from its first day on. */
    @Nullable
    HistoricalDate from();

    /** Until when: {@code 2015} to its last day. */
    HistoricalDate asOf();

    @Override
    default HistoricalDate effectiveOn() {
        return asOf();
    }
}
