package org.preventionnetwork.registry.query.completeness;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * The days on which a list is complete. A year, a month or a season stands for all of its days here, since lists are made
 * of whole years; a day within bounds, and what is uncertain or approximate, leave their margin.
 *
 * @param from null where nothing is said of the beginning
 * @param ofOneTime whether the list is of what is so on a day, such as members, rather than of all that happened by then
 */
record Coverage(@Nullable HistoricalDate from, HistoricalDate asOf, boolean ofOneTime) {

    boolean possible(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(asOf.latest());
    }

    boolean certain(LocalDate day) {
        return !day.isBefore(certainFirst()) && day.isBefore(certainEnd());
    }

    Piecewise bound(Piecewise days) {
        if (from != null) {
            days.bound(from);
        }
        return days.bound(asOf).bound(certainEnd()).bound(afterLatest());
    }

    private LocalDate first() {
        return from != null ? from.earliest() : ofOneTime ? asOf.earliest() : HistoricalDate.BEGINNING;
    }

    private LocalDate certainFirst() {
        if (from == null && !ofOneTime) {
            return HistoricalDate.BEGINNING;
        }
        HistoricalDate first = from == null ? asOf : from;
        return isWhole(first) ? first.earliest() : first.certainFrom();
    }

    private LocalDate certainEnd() {
        return isWhole(asOf) ? afterLatest() : asOf.certainUntil();
    }

    private LocalDate afterLatest() {
        return asOf.latest().plusDays(1);
    }

    private static boolean isWhole(HistoricalDate date) {
        return switch (date.precision()) {
            case DAY, MONTH, SEASON, YEAR -> !date.isQualified();
            case INTERVAL, UNKNOWN -> false;
        };
    }
}
