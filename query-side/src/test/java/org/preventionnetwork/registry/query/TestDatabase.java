package org.preventionnetwork.registry.query;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.preventionnetwork.registry.testing.TestPostgres;
import org.preventionnetwork.registry.testing.TestRun;

/** A new database with the command side's schemas, on one PostgreSQL that all tests of this module share. */
public record TestDatabase(String url) {
    /** With the projections' schemas too. Migrated once, then copied: that takes a tenth of the time. */
    public static TestDatabase migrated() throws SQLException {
        return new TestDatabase(TestPostgres.copy(Template.URL));
    }

    public static TestDatabase empty() throws SQLException {
        return new TestDatabase(TestPostgres.empty());
    }

    private static final class Template {
        static final String URL = migrate();

        private static String migrate() {
            String url;
            try {
                url = TestPostgres.empty();
            } catch (SQLException e) {
                throw new ExceptionInInitializerError(e);
            }
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("filesystem:../command-side/src/main/resources/db/migration/command")
                    .defaultSchema("events")
                    .schemas("events", "ledger")
                    .placeholders(
                            Map.of("command_role", "postgres", "query_role", "postgres", "access_log_retention", "P2Y"))
                    .load()
                    .migrate();
            Flyway.configure()
                    .dataSource(url, "postgres", "")
                    .locations("classpath:db/migration/query")
                    .schemas("operations")
                    .table("migration")
                    .load()
                    .migrate();
            return url;
        }
    }

    /** Its connections are kept as the registry keeps its own: making one costs more than most questions. */
    public HikariDataSource pool() {
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(30);
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(TestRun.PATIENCE.toMillis());
        return pool;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }
}
