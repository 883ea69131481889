package org.preventionnetwork.registry.query.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.preventionnetwork.registry.query.infrastructure.LedgerHead;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The signed heads of the ledger, as published. */
@Component
@EnableConfigurationProperties(LogSettings.class)
public final class Checkpoints {
    /** The log signs about every second while it grows. */
    private static final Duration SIGNED_WITHIN = Duration.ofSeconds(2);

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final LedgerHead head;
    private final Duration patience;

    Checkpoints(@Qualifier("query") DataSource database, LedgerHead head, LogSettings settings) {
        this.jdbc = JdbcClient.create(database);
        this.head = head;
        this.patience = settings.signedWithin();
    }

    /** Empty before the first. */
    public Optional<PublishedCheckpoint> newest() {
        return jdbc.sql("SELECT note, signed_at FROM ledger.checkpoint ORDER BY size DESC LIMIT 1")
                .query((row, n) -> published(row.getString("note"), row.getObject("signed_at", OffsetDateTime.class)))
                .optional();
    }

    /** The latest of the tree up to a position, newest first. */
    List<PublishedCheckpoint> latest(long position, int most) {
        return jdbc.sql("SELECT note, signed_at FROM ledger.checkpoint WHERE size <= :position ORDER BY size DESC"
                        + " LIMIT :most")
                .param("position", position)
                .param("most", most)
                .query((row, n) -> published(row.getString("note"), row.getObject("signed_at", OffsetDateTime.class)))
                .list();
    }

    /** @throws Unanswerable before the first */
    public PublishedCheckpoint required() {
        return newest().orElseThrow(() -> notYetSigned("the log has no checkpoint yet; ask again in a moment"));
    }

    /** The newest checkpoint, whose tree must have a position. */
    public PublishedCheckpoint covering(long position) {
        PublishedCheckpoint newest = required();
        if (position > newest.size()) {
            throw notYetSigned("position %d is not under a checkpoint yet: the newest has %d; ask again in a moment"
                    .formatted(position, newest.size()));
        }
        return newest;
    }

    /** As {@link #covering}, but waits a moment for a position that is recorded and not signed yet. */
    public PublishedCheckpoint awaitCovering(long position) {
        awaitNewest(position);
        return covering(position);
    }

    /** The newest checkpoint: one that covers a position, if waiting a moment is enough for that. */
    public PublishedCheckpoint awaitNewest(long position) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (position <= head.position()
                && newest().map(PublishedCheckpoint::size).orElse(0L) < position
                && System.nanoTime() < deadline) {
            pause();
        }
        return required();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notYetSigned("the registry is stopping");
        }
    }

    public static Unanswerable notYetSigned(String detail) {
        return new Unanswerable(HttpStatus.NOT_FOUND, "NOT_YET_SIGNED", detail, SIGNED_WITHIN);
    }

    private static PublishedCheckpoint published(String note, OffsetDateTime signedAt) {
        try {
            return PublishedCheckpoint.of(
                    SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)), signedAt.toInstant());
        } catch (EvidenceRejected e) {
            throw InconsistentLedger.because("the newest checkpoint is no checkpoint: " + e.getMessage());
        }
    }
}
