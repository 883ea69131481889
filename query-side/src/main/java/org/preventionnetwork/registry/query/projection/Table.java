package org.preventionnetwork.registry.query.projection;

import java.util.List;

/**
 * A table of a read model. Every table has a column {@code entity}, by which an entity's rows can be made anew, and
 * {@code known_from}, the position a row came in with.
 *
 * @param name without schema; also the name of its view in schema {@code read}
 * @param columns the columns' names, in the order in which rows give their values
 * @param create DDL to run before rows come in; {@code ${schema}} stands for the version's schema
 * @param complete DDL to run when a rebuild has written its rows: keys, indexes, exclusion of overlapping beliefs
 */
public record Table(String name, List<String> columns, List<String> create, List<String> complete) {
    private static final String KNOWN_UNTIL = "known_until";

    /**
     * The first position from which a row differs between two versions, of those believed at a position, but for some
     * entities; position and entities are the query's parameters, twice. Null when none differs.
     */
    String firstDifference(String one, String other) {
        String columns = String.join(", ", asOfBounds());
        String rows = "SELECT " + columns + " FROM %s." + name
                + " t, (SELECT ?::bigint AS position) bounds"
                + " WHERE t.known_from <= bounds.position AND t.entity <> ALL (?::text[])";
        String left = rows.formatted(one);
        String right = rows.formatted(other);
        return "WITH a AS MATERIALIZED (" + left + "), b AS MATERIALIZED (" + right + ")"
                + " SELECT min(known_from) FROM ((TABLE a EXCEPT ALL TABLE b) UNION ALL (TABLE b EXCEPT ALL TABLE a))";
    }

    private List<String> asOfBounds() {
        return columns.stream()
                .map(column -> column.equals(KNOWN_UNTIL)
                        ? "CASE WHEN t.known_until <= bounds.position THEN t.known_until END AS known_until"
                        : "t." + column)
                .toList();
    }

    /**
     * Adds up a hash of every row believed at a position, but for some entities, which are the query's two parameters;
     * the order of rows does not matter.
     */
    String checksum(String schema) {
        StringBuilder row = new StringBuilder();
        for (String column : columns) {
            String value = column.equals(KNOWN_UNTIL)
                    ? "CASE WHEN t.known_until <= bounds.position THEN t.known_until END"
                    : "t." + column;
            row.append(row.isEmpty() ? "" : ", ").append(value);
        }
        return "SELECT count(*) || '-' || coalesce(sum(hashtextextended(ROW(" + row + ")::text, 0)::numeric), 0)"
                + " FROM " + schema + "." + name + " t, (SELECT ?::bigint AS position) bounds"
                + " WHERE t.known_from <= bounds.position AND t.entity <> ALL (?::text[])";
    }
}
