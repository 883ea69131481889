package org.preventionnetwork.registry.query.infrastructure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.preventionnetwork.registry.query.TestDatabase;

/** Stands in for the sequencer: writes an event and its entry, and announces it. */
record LedgerScribe(TestDatabase database) {
    private static final String WRITE =
            """
            WITH event AS (
                INSERT INTO events.domainevententry AS written (eventidentifier, aggregateidentifier, sequencenumber, type,
                    timestamp, payloadtype, payloadrevision, payload, metadata)
                VALUES (?, 'network:' || ?, 0, 'Network', ?, ?, '1', ?, ?)
                RETURNING globalindex, eventidentifier, aggregateidentifier, sequencenumber,
                    ledger.leaf_hash((SELECT store_id FROM ledger.state), written) AS leaf_hash),
            state AS (
                UPDATE ledger.state SET last_position = last_position + 1, floor = (SELECT globalindex FROM event)
                RETURNING last_position)
            INSERT INTO ledger.entry
                (position, global_index, event_id, aggregate_id, sequence_number, known_at, leaf_hash)
            SELECT last_position, globalindex, eventidentifier, aggregateidentifier, sequencenumber, ?::timestamptz,
                   leaf_hash
            FROM event, state
            RETURNING pg_notify('registry_ledger', position::text)
            """;

    record Noted(int number) {}

    void write(int number, Instant knownAt) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, Integer.toString(number));
            statement.setString(3, knownAt.toString());
            statement.setString(4, Noted.class.getName());
            statement.setBytes(5, ("{\"number\":" + number + "}").getBytes(StandardCharsets.UTF_8));
            statement.setBytes(6, "{\"actor\":\"local\"}".getBytes(StandardCharsets.UTF_8));
            statement.setString(7, knownAt.toString());
            statement.execute();
        }
    }

    void write(int from, int to) throws SQLException {
        for (int number = from; number <= to; number++) {
            write(number, Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number));
        }
    }
}
