package org.preventionnetwork.registry.command.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database knows of the clock: the last instant that was recorded, and who said that the clock is right. */
final class ClockConfirmations {
    private static final String LAST_KNOWN = "SELECT nullif(last_known_at, '-infinity') FROM ledger.state";
    private static final String NEWEST =
            "SELECT id, instant, actor FROM ledger.clock_confirmation ORDER BY id DESC LIMIT 1";

    private final JdbcTemplate database;

    ClockConfirmations(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * @param instant what the clock said when it was confirmed
     * @param actor who confirmed it
     */
    record Confirmation(long id, Instant instant, String actor) {}

    /** The known-on clock's last instant; null before the first event. */
    @Nullable
    Instant lastKnown() {
        OffsetDateTime last = database.queryForObject(LAST_KNOWN, OffsetDateTime.class);
        return last == null ? null : last.toInstant();
    }

    Optional<Confirmation> newest() {
        return database
                .query(
                        NEWEST,
                        (row, n) -> new Confirmation(
                                row.getLong("id"),
                                row.getObject("instant", OffsetDateTime.class).toInstant(),
                                row.getString("actor")))
                .stream()
                .findFirst();
    }

    void add(Instant instant, String actor) {
        NotStored.unlessOne(
                database.update(
                        "INSERT INTO ledger.clock_confirmation (instant, actor) VALUES (?, ?)",
                        instant.atOffset(ZoneOffset.UTC),
                        actor),
                "who confirmed the clock");
    }
}
