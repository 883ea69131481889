package org.preventionnetwork.registry.query.projection.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.query.projection.Table;

/**
 * Asks the database whether a table holds the same in two versions of its projection, as believed at a position; of
 * entities that are incomplete, as believed at an earlier one. The parameters are, for each relation that is read, the
 * position, and in arrays the entities and up to where each of them counts.
 */
final class TableComparison {
    static final String KNOWN_UNTIL = "known_until";

    private static final String BOUNDED =
            """
            (SELECT t.*, bounds.upto FROM %s t
             JOIN (SELECT ?::bigint AS position) asked ON true
             LEFT JOIN unnest(?::text[], ?::bigint[]) AS cut (entity, upto) ON cut.entity = t.entity
             CROSS JOIN LATERAL (SELECT least(asked.position, cut.upto) AS upto) bounds
             WHERE t.known_from <= bounds.upto)
            """;

    private TableComparison() {}

    /** The first position from which a row differs between two relations. Null when none differs. */
    static String firstDifference(Table table, String one, String other) {
        return "WITH a AS MATERIALIZED (" + rows(table, one) + "), b AS MATERIALIZED (" + rows(table, other) + ")"
                + " SELECT min(known_from) FROM ((TABLE a EXCEPT ALL TABLE b) UNION ALL (TABLE b EXCEPT ALL TABLE a))";
    }

    private static String rows(Table table, String relation) {
        return "SELECT "
                + table.columns().stream()
                        .map(column -> asOfBounds(column) + (column.equals(KNOWN_UNTIL) ? " AS known_until" : ""))
                        .collect(Collectors.joining(", "))
                + " FROM " + BOUNDED.formatted(relation) + " t";
    }

    private static String asOfBounds(String column) {
        return column.equals(KNOWN_UNTIL) ? "CASE WHEN t.known_until <= t.upto THEN t.known_until END" : "t." + column;
    }

    /**
     * Adds up a hash of every row; the order of rows does not matter. The first parameter is a number that nobody can
     * know before, so that no rows can be made up whose hashes add up to the same.
     */
    static String checksum(Table table, String relation) {
        String row = table.columns().stream().map(TableComparison::asOfBounds).collect(Collectors.joining(", "));
        return "SELECT count(*) || '-' || coalesce(sum(hashtextextended(ROW(" + row + ")::text, ?)::numeric), 0)"
                + " FROM " + BOUNDED.formatted(relation) + " t";
    }

    /**
     * Counts rows that no event can have made, whichever it was: of no entity, or from after the position up to which
     * everything is brought in, which is the only parameter; and those whose generated columns are not what they are
     * generated from. What compares versions as of a position would look past them.
     *
     * @param generated conditions that hold of each row
     */
    static String impossible(Table table, String relation, List<String> generated) {
        boolean ends = table.columns().contains(KNOWN_UNTIL);
        String possible = "t.entity IS NOT NULL AND t.known_from BETWEEN 1 AND reached"
                + (ends ? " AND (t.known_until IS NULL OR t.known_until <= reached)" : "")
                + generated.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
        return "SELECT count(*) FROM " + relation + " t, (SELECT ?::bigint AS reached) bounds WHERE (" + possible
                + ") IS NOT TRUE";
    }
}
