package org.preventionnetwork.registry.query.projection.engine;

import java.util.List;
import org.preventionnetwork.registry.query.projection.Table;

/** Asks the database whether a table holds the same in two versions of its projection. */
final class TableComparison {
    static final String KNOWN_UNTIL = "known_until";

    private TableComparison() {}

    /**
     * The first position from which a row differs between two versions, of those believed at a position, but for some
     * entities; position and entities are the query's parameters, twice. Null when none differs.
     */
    static String firstDifference(Table table, String one, String other) {
        String columns = String.join(", ", asOfBounds(table));
        String rows = "SELECT " + columns + " FROM %s." + table.name()
                + " t, (SELECT ?::bigint AS position) bounds"
                + " WHERE t.known_from <= bounds.position AND t.entity <> ALL (?::text[])";
        String left = rows.formatted(one);
        String right = rows.formatted(other);
        return "WITH a AS MATERIALIZED (" + left + "), b AS MATERIALIZED (" + right + ")"
                + " SELECT min(known_from) FROM ((TABLE a EXCEPT ALL TABLE b) UNION ALL (TABLE b EXCEPT ALL TABLE a))";
    }

    private static List<String> asOfBounds(Table table) {
        return table.columns().stream()
                .map(column -> column.equals(KNOWN_UNTIL)
                        ? "CASE WHEN t.known_until <= bounds.position THEN t.known_until END AS known_until"
                        : "t." + column)
                .toList();
    }

    /**
     * Adds up a hash of every row believed at a position, but for some entities, which are the query's two parameters;
     * the order of rows does not matter.
     */
    static String checksum(Table table, String schema) {
        StringBuilder row = new StringBuilder();
        for (String column : table.columns()) {
            String value = column.equals(KNOWN_UNTIL)
                    ? "CASE WHEN t.known_until <= bounds.position THEN t.known_until END"
                    : "t." + column;
            row.append(row.isEmpty() ? "" : ", ").append(value);
        }
        return "SELECT count(*) || '-' || coalesce(sum(hashtextextended(ROW(" + row + ")::text, 0)::numeric), 0)"
                + " FROM " + schema + "." + table.name() + " t, (SELECT ?::bigint AS position) bounds"
                + " WHERE t.known_from <= bounds.position AND t.entity <> ALL (?::text[])";
    }
}
