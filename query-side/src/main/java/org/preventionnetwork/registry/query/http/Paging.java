package org.preventionnetwork.registry.query.http;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.DeclaredParameter;

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
    static final int LAST = 10_000_000;

    public long offset() {
        return (long) page * size;
    }

    /**
     * @param item what the list is of; its fields say how it can be sorted, see {@link SortedBy}
     * @param usual the list's own order
     * @throws MalformedQuestion when the list cannot be sorted by the field
     */
    public String orderBy(Class<? extends Record> item, String usual) {
        if (sort == null) {
            return usual;
        }
        Map<String, String> columns = new TreeMap<>();
        for (RecordComponent field : item.getRecordComponents()) {
            SortedBy sorted = field.getAnnotation(SortedBy.class);
            if (sorted != null) {
                columns.put(field.getName(), sorted.value());
            }
        }
        String column = columns.get(sort);
        if (column == null || column.isEmpty()) {
            throw new MalformedQuestion("sort", "this list can be sorted by " + String.join(", ", columns.keySet()));
        }
        return column + (descending ? " DESC NULLS LAST, " : " ASC NULLS LAST, ") + usual;
    }

    /** @param sortable the fields by which the list can be sorted; none where it has its own order only */
    static List<DeclaredParameter> parameters(int usualSize, List<String> sortable) {
        return List.of(
                new DeclaredParameter(
                        "Paging", "page", "integer", "int32", "Which page, from 0.", "0", List.of(), 0L, (long) LAST),
                new DeclaredParameter(
                        usualSize == USUAL ? "Paging" : null,
                        "size",
                        "integer",
                        "int32",
                        "How much is on a page; " + usualSize + " without it.",
                        "50",
                        List.of(),
                        1L,
                        (long) MOST),
                sort(sortable));
    }

    private static DeclaredParameter sort(List<String> sortable) {
        if (sortable.isEmpty()) {
            return new DeclaredParameter(
                    "UnsortedPaging",
                    "sort",
                    "string",
                    null,
                    "This list has its own order only, so nothing is accepted.",
                    null,
                    List.of(),
                    null,
                    0L);
        }
        List<String> orders = sortable.stream()
                .flatMap(field -> Stream.of(field, field + ",asc", field + ",desc"))
                .toList();
        return new DeclaredParameter(
                null,
                "sort",
                "string",
                null,
                "A field of the items; ,desc turns it round. Without it, the list's own order.",
                sortable.get(0) + ",desc",
                orders,
                null,
                null);
    }
}
