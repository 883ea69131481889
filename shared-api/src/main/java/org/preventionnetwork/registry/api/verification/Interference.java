package org.preventionnetwork.registry.api.verification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a database do something else than it is told: triggers, rules and row-level security that are none of the
 * registry's, tables that are views or inherited from. The registry's own triggers refuse changes as a whole; none of them
 * looks at a row, and none acts when something is added.
 */
public final class Interference {
    /** Of {@link Finding#code}. */
    public static final String CODE = "TABLE_INTERFERED";

    private static final String FOUND =
            """
            SELECT format('%I.%I', n.nspname, c.relname) AS of, found.what
            FROM (SELECT t.tgrelid AS relation, 'the trigger ' || quote_ident(t.tgname) AS what
                  FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid JOIN pg_namespace f ON f.oid = p.pronamespace
                  WHERE NOT t.tgisinternal AND NOT (t.tgname = 'never_changed' AND p.proname = 'refuse_change'
                      AND f.nspname IN ('events', 'access') AND (t.tgtype & 5) = 0)
                  UNION ALL
                  SELECT ev_class, 'the rule ' || quote_ident(rulename) FROM pg_rewrite
                  UNION ALL
                  SELECT polrelid, 'the policy ' || quote_ident(polname) FROM pg_policy
                  UNION ALL
                  SELECT oid, 'row-level security' FROM pg_class WHERE relrowsecurity OR relforcerowsecurity
                  UNION ALL
                  SELECT inhparent, 'the table ' || inhrelid::regclass || ', which inherits from it' FROM pg_inherits
                  UNION ALL
                  SELECT oid, 'another database, where it is kept' FROM pg_class WHERE relkind = 'f'
                 ) AS found
                 JOIN pg_class c ON c.oid = found.relation JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = ANY(?) AND c.relkind <> 'i' AND c.relkind <> 'I'
            ORDER BY 1, 2
            """;

    private Interference() {}

    /**
     * @param schemas whose tables are looked at
     * @return a sentence for each
     */
    public static List<String> in(Connection connection, String... schemas) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(FOUND)) {
            select.setArray(1, connection.createArrayOf("text", schemas));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString("of")
                            + " has something that is not the registry's and may keep it from storing"
                            + " or reading what is told and asked: " + row.getString("what"));
                }
            }
        }
        return found;
    }
}
