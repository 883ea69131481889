package org.preventionnetwork.registry.command.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.NotStored;
import org.preventionnetwork.registry.command.ledger.KnownOnClock;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the database knows of the clock: the last instant that was recorded, and who said that the clock is right. */
final class ClockConfirmations {
    private static final String NEWEST =
            "SELECT id, instant, actor FROM ledger.clock_confirmation ORDER BY id DESC LIMIT 1";

    private static final String AHEAD =
            """
            SELECT id, greatest(instant, confirmed_at) > clock_timestamp() + interval '10 minutes'
            FROM ledger.clock_confirmation
            """;

    private final JdbcTemplate database;

    ClockConfirmations(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * @param instant what the clock said when it was confirmed
     * @param actor who confirmed it
     */
    record Confirmation(long id, Instant instant, String actor) {}

    /** The known-on clock's last instant, by the last event and not by what is written beside it; null before the first. */
    @Nullable
    Instant lastKnown() {
        return state().map(KnownOnClock.State::follows)
                .filter(last -> last.isAfter(OffsetDateTime.MIN))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }

    /** Why the known-on clock cannot be gone on from, if so. */
    Optional<String> contradiction() {
        Optional<KnownOnClock.State> state = state();
        return state.isEmpty() ? Optional.of(KnownOnClock.NOTHING) : state.map(KnownOnClock.State::contradiction);
    }

    private Optional<KnownOnClock.State> state() {
        return database.query(KnownOnClock.STATE, (row, n) -> KnownOnClock.of(row)).stream()
                .findFirst();
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

    /** By their ids, all of them: whether it says what no clock can have said yet; a few minutes are nothing. */
    Map<Long, Boolean> ahead() {
        Map<Long, Boolean> ahead = new TreeMap<>();
        database.query(AHEAD, row -> {
            ahead.put(row.getLong(1), row.getBoolean(2));
        });
        return ahead;
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
