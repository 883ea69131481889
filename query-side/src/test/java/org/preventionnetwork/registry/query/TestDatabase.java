package org.preventionnetwork.registry.query;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** A new database with the command side's schemas, on one PostgreSQL that all tests of this module share. */
public record TestDatabase(String url) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** With the projections' schemas too. Migrated once, then copied: that takes a tenth of the time. */
    public static TestDatabase migrated() throws SQLException {
        return named(" TEMPLATE " + Template.NAME);
    }

    public static TestDatabase empty() throws SQLException {
        return named("");
    }

    private static TestDatabase named(String template) throws SQLException {
        String name = "test" + NUMBER.incrementAndGet();
        create(name + template);
        return of(name);
    }

    private static void create(String database) throws SQLException {
        try (Connection connection = of("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database);
        }
    }

    private static TestDatabase of(String name) {
        return new TestDatabase(Server.POSTGRES.getJdbcUrl("postgres", name));
    }

    private static final class Template {
        static final String NAME = migrate("migrated");

        private static String migrate(String name) {
            try {
                create(name);
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
            Flyway.configure()
                    .dataSource(of(name).url, "postgres", "")
                    .locations("filesystem:../command-side/src/main/resources/db/migration/command")
                    .defaultSchema("events")
                    .schemas("events", "ledger")
                    .placeholders(
                            Map.of("command_role", "postgres", "query_role", "postgres", "access_log_retention", "P2Y"))
                    .load()
                    .migrate();
            Flyway.configure()
                    .dataSource(of(name).url, "postgres", "")
                    .locations("classpath:db/migration/query")
                    .schemas("operations")
                    .table("migration")
                    .load()
                    .migrate();
            return name;
        }
    }

    /** Its connections are kept as the registry keeps its own: making one costs more than most questions. */
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(30);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        return pool;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
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
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
