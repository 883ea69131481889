package org.preventionnetwork.registry.query.completeness;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.SortedBy;

/**
 * A list that somebody says is complete.
 *
 * @param entity what it is a list of, by its stored id
 * @param from since when, or null where nothing is said of the beginning
 * @param certainFrom the first of the days on which it certainly is complete, null for all before the last
 * @param certainUntil the first day no longer, null for ever
 * @param certain whether there are such days
 * @param events the positions of the events that it follows from
 */
public record DeclaredList(
        @SortedBy("entity") String entity,
        @SortedBy("list") ListName list,
        @Nullable String from,
        @SortedBy("as_of") String asOf,
        @Nullable LocalDate certainFrom,
        @Nullable LocalDate certainUntil,
        boolean certain,
        String factId,
        @Nullable String source,
        List<Long> events) {

    boolean coversFrom(LocalDate day) {
        return certain && (certainFrom == null || !certainFrom.isAfter(day));
    }

    /** Whether a day is covered after which the day is not the first. */
    boolean reachesBeyond(LocalDate day) {
        return certainUntil == null || certainUntil.isAfter(day);
    }
}
