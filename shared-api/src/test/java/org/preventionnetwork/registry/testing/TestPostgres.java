package org.preventionnetwork.registry.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** New databases on one PostgreSQL that all tests of a module share; it starts when the first is made. */
public final class TestPostgres {
    private static final Path HOME = Path.of("target", "postgres").toAbsolutePath();
    private static final Path DATA =
            HOME.resolve("data-" + ProcessHandle.current().pid());
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    /** @return the address of a new database */
    public static String empty() throws SQLException {
        return create("");
    }

    /** The same content under another name. Nobody else may be connected. */
    public static String copy(String url) throws SQLException {
        return create(" TEMPLATE " + url.replaceAll(".*/([a-z0-9]+)\\?.*", "$1"));
    }

    /** Where the server keeps its files. */
    public static Path folder() {
        return DATA;
    }

    private static String create(String template) throws SQLException {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + template);
        }
        return url(name);
    }

    private static String url(String database) {
        return Server.POSTGRES.getJdbcUrl("postgres", database);
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(HOME.toFile())
                        .setDataDirectory(DATA)
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
