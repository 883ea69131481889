package org.preventionnetwork.registry.personal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A new database for keys, on one PostgreSQL that all tests of this module share. */
final class KeysDatabase {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private KeysDatabase() {}

    static DataSource empty() throws SQLException {
        String name = "test" + NUMBER.incrementAndGet();
        try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        }
        return Server.POSTGRES.getDatabase("postgres", name);
    }

    /** PostgreSQL's own. */
    static Path folder() {
        return Server.DATA.toPath();
    }

    private static final class Server {
        static final File DATA =
                new File("target/postgres/data-" + ProcessHandle.current().pid()).getAbsoluteFile();
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            File home = new File("target/postgres").getAbsoluteFile();
            try {
                return EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(home)
                        .setDataDirectory(DATA)
                        .setCleanDataDirectory(true)
                        .setServerConfig("unix_socket_directories", "")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
