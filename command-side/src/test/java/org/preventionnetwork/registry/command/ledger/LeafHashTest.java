package org.preventionnetwork.registry.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.command.TestDatabase;

/** The database and an outsider's Java must make the same leaf of the same row, whatever the row holds. */
class LeafHashTest {
    private static final byte[] NOTHING = {};
    private static final byte[] JSON = "{\"name\":\"Côte d’Ivoire\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ANY_BYTES = {0, -1, 127, -128, '\\', '\'', 0};

    private static TestDatabase database;

    @BeforeAll
    static void migrate() throws SQLException {
        database = TestDatabase.migrated();
    }

    @Test
    void of_an_ordinary_event() throws SQLException {
        assertSame("store", "Network", "network:africa", 7, "network.StateAdmitted", "1", JSON, JSON);
    }

    @Test
    void of_an_event_without_type_and_revision() throws SQLException {
        assertSame("store", null, "network:africa", 0, "network.StateAdmitted", null, JSON, JSON);
    }

    @Test
    void of_empty_texts_which_are_not_absent_ones() throws SQLException {
        assertThat(assertSame("", "", "", 0, "", "", NOTHING, NOTHING))
                .isNotEqualTo(assertSame("", null, "", 0, "", "", NOTHING, NOTHING))
                .isNotEqualTo(assertSame("", "", "", 0, "", null, NOTHING, NOTHING));
    }

    @Test
    void of_texts_in_every_script() throws SQLException {
        assertSame("本", "Réseau", "network:ação-🕊️-e\u0301", 1, "тип", "ß\u200f\uffff", JSON, JSON);
    }

    @Test
    void of_bytes_that_are_no_text() throws SQLException {
        assertSame("store", "Network", "network:africa", 0, "x", "1", ANY_BYTES, NOTHING);
    }

    @Test
    void of_texts_and_bytes_that_are_long() throws SQLException {
        assertSame("store", "é".repeat(70_000), "a".repeat(300), 0, "x", "1", new byte[3_000_000], JSON);
    }

    @Test
    void of_any_sequence_number() throws SQLException {
        for (long sequence : new long[] {Long.MIN_VALUE, -1, 0, 255, 256, 1L << 40, Long.MAX_VALUE}) {
            assertSame("store", "Network", "network:africa", sequence, "x", "1", JSON, JSON);
        }
    }

    private static Hash assertSame(
            String store,
            @Nullable String type,
            String aggregate,
            long sequence,
            String payloadType,
            @Nullable String revision,
            byte[] payload,
            byte[] metadata)
            throws SQLException {
        String id = "id-ü";
        String timestamp = "2026-01-01T12:00:00.123456789Z";
        Hash expected = new LeafRecord(
                        store,
                        id,
                        type,
                        aggregate,
                        sequence,
                        payloadType,
                        revision,
                        timestamp,
                        Hash.sha256(payload),
                        Hash.sha256(metadata))
                .leafHash();
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(
                        "SELECT ledger.leaf_hash(?, ROW(1, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)::events.domainevententry)")) {
            statement.setString(1, store);
            statement.setString(2, id);
            statement.setString(3, aggregate);
            statement.setLong(4, sequence);
            statement.setString(5, type);
            statement.setString(6, timestamp);
            statement.setString(7, payloadType);
            statement.setString(8, revision);
            statement.setBytes(9, payload);
            statement.setBytes(10, metadata);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                assertThat(Hash.of(row.getBytes(1))).isEqualTo(expected);
            }
        }
        return expected;
    }
}
