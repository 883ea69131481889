package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;

/** Looks into the store and the ledger past the application, as the database's superuser. */
final class StoreAudit implements AutoCloseable {
    private static final String DIFFERENCES =
            """
            SELECT (SELECT count(*) FROM events.domainevententry e
                     WHERE NOT EXISTS (SELECT 1 FROM ledger.entry l
                         WHERE l.global_index = e.globalindex AND l.event_id = e.eventidentifier
                           AND l.aggregate_id = e.aggregateidentifier AND l.sequence_number = e.sequencenumber))
                 + (SELECT count(*) FROM ledger.entry l
                     WHERE NOT EXISTS (SELECT 1 FROM events.domainevententry e WHERE e.globalindex = l.global_index))
                 + (SELECT coalesce(max(position), 0) - count(*) FROM ledger.entry)
                 + (SELECT count(*) FROM (SELECT sequence_number, row_number() OVER
                       (PARTITION BY aggregate_id ORDER BY position) - 1 AS expected FROM ledger.entry) l
                     WHERE sequence_number <> expected)
            """;
    private static final String LEAVES =
            """
            SELECT l.position, l.leaf_hash, e.*, (SELECT store_id FROM ledger.state) AS store_id
            FROM ledger.entry l JOIN events.domainevententry e ON e.globalindex = l.global_index
            WHERE l.position > ? ORDER BY l.position
            """;
    private static final String FACTS =
            """
            SELECT convert_from(payload, 'UTF8')::jsonb ->> 'factId' AS fact, count(*) AS times
            FROM events.domainevententry GROUP BY 1
            """;

    private final Connection connection;

    private StoreAudit(Connection connection) {
        this.connection = connection;
    }

    static StoreAudit of(Path home) throws IOException, SQLException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(home.resolve("postgres.credentials"))) {
            passwords.load(reader);
        }
        String port = Files.readAllLines(home.resolve("postgres/postmaster.pid"))
                .get(3)
                .strip();
        return new StoreAudit(DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/registry", "postgres", passwords.getProperty("postgres")));
    }

    /** The events and entries that have no counterpart, holes, and events out of their aggregate's order. */
    long differences() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(DIFFERENCES)) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Computes the leaves that follow a position from the stored bytes, and returns the last one's position. */
    long requireLeaves(long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVES)) {
            statement.setLong(1, after);
            try (ResultSet row = statement.executeQuery()) {
                long last = after;
                while (row.next()) {
                    last = row.getLong("position");
                    LeafRecord leaf = new LeafRecord(
                            row.getString("store_id"),
                            row.getString("eventidentifier"),
                            row.getString("type"),
                            row.getString("aggregateidentifier"),
                            row.getLong("sequencenumber"),
                            row.getString("payloadtype"),
                            row.getString("payloadrevision"),
                            row.getString("timestamp"),
                            Hash.sha256(row.getBytes("payload")),
                            Hash.sha256(row.getBytes("metadata")));
                    assertThat(Hash.of(row.getBytes("leaf_hash")))
                            .as("position %d", last)
                            .isEqualTo(leaf.leafHash());
                }
                return last;
            }
        }
    }

    /** Every fact that the store holds; none may be recorded twice. */
    Set<String> factIds() throws SQLException {
        Set<String> found = new HashSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            while (row.next()) {
                assertThat(row.getLong("times"))
                        .as("recordings of %s", row.getString("fact"))
                        .isEqualTo(1);
                found.add(row.getString("fact"));
            }
        }
        return found;
    }

    Map<String, Integer> eventsByAggregate() throws SQLException {
        Map<String, Integer> found = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT aggregateidentifier, count(*) FROM events.domainevententry GROUP BY 1")) {
            while (row.next()) {
                found.put(row.getString(1), row.getInt(2));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
