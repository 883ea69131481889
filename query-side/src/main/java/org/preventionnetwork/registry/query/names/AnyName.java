package org.preventionnetwork.registry.query.names;

/** Every name that something had, on whichever day and in whichever language: by each of them it is found. */
public final class AnyName {
    private static final String NAMES =
            """
            (SELECT called.text FROM read.%1$s named, LATERAL (
                SELECT named.name AS text UNION ALL SELECT value FROM jsonb_each_text(named.names)) called
             WHERE named.entity = %1$s.entity AND %2$s) any_name
            """;
    private static final String AT_POSITION = "named.known @> :position::bigint";
    private static final String NOW = "upper_inf(named.known)";

    private AnyName() {}

    /**
     * A condition on the rows of a view: one of the names known at {@code :position} contains {@code :text}; where that
     * is null, all rows.
     */
    public static String contains(String view) {
        return "(:text::text IS NULL OR EXISTS (SELECT FROM " + NAMES.formatted(view, AT_POSITION)
                + " WHERE position(lower(:text::text) IN lower(any_name.text)) > 0))\n";
    }

    /** All names known now of a view's row, in one text. */
    public static String together(String view) {
        return "(SELECT string_agg(any_name.text, ' ') FROM " + NAMES.formatted(view, NOW) + ")";
    }
}
