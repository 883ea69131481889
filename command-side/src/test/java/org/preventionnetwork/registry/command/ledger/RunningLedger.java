package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.ledger.signing.CheckpointSigner;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;

/** A sequencer and a signer at work on a database, with events that are sealed as the application seals them. */
public final class RunningLedger implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(10);

    private final TestDatabase database;
    private final LedgerHome home;
    private final Sequencer sequencer;
    private final CheckpointSigner signer;

    public RunningLedger(TestDatabase database, LedgerHome home) {
        this.database = database;
        this.home = home;
        this.sequencer = new Sequencer(
                database::connect, new LockHolderBarrier(), new Sequencer.Settings(OFTEN, Duration.ZERO, OFTEN, 1_000));
        this.signer = new CheckpointSigner(database::connect, home, OFTEN, OFTEN);
        sequencer.start();
        signer.start();
    }

    public CheckpointSigner signer() {
        return signer;
    }

    /** In one transaction. Numbers of the aggregate go on where they ended. */
    public void record(String aggregate, int events) throws Exception {
        EventSeal seal = EventSeal.in(home.directory());
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            String store = one(connection, "SELECT store_id FROM ledger.state");
            long next = Long.parseLong(one(
                    connection,
                    "SELECT count(*) FROM events.domainevententry WHERE aggregateidentifier = '" + aggregate + "'"));
            for (int i = 0; i < events; i++) {
                byte[] payload = ("{\"number\":" + (next + i) + "}").getBytes();
                byte[] metadata = "{\"actor\":\"clerk\"}".getBytes();
                LeafRecord event = new LeafRecord(
                        store,
                        UUID.randomUUID().toString(),
                        "Test",
                        aggregate,
                        next + i,
                        "test.Happened",
                        "1",
                        Instant.now().toString(),
                        Hash.sha256(payload),
                        Hash.sha256(metadata));
                insert(connection, event, payload, metadata, seal.of(event));
            }
            connection.commit();
        }
    }

    private static void insert(Connection connection, LeafRecord event, byte[] payload, byte[] metadata, byte[] seal)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO events.domainevententry (eventidentifier, aggregateidentifier, sequencenumber, type,
                    timestamp, payloadtype, payloadrevision, payload, metadata, seal)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            List<Object> values = List.of(
                    event.eventId(),
                    event.aggregateId(),
                    event.sequenceNumber(),
                    "Test",
                    event.timestamp(),
                    event.payloadType(),
                    "1",
                    payload,
                    metadata,
                    seal);
            for (int i = 0; i < values.size(); i++) {
                insert.setObject(i + 1, values.get(i));
            }
            insert.execute();
        }
    }

    public void awaitSigned(long size) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(signer.status().published())
                        .as("%s", signer.status())
                        .isEqualTo(size));
    }

    public void awaitPosition(long position) {
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            try (Connection connection = database.connect()) {
                return one(connection, "SELECT last_position FROM ledger.state").equals(Long.toString(position));
            }
        });
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    public static LedgerHome home(Path directory, Path... outside) {
        return new LedgerHome(directory, List.of(outside), "registry.example/ledger");
    }

    @Override
    public void close() {
        signer.stop();
        sequencer.stop();
    }
}
