package org.preventionnetwork.registry.api.networks;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/**
 * The days on which a network is there to belong to: from its foundation to its dissolution. Before, while it is only
 * announced, states can be named as its members to be. One of which neither foundation nor announcement is recorded is
 * bounded by its dissolution only.
 */
public record NetworkSpan(
        @Nullable KnownFact announcement, @Nullable KnownFact foundation, @Nullable KnownFact dissolution) {
    public static NetworkSpan of(FactHistory<?> facts) {
        return new NetworkSpan(
                first(facts, NetworkAnnounced.class),
                first(facts, NetworkFounded.class),
                first(facts, NetworkDissolved.class));
    }

    private static @Nullable KnownFact first(FactHistory<?> facts, Class<? extends Fact> type) {
        return facts.knownAbout("", type).map(Known::known).findFirst().orElse(null);
    }

    public @Nullable HistoricalDate announced() {
        return date(announcement);
    }

    public @Nullable HistoricalDate founded() {
        return date(foundation);
    }

    public @Nullable HistoricalDate dissolved() {
        return date(dissolution);
    }

    /** Days on which it can have been there. */
    public Optional<DayRange> possibleDays() {
        return period().flatMap(Period::possibleDays);
    }

    /** Days on which it must have been there. */
    public Optional<DayRange> certainDays() {
        return period().flatMap(Period::certainDays);
    }

    /** Days on which it can have been announced and cannot have been founded. */
    public Optional<DayRange> announcedDays() {
        HistoricalDate announced = announced();
        HistoricalDate founded = founded();
        if (announced == null) {
            return Optional.empty();
        }
        Optional<DayRange> untilItsEnd = new Period(announced, dissolved()).possibleDays();
        return founded == null
                ? untilItsEnd
                : untilItsEnd.flatMap(days -> DayRange.nonEmpty(HistoricalDate.BEGINNING, founded.earliest())
                        .flatMap(days::intersect));
    }

    /** What it follows from. */
    public List<KnownFact> facts() {
        return Stream.of(announcement, foundation, dissolution)
                .filter(Objects::nonNull)
                .toList();
    }

    private Optional<Period> period() {
        HistoricalDate founded = founded();
        return founded == null && announcement != null
                ? Optional.empty()
                : Optional.of(new Period(founded == null ? StateDays.ALWAYS : founded, dissolved()));
    }

    private static @Nullable HistoricalDate date(@Nullable KnownFact known) {
        return known == null ? null : known.fact().effectiveOn();
    }
}
