package org.preventionnetwork.registry.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.preventionnetwork.registry.testing.TestPostgres;

/** A new database, migrated, on one PostgreSQL that all tests of this module share. */
public record TestDatabase(String url) {
    /** Migrated once, then copied: that takes a tenth of the time. */
    public static TestDatabase migrated() throws SQLException {
        return Template.MIGRATED.copy();
    }

    /** On a server of the test's own. */
    public static TestDatabase migratedOn(CrashingPostgres server) {
        return new TestDatabase(server.url("postgres")).migrate();
    }

    private TestDatabase migrate() {
        Flyway.configure()
                .dataSource(url, "postgres", "")
                .locations("classpath:db/migration/command")
                .defaultSchema("events")
                .schemas("events", "ledger")
                .placeholders(
                        Map.of("command_role", "postgres", "query_role", "postgres", "access_log_retention", "P2Y"))
                .load()
                .migrate();
        return this;
    }

    public static TestDatabase empty() throws SQLException {
        return new TestDatabase(TestPostgres.empty());
    }

    /** What a backup is: the same content under another name. Nobody else may be connected. */
    public TestDatabase copy() throws SQLException {
        return new TestDatabase(TestPostgres.copy(url));
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    private static final class Template {
        static final TestDatabase MIGRATED = migrate();

        private static TestDatabase migrate() {
            try {
                return empty().migrate();
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
