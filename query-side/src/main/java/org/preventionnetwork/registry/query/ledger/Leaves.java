package org.preventionnetwork.registry.query.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.api.transparency.EntryBundle;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The leaves of the tree as the stored events give them; what was hashed when they were recorded is not asked. */
@Component
public final class Leaves {
    private static final String LEAF =
            """
            SELECT e.position, s.store_id, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence_number,
                   e.payload_type, e.payload_revision, e.timestamp, sha256(e.payload) AS payload_hash,
                   sha256(e.metadata) AS metadata_hash
            FROM ledger.state s, %s e
            WHERE %s ORDER BY e.position
            """;
    private static final String IN_BUNDLE =
            LEAF.formatted(EventTables.IN_ORDER, "e.position > :first AND e.position <= :first + :width");
    private static final String AT = LEAF.formatted(EventTables.IN_ORDER, "e.position = ANY(:positions)");
    private static final String OF_EVENT = LEAF.formatted(EventTables.IN_ORDER, "e.event_id = :event");
    private static final String EVENT_EXISTS =
            "SELECT EXISTS (SELECT 1 FROM " + EventTables.STORED + " event WHERE event_id = :event)";

    private final JdbcClient jdbc;

    Leaves(@Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** @throws RuntimeException saying that there is no such event, or that it has no position yet */
    Leaf ofEvent(String eventId) {
        Optional<Leaf> leaf =
                jdbc.sql(OF_EVENT).param("event", eventId).query(Leaves::leaf).optional();
        return leaf.orElseThrow(() -> isStored(eventId)
                ? Checkpoints.notYetSigned("the event has no position in the ledger yet; ask again in a moment")
                : new UnknownEntity("event"));
    }

    private boolean isStored(String eventId) {
        return jdbc.sql(EVENT_EXISTS)
                .param("event", eventId)
                .query(Boolean.class)
                .single();
    }

    /** In the order of record; positions without an event are missing. */
    public List<Leaf> at(List<Long> positions) {
        return jdbc.sql(AT)
                .param("positions", positions.toArray(Long[]::new))
                .query(Leaves::leaf)
                .list();
    }

    /** The entries under a tile of level 0, which they must match. */
    EntryBundle bundle(TilePath path) {
        List<Leaf> leaves = jdbc.sql(IN_BUNDLE)
                .param("first", path.index() * TilePath.FULL)
                .param("width", path.width())
                .query(Leaves::leaf)
                .list();
        if (leaves.size() != path.width()) {
            throw InconsistentLedger.because("%s has only %d events".formatted(path, leaves.size()));
        }
        return new EntryBundle(
                leaves.stream().map(leaf -> leaf.record().encode()).toList());
    }

    private static Leaf leaf(ResultSet row, int n) throws SQLException {
        return new Leaf(
                row.getLong("position"),
                new LeafRecord(
                        row.getString("store_id"),
                        row.getString("event_id"),
                        row.getString("aggregate_type"),
                        row.getString("aggregate_id"),
                        row.getLong("sequence_number"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getString("timestamp"),
                        Hash.of(row.getBytes("payload_hash")),
                        Hash.of(row.getBytes("metadata_hash"))));
    }
}
