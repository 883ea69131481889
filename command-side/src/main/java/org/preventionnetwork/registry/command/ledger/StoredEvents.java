package org.preventionnetwork.registry.command.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of {@code events.domainevententry} as leaves of the ledger. */
public final class StoredEvents {
    private static final String ANY_SEALED =
            "SELECT EXISTS (SELECT FROM events.domainevententry WHERE seal IS NOT NULL)";
    /** More than one: somebody may have inserted the newest past the application. */
    private static final String NEWEST_SEALED =
            """
            SELECT event.*, (SELECT store_id FROM ledger.state) AS store_id FROM events.domainevententry event
            WHERE seal IS NOT NULL ORDER BY globalindex DESC LIMIT 10
            """;

    private StoredEvents() {}

    /** @param row with the columns of the table */
    public static LeafRecord leaf(ResultSet row, String storeId) throws SQLException {
        return new LeafRecord(
                storeId,
                row.getString("eventidentifier"),
                row.getString("type"),
                row.getString("aggregateidentifier"),
                row.getLong("sequencenumber"),
                row.getString("payloadtype"),
                row.getString("payloadrevision"),
                row.getString("timestamp"),
                Hash.sha256(row.getBytes("payload")),
                Hash.sha256(row.getBytes("metadata")));
    }

    public static boolean anySealed(JdbcTemplate database) {
        return Objects.requireNonNull(database.queryForObject(ANY_SEALED, Boolean.class));
    }

    /** Whether the newest events bear this seal, or none bears any. */
    public static boolean areSealedWith(EventSeal seal, JdbcTemplate database) {
        List<Boolean> fit = database.query(
                NEWEST_SEALED, (row, n) -> seal.fits(leaf(row, row.getString("store_id")), row.getBytes("seal")));
        return fit.isEmpty() || fit.contains(true);
    }
}
