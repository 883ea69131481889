package org.preventionnetwork.registry.query.http;

import java.time.Instant;
import java.util.List;

/** A part of a list, with where on both clocks it is from. */
public record Page<T>(
        List<T> items, int page, int size, long total, String asOf, Instant knownAt, long position, long lag)
        implements Paged {

    public static <T> Page<T> of(List<T> items, Paging paging, long total, Clocks clocks) {
        return new Page<>(
                items,
                paging.page(),
                paging.size(),
                total,
                clocks.asOf(),
                clocks.knownAt(),
                clocks.position(),
                clocks.lag());
    }

    /** For lists that are short by nature and were read whole. */
    public static <T> Page<T> cut(List<T> all, Paging paging, Clocks clocks) {
        if (paging.sort() != null) {
            throw new MalformedQuestion("sort", "this list has its own order only");
        }
        int from = (int) Math.min((long) paging.page() * paging.size(), all.size());
        int to = Math.min(from + paging.size(), all.size());
        return of(all.subList(from, to), paging, all.size(), clocks);
    }
}
