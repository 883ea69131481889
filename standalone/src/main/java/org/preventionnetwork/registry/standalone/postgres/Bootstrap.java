package org.preventionnetwork.registry.standalone.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;

/**
 * Makes roles and database on the first start, and at every start refuses a server that could lose what it has
 * acknowledged, and sees to the rights that came with later versions. The database gets its final name last, so a half-made one is dropped and made again.
 */
record Bootstrap(int port, Credentials credentials) {
    static final String DATABASE = "registry";
    private static final String UNFINISHED = "registry_unfinished";
    /** What erased persons leave behind in the files of the database is got out of there by the role of the keys. */
    private static final List<String> TO_ERASE = List.of(
            "EXECUTE ON FUNCTION pg_catalog.pg_switch_wal()",
            "EXECUTE ON FUNCTION pg_catalog.pg_ls_waldir()",
            "EXECUTE ON FUNCTION pg_catalog.pg_ls_dir(text)",
            "EXECUTE ON FUNCTION pg_catalog.pg_stat_file(text, boolean)",
            "MAINTAIN ON pg_catalog.pg_statistic");

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    void run() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            requireDurable(statement);
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                create(statement);
            }
            statement.execute("GRANT pg_checkpoint TO " + Role.KEYS.databaseName());
        }
        try (Connection inside = connect(DATABASE);
                Statement statement = inside.createStatement()) {
            for (String right : TO_ERASE) {
                statement.execute("GRANT " + right + " TO " + Role.KEYS.databaseName());
            }
        }
    }

    private static void requireDurable(Statement statement) throws SQLException {
        for (String setting : DURABLE) {
            try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
                result.next();
                if (!"on".equals(result.getString(1))) {
                    throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + result.getString(1)
                            + ": what it acknowledges would not be safe");
                }
            }
        }
    }

    private void create(Statement statement) throws SQLException {
        for (Role role : List.of(Role.OWNER, Role.COMMAND, Role.QUERY, Role.KEYS)) {
            String name = role.databaseName();
            boolean known = exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'");
            statement.execute(
                    (known ? "ALTER" : "CREATE") + " ROLE " + name + " LOGIN PASSWORD '" + credentials.of(role) + "'");
        }
        statement.execute("DROP DATABASE IF EXISTS " + UNFINISHED);
        statement.execute("CREATE DATABASE " + UNFINISHED + " OWNER " + Role.OWNER.databaseName());
        statement.execute("REVOKE ALL ON DATABASE " + UNFINISHED + " FROM PUBLIC");
        statement.execute("GRANT CONNECT ON DATABASE " + UNFINISHED + " TO " + Role.COMMAND.databaseName());
        statement.execute(
                "GRANT CONNECT, CREATE, TEMPORARY ON DATABASE " + UNFINISHED + " TO " + Role.QUERY.databaseName());
        statement.execute("GRANT CONNECT, CREATE ON DATABASE " + UNFINISHED + " TO " + Role.KEYS.databaseName());
        try (Connection inside = connect(UNFINISHED);
                Statement insideStatement = inside.createStatement()) {
            insideStatement.execute("CREATE EXTENSION btree_gist");
        }
        statement.execute("ALTER DATABASE " + UNFINISHED + " RENAME TO " + DATABASE);
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            return result.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", Role.SUPERUSER.databaseName());
        properties.setProperty("password", credentials.of(Role.SUPERUSER));
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }
}
