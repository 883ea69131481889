package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/** Appends events as the event store does: the INSERT draws the global index. */
record EventWriter(Connection connection) {
    private static final String INSERT =
            """
            INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                payloadtype, payloadrevision, payload, metadata)
            VALUES (?, ?, ?, 'Test', ?, 'test.Happened', '1', '{}', '{}')
            """;

    void append(String aggregate, long sequence, Instant timestamp) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, UUID.randomUUID().toString());
            statement.setString(2, aggregate);
            statement.setLong(3, sequence);
            statement.setString(4, timestamp.toString());
            statement.execute();
        }
    }

    void append(String aggregate, long sequence) throws SQLException {
        append(aggregate, sequence, Instant.now());
    }
}
