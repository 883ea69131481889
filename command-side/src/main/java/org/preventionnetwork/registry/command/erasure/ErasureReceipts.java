package org.preventionnetwork.registry.command.erasure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.command.ledger.signing.LedgerHome;
import org.preventionnetwork.registry.personal.Remains;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Signed notes (C2SP) that say of a person: the event that erased it has this place in the ledger, the key is destroyed,
 * and what was made sure of about its remains. Those of version 1, from before, say less; they are kept, and joined by one
 * of version 2. Signed with the log's key under the name {@code <origin>/erasures}, so that no receipt passes for a
 * checkpoint.
 */
final class ErasureReceipts {
    private static final Logger log = LoggerFactory.getLogger(ErasureReceipts.class);
    private static final String KEY = "log.key";
    private static final int VERSION = 2;
    private static final String NOT_KNOWN = "not known";
    private static final String ERASED =
            """
            SELECT event_id, position, known_at FROM %s event
            WHERE aggregate_id = :id AND payload_type = 'official.OfficialErased'
            ORDER BY position LIMIT 1
            """
                    .formatted(EventTables.IN_ORDER);
    private static final String MISSING =
            """
            SELECT substr(event.aggregate_id, 10) FROM %s event
            WHERE event.payload_type = 'official.OfficialErased' AND NOT EXISTS (
                SELECT FROM ledger.erasure_receipt
                WHERE 'official:' || official = event.aggregate_id AND version = :version)
            """
                    .formatted(EventTables.STORED);

    private static final String ISSUED =
            """
            SELECT receipt.official, receipt.version, receipt.event_id, receipt.note, erased.position
            FROM ledger.erasure_receipt receipt
            LEFT JOIN %s erased ON erased.event_id = receipt.event_id
                AND erased.aggregate_id = 'official:' || receipt.official
                AND erased.payload_type = 'official.OfficialErased'
            ORDER BY erased.position, receipt.version
            """
                    .formatted(EventTables.IN_ORDER);

    private final JdbcClient database;
    private final LedgerHome home;

    ErasureReceipts(JdbcClient database, LedgerHome home) {
        this.database = database;
        this.home = home;
    }

    private record Erased(String eventId, long position, Instant recordedAt) {}

    /** @param position of the event that erased; null when there is none such */
    record Issued(String official, int version, String eventId, String note, @Nullable Long position) {}

    /** All that there are. */
    List<Issued> issued() {
        return database.sql(ISSUED)
                .query((row, n) -> new Issued(
                        row.getString("official"),
                        row.getInt("version"),
                        row.getString("event_id"),
                        row.getString("note"),
                        row.getObject("position", Long.class)))
                .list();
    }

    Optional<String> find(OfficialId person) {
        return find(person, VERSION);
    }

    Optional<String> find(OfficialId person, int version) {
        return database.sql("SELECT note FROM ledger.erasure_receipt WHERE official = :person AND version = :version")
                .param("person", person.value())
                .param("version", version)
                .query(String.class)
                .optional();
    }

    /** Persons who are erased and have no receipt yet. */
    List<OfficialId> missing() {
        return database.sql(MISSING)
                .param("version", VERSION)
                .query((row, n) -> new OfficialId(row.getString(1)))
                .list();
    }

    /** Issues the receipt once; not yet while the event has no place in the ledger, or the log no key. */
    void issue(OfficialId person, Instant destroyedAt, Remains.Gone gone) {
        Optional<Erased> erased = database.sql(ERASED)
                .param("id", person.aggregateId())
                .query((row, n) -> new Erased(
                        row.getString("event_id"),
                        row.getLong("position"),
                        row.getObject("known_at", OffsetDateTime.class).toInstant()))
                .optional();
        Optional<NoteSigner> signer = erased.isEmpty() ? Optional.empty() : signer();
        if (signer.isEmpty()) {
            return;
        }
        SignedNote note = SignedNote.sign(text(person, erased.get(), destroyedAt, gone), signer.get());
        int issued = database.sql("INSERT INTO ledger.erasure_receipt (official, version, event_id, note)"
                        + " VALUES (:person, :version, :event, :note) ON CONFLICT DO NOTHING")
                .param("person", person.value())
                .param("version", VERSION)
                .param("event", erased.get().eventId())
                .param("note", new String(note.encode(), StandardCharsets.UTF_8))
                .update();
        if (issued == 1) {
            log.info(
                    "Official {} is erased, at position {}",
                    person,
                    erased.get().position());
        } else if (find(person).isEmpty()) {
            throw new NotStored("a receipt of an erasure");
        }
    }

    private String text(OfficialId person, Erased erased, Instant destroyedAt, Remains.Gone gone) {
        return """
                registry erasure receipt v2
                log %s
                official %s
                event %s
                position %d
                recorded %s
                key destroyed %s
                older transactions ended
                keys rewritten %s
                statistics %s
                files of no table %s
                write-ahead log %s
                standbys, slots and archives %s
                """
                .formatted(
                        home.origin(),
                        person,
                        erased.eventId(),
                        erased.position(),
                        erased.recordedAt(),
                        destroyedAt,
                        gone.rewritten(),
                        gone.noStatistics() ? "none" : NOT_KNOWN,
                        gone.noUnowned() ? "none" : NOT_KNOWN,
                        gone.logPassed() ? "passed" : NOT_KNOWN,
                        gone.noCopies() ? "none" : "present");
    }

    private Optional<NoteSigner> signer() {
        Path key = home.directory().resolve(KEY);
        try {
            return Files.exists(key)
                    ? Optional.of(NoteSigner.ed25519(home.origin() + "/erasures", SigningKey.read(key)))
                    : Optional.empty();
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("the log's key cannot be read", e);
        }
    }
}
