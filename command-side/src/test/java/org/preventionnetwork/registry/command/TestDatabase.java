package org.preventionnetwork.registry.command;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A new database, migrated, on one PostgreSQL that all tests of this module share. */
public record TestDatabase(String url) {
    private static final AtomicInteger NUMBER = new AtomicInteger();

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
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(Server.POSTGRES.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    /** What a backup is: the same content under another name. Nobody else may be connected. */
    public TestDatabase copy() throws SQLException {
        String name = "test" + NUMBER.incrementAndGet();
        String own = url.replaceAll(".*/([a-z0-9]+)\\?.*", "$1");
        try (Connection connection = DriverManager.getConnection(Server.POSTGRES.getJdbcUrl("postgres", "postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + own);
        }
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
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

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            File home = new File("target/postgres").getAbsoluteFile();
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(home)
                        .setDataDirectory(
                                new File(home, "data-" + ProcessHandle.current().pid()))
                        .setCleanDataDirectory(true)
                        .setServerConfig("unix_socket_directories", "")
                        .setServerConfig("max_connections", "100")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
