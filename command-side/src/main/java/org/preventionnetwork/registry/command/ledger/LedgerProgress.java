package org.preventionnetwork.registry.command.ledger;

import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * How far the ledger is, as the database has it; the same on every node.
 *
 * @param position the last that was given
 * @param floor the global index up to which all events have a position
 * @param unsequenced events that have none yet, counted up to {@value #COUNTED}
 */
record LedgerProgress(long position, long floor, long unsequenced) {
    static final int COUNTED = 10_000;
    private static final String PROGRESS =
            """
            SELECT last_position, floor,
                   (SELECT count(*) FROM (SELECT 1 FROM events.domainevententry
                                          WHERE globalindex > state.floor ORDER BY globalindex LIMIT ?) beyond)
            FROM ledger.state state
            """;

    static LedgerProgress of(JdbcTemplate database) {
        return Objects.requireNonNull(database.queryForObject(
                PROGRESS, (row, n) -> new LedgerProgress(row.getLong(1), row.getLong(2), row.getLong(3)), COUNTED));
    }
}
