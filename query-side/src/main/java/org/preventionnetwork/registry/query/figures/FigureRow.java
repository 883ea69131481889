package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;

/**
 * A row behind a figure.
 *
 * @param counts what is counted once: a state's code, or the stored id of an official, a seminar, an initiative
 * @param count how much it counts where it can; 0 for a row that says why more can count than is recorded
 * @param certainCount how much it counts where it must
 * @param incomplete whether it is such a row
 * @param entity the stored id of what it is recorded of
 * @param what in words
 * @param states those concerned
 * @param possible when it can count
 * @param certain when it must count, if ever
 * @param events the positions of the events that it follows from
 * @param by the seminar by which it counts, where it is a person who counts by one; null else
 */
public record FigureRow(
        @IdentifiesPerson(onlyStoredIds = true) String counts,
        long count,
        long certainCount,
        boolean incomplete,
        @IdentifiesPerson(onlyStoredIds = true) String entity,
        String what,
        List<String> states,
        Days possible,
        @Nullable Days certain,
        @Nullable String source,
        List<Long> events,
        @Nullable String by) {

    /** Something that counts one. */
    public static FigureRow one(
            String counts,
            String entity,
            String what,
            List<String> states,
            Days possible,
            @Nullable Days certain,
            @Nullable String source,
            List<Long> events) {
        return new FigureRow(counts, 1, 1, false, entity, what, states, possible, certain, source, events, null);
    }

    /** Something by which more can count than is recorded. */
    public static FigureRow unknownMore(String counts, String entity, String what, Days possible) {
        return new FigureRow(counts, 0, 0, true, entity, what, List.of(), possible, null, null, List.of(), null);
    }

    /** @param from the first day, null for always; {@code until} the first day no longer, null for ever */
    public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {
        public static Days of(DayRange range) {
            return new Days(range.from().isAfter(HistoricalDate.BEGINNING) ? range.from() : null, range.until());
        }

        public DayRange range() {
            return new DayRange(from == null ? HistoricalDate.BEGINNING : from, until);
        }

        /** @param last the last of those days, included */
        public boolean touches(LocalDate first, LocalDate last) {
            return !range().from().isAfter(last) && (until == null || until.isAfter(first));
        }
    }

    /** The address of the page of what it is recorded of, which tells two of one name apart; null for a person's, also who must not see its id. */
    public @Nullable String page() {
        if (entity == null || entity.startsWith("official:")) {
            return null;
        }
        int colon = entity.indexOf(':');
        return "/" + entity.substring(0, colon) + "s/" + entity.substring(colon + 1);
    }

    /** Whether it must count on all of those days. */
    public boolean isCertain(LocalDate first, LocalDate last) {
        return certain != null
                && !certain.range().from().isAfter(first)
                && (certain.until() == null || certain.until().isAfter(last));
    }

    public Counted counted() {
        return new Counted(
                counts, count, certainCount, incomplete, possible.range(), certain == null ? null : certain.range(), 1);
    }

    public static List<Long> positions(String joined) {
        return joined.isEmpty()
                ? List.of()
                : Arrays.stream(joined.split(","))
                        .map(Long::valueOf)
                        .sorted()
                        .distinct()
                        .toList();
    }
}
