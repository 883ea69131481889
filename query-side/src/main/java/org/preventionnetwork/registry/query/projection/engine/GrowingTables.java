package org.preventionnetwork.registry.query.projection.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.preventionnetwork.registry.query.projection.Table;

/**
 * Lets the database look at a table again each time as many rows as it had came in. Autovacuum does so once a minute at
 * best; a large import fills empty tables faster, and until then the planner compares every row of one with every row
 * of another (seen: a list of 20,000 officials that took minutes).
 */
final class GrowingTables {
    private static final long FEW = 500;

    private final Map<Table, Growth> tables = new HashMap<>();

    private static final class Growth {
        private long rows;
        private long looked;

        private boolean doubledBy(int more) {
            rows += more;
            if (rows - looked < Math.max(FEW, looked)) {
                return false;
            }
            looked = rows;
            return true;
        }
    }

    /** To be called after the rows came in, in the same transaction. */
    void grown(Connection connection, String schema, Map<Table, Integer> rows) throws SQLException {
        for (Map.Entry<Table, Integer> entry : rows.entrySet()) {
            Table table = entry.getKey();
            if (tables.computeIfAbsent(table, t -> new Growth()).doubledBy(entry.getValue())) {
                try (Statement analyze = connection.createStatement()) {
                    analyze.execute("ANALYZE " + schema + "." + table.name());
                }
            }
        }
    }
}
