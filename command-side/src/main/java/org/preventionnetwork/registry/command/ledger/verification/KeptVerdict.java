package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.command.ledger.verification.Verification.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The last verdict of all nodes, in the database, so that what was found is not forgotten at a restart. Whoever writes to
 * the database can take it away or forge it: then nobody knows, and nobody says that everything fits.
 */
final class KeptVerdict {
    /** What was found stays until a verification that began later finds nothing, by whatever clock. */
    private static final String KEEP =
            """
            INSERT INTO ledger.verdict AS kept
                (number, verdict, position, started_at, finished_at, code, at, event_id, detail)
            VALUES (1, :verdict, :position, :started, :finished, :code, :at, :event, :detail)
            ON CONFLICT (only_row) DO UPDATE SET number = kept.number + 1, verdict = excluded.verdict,
                position = excluded.position, started_at = excluded.started_at, finished_at = excluded.finished_at, code = excluded.code,
                at = excluded.at, event_id = excluded.event_id, detail = excluded.detail
            WHERE excluded.verdict = 'TAMPERED' OR kept.verdict = 'SOUND' OR kept.number = :seen
            """;

    private static final String READ = "SELECT * FROM ledger.verdict";
    private static final String NUMBER = "SELECT coalesce((SELECT number FROM ledger.verdict), 0)";

    private final JdbcClient database;

    KeptVerdict(JdbcClient database) {
        this.database = database;
    }

    /** What a verification that begins now sees of those before it. */
    long number() {
        return database.sql(NUMBER).query(Long.class).single();
    }

    /**
     * @param seen the {@link #number} at its beginning
     * @param decided that came to a verdict
     * @throws NotStored when a later start would not know of what was found
     */
    void keep(Verification decided, long seen) {
        Finding first = decided.first();
        Instant at = decided.finishedAt();
        int kept = database.sql(KEEP)
                .param("seen", seen)
                .param("verdict", decided.verdict().name())
                .param("position", decided.position())
                .param("started", time(decided.startedAt()))
                .param("finished", time(at == null ? decided.startedAt() : at))
                .param("code", first == null ? null : first.code())
                .param("at", first == null ? null : first.position())
                .param("event", first == null ? null : first.eventId())
                .param("detail", first == null ? null : first.detail())
                .update();
        if (decided.verdict() == Verdict.TAMPERED) {
            NotStored.unlessOne(kept, "what a verification found");
        }
    }

    /** Without the checks that led to it; empty when there was none, or somebody took it away. */
    Optional<Verification> read() {
        return database.sql(READ).query((row, n) -> verification(row)).optional();
    }

    private static Verification verification(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new Verification(
                Verdict.valueOf(row.getString("verdict")),
                row.getObject("position", Long.class),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                code == null
                        ? null
                        : new Finding(
                                row.getObject("at", Long.class),
                                row.getString("event_id"),
                                code,
                                row.getString("detail")),
                List.of(),
                null);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
