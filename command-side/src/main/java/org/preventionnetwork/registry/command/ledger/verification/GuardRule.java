package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.preventionnetwork.registry.api.verification.Interference;

/** Nothing stands between the registry and its tables, and what refuses changes of them is in its place. */
final class GuardRule {
    private static final String[] SCHEMAS = {"events", "ledger", "access", "access_log"};
    private static final String UNGUARDED =
            """
            SELECT guarded FROM unnest(ARRAY[
                'events.domainevententry', 'ledger.entry', 'ledger.node', 'ledger.checkpoint']) AS guarded
            WHERE to_regclass(guarded) IS NOT NULL AND NOT EXISTS (
                SELECT FROM pg_trigger
                WHERE tgrelid = to_regclass(guarded) AND tgname = 'never_changed' AND tgenabled IN ('O', 'A'))
            """;

    private GuardRule() {}

    static void apply(Connection connection, Findings findings) throws SQLException {
        Interference.in(connection, SCHEMAS).forEach(found -> findings.add(null, null, Interference.CODE, found));
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UNGUARDED)) {
            while (row.next()) {
                findings.add(
                        null,
                        null,
                        Interference.CODE,
                        row.getString(1)
                                + " lacks the trigger never_changed, which refuses changes of what is recorded");
            }
        }
    }
}
