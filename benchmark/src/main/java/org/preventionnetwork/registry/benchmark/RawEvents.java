package org.preventionnetwork.registry.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What the machine can do at best: one row of the same form and size inserted and committed, by plain JDBC. */
final class RawEvents implements AutoCloseable {
    private static final String CREATE =
            """
            CREATE SCHEMA IF NOT EXISTS measured;
            DROP TABLE IF EXISTS measured.event;
            CREATE TABLE measured.event (
                globalindex         bigserial PRIMARY KEY,
                eventidentifier     text NOT NULL UNIQUE,
                aggregateidentifier text NOT NULL,
                sequencenumber      bigint NOT NULL,
                type                text,
                timestamp           text NOT NULL,
                payloadtype         text NOT NULL,
                payloadrevision     text,
                payload             bytea NOT NULL,
                metadata            bytea NOT NULL,
                UNIQUE (aggregateidentifier, sequencenumber))
            """;
    static final String INSERT =
            """
            INSERT INTO measured.event (eventidentifier, aggregateidentifier, sequencenumber, type, timestamp,
                payloadtype, payloadrevision, payload, metadata) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final RunningRegistry registry;
    private final StoredEvent like = StoredEvent.sample();
    private final List<Connection> connections = new ArrayList<>();

    RawEvents(RunningRegistry registry) throws SQLException {
        this.registry = registry;
        try (Connection connection = registry.connectAsQuerySide();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
    }

    Load.Operation thread(int number) throws SQLException {
        while (connections.size() <= number) {
            Connection connection = registry.connectAsQuerySide();
            connection.setAutoCommit(false);
            connections.add(connection);
        }
        Connection connection = connections.get(number);
        PreparedStatement insert = connection.prepareStatement(INSERT);
        return () -> {
            String id = UUID.randomUUID().toString();
            insert.setString(1, id);
            insert.setString(2, like.aggregate() + id);
            insert.setLong(3, 0);
            insert.setString(4, like.type());
            insert.setString(5, like.timestamp());
            insert.setString(6, like.payloadType());
            insert.setString(7, like.revision());
            insert.setBytes(8, like.payload());
            insert.setBytes(9, like.metadata());
            insert.executeUpdate();
            connection.commit();
        };
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
