package org.preventionnetwork.registry.query.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted, and in what order.
 *
 * @param page from 0
 * @param size 1 to {@value #MOST}
 * @param sort a field of the items, or null for the list's own order
 */
public record Paging(int page, int size, @Nullable String sort, boolean descending) {
    public static final int MOST = 500;
    static final int USUAL = 100;

    public long offset() {
        return (long) page * size;
    }

    /**
     * @param columns by field the SQL expression to order by
     * @param usual the list's own order
     * @throws MalformedQuestion when the list cannot be sorted by the field
     */
    public String orderBy(Map<String, String> columns, String usual) {
        if (sort == null) {
            return usual;
        }
        String column = columns.get(sort);
        if (column == null) {
            throw new MalformedQuestion(
                    "sort",
                    "this list can be sorted by "
                            + String.join(
                                    ", ", columns.keySet().stream().sorted().toList()));
        }
        return column + (descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ") + usual;
    }
}
