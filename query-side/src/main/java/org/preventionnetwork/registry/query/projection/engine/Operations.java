package org.preventionnetwork.registry.query.projection.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.springframework.jdbc.core.JdbcTemplate;

/** Schema {@code operations}: the versions of the projections, how far they are, and their dead letters. */
public final class Operations {
    private final JdbcTemplate jdbc;

    public Operations(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param generation see {@link #raiseGeneration} */
    record Progress(long position, long generation) {}

    /**
     * @param position up to which everything is brought in; of a version in state BUILDING or CHECKING, which gets one
     *     entity after the other, how many events are
     * @param target the position that has to be reached before the version answers, or null
     */
    public record VersionRow(
            String name,
            int version,
            int shape,
            String state,
            long position,
            @Nullable Long target,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable String detail) {}

    public record DeadLetter(
            long id,
            String projection,
            int version,
            @IdentifiesPerson(onlyStoredIds = true) String entity,
            long position,
            String eventName,
            String errorCode,
            long waiting,
            int attempts,
            Instant parkedAt) {}

    /** Locks the version until the transaction ends: one writer at a time. */
    Progress lock(ProjectionVersion version) {
        return lock(version, "SELECT position, generation FROM operations.projection");
    }

    /**
     * Also spares the transaction waiting for the disk: rows and position are lost together in a crash, and then written
     * again from the ledger.
     */
    Progress lockForWriting(ProjectionVersion version) {
        return lock(
                version,
                "SELECT position, generation, set_config('synchronous_commit', 'off', true)"
                        + " FROM operations.projection");
    }

    private Progress lock(ProjectionVersion version, String select) {
        return jdbc
                .query(
                        select + " WHERE name = ? AND version = ? FOR UPDATE",
                        (row, n) -> new Progress(row.getLong(1), row.getLong(2)),
                        version.projection().name(),
                        version.version())
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(version.schema() + " is not there any more"));
    }

    void advance(ProjectionVersion version, long position) {
        jdbc.update(
                "UPDATE operations.projection SET position = ? WHERE name = ? AND version = ?",
                position,
                version.projection().name(),
                version.version());
    }

    /** Tells every node that rows changed outside the stream. */
    void raiseGeneration(ProjectionVersion version) {
        jdbc.update(
                "UPDATE operations.projection SET generation = generation + 1 WHERE name = ? AND version = ?",
                version.projection().name(),
                version.version());
    }

    Set<String> parkedEntities(ProjectionVersion version) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT entity FROM operations.dead_letter WHERE projection = ? AND version = ?",
                String.class,
                version.projection().name(),
                version.version()));
    }

    Set<Long> skipped(ProjectionVersion version) {
        return new HashSet<>(jdbc.queryForList(
                "SELECT position FROM operations.skipped WHERE projection = ? AND version = ?",
                Long.class,
                version.projection().name(),
                version.version()));
    }

    void park(ProjectionVersion version, String entity, long position, String eventName, String errorCode) {
        jdbc.update(
                """
                INSERT INTO operations.dead_letter (projection, version, entity, position, event_name, error_code)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                version.projection().name(),
                version.version(),
                entity,
                position,
                eventName,
                errorCode);
    }

    void keepWaiting(ProjectionVersion version, Map<String, Integer> waiting) {
        waiting.forEach((entity, count) -> jdbc.update(
                "UPDATE operations.dead_letter SET waiting = waiting + ?"
                        + " WHERE projection = ? AND version = ? AND entity = ?",
                count,
                version.projection().name(),
                version.version(),
                entity));
    }

    void skip(ProjectionVersion version, DeadLetter letter) {
        jdbc.update(
                "INSERT INTO operations.skipped (projection, version, entity, position) VALUES (?, ?, ?, ?)",
                version.projection().name(),
                version.version(),
                letter.entity(),
                letter.position());
    }

    void unpark(long id) {
        jdbc.update("DELETE FROM operations.dead_letter WHERE id = ?", id);
    }

    void parkAgain(long id, ProjectionWriter.Culprit culprit) {
        jdbc.update(
                """
                UPDATE operations.dead_letter
                SET position = ?, event_name = ?, error_code = ?, waiting = ?, attempts = attempts + 1 WHERE id = ?
                """,
                culprit.position(),
                culprit.eventName(),
                culprit.errorCode(),
                culprit.waiting(),
                id);
    }

    /** Entities whose rows are not all there, parked or with events left out, each with the position 0. */
    Map<String, Long> incompleteEntities(ProjectionVersion version) {
        Map<String, Long> entities = new HashMap<>();
        parkedFrom(version).keySet().forEach(entity -> entities.put(entity, 0L));
        allSkipped().stream()
                .filter(skipped -> skipped.isOf(version))
                .forEach(skipped -> entities.put(skipped.entity(), 0L));
        return entities;
    }

    /** Entities that are parked, each with the position of the event that could not be brought in. */
    Map<String, Long> parkedFrom(ProjectionVersion version) {
        Map<String, Long> parked = new HashMap<>();
        deadLetters().stream()
                .filter(letter ->
                        letter.projection().equals(version.projection().name())
                                && letter.version() == version.version())
                .forEach(letter -> parked.put(letter.entity(), letter.position()));
        return parked;
    }

    /** An event that somebody left out of a version for good. */
    public record SkippedEvent(String projection, int version, String entity, long position) {
        boolean isOf(ProjectionVersion of) {
            return projection.equals(of.projection().name()) && version == of.version();
        }
    }

    /** Of all versions but those that a check makes. */
    public List<SkippedEvent> skippedEvents() {
        return allSkipped().stream().filter(event -> event.version() >= 0).toList();
    }

    List<SkippedEvent> allSkipped() {
        return jdbc.query(
                "SELECT projection, version, entity, position FROM operations.skipped ORDER BY projection, version, position",
                (row, n) -> new SkippedEvent(row.getString(1), row.getInt(2), row.getString(3), row.getLong(4)));
    }

    /** Leaves out of one version what is left out of another. */
    void skipAsIn(ProjectionVersion other, ProjectionVersion version) {
        jdbc.update(
                """
                INSERT INTO operations.skipped (projection, version, entity, position)
                SELECT projection, ?, entity, position FROM operations.skipped WHERE projection = ? AND version = ?
                """,
                version.version(),
                other.projection().name(),
                other.version());
    }

    void failedAgain(long id, String errorCode) {
        jdbc.update(
                "UPDATE operations.dead_letter SET attempts = attempts + 1, error_code = ? WHERE id = ?",
                errorCode,
                id);
    }

    public List<DeadLetter> deadLetters() {
        return jdbc.query(
                "SELECT * FROM operations.dead_letter ORDER BY id",
                (row, n) -> new DeadLetter(
                        row.getLong("id"),
                        row.getString("projection"),
                        row.getInt("version"),
                        row.getString("entity"),
                        row.getLong("position"),
                        row.getString("event_name"),
                        row.getString("error_code"),
                        row.getLong("waiting"),
                        row.getInt("attempts"),
                        row.getTimestamp("parked_at").toInstant()));
    }

    public Optional<DeadLetter> deadLetter(long id) {
        return deadLetters().stream().filter(letter -> letter.id() == id).findFirst();
    }

    public List<VersionRow> versions() {
        return jdbc.query(
                "SELECT * FROM operations.projection ORDER BY name, version",
                (row, n) -> new VersionRow(
                        row.getString("name"),
                        row.getInt("version"),
                        row.getInt("shape"),
                        row.getString("state"),
                        row.getLong("position"),
                        row.getObject("target", Long.class),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("finished_at") == null
                                ? null
                                : row.getTimestamp("finished_at").toInstant(),
                        row.getString("detail")));
    }

    void insert(ProjectionVersion version, String state, @Nullable Long target) {
        jdbc.update(
                "INSERT INTO operations.projection (name, version, shape, state, target) VALUES (?, ?, ?, ?, ?)",
                version.projection().name(),
                version.version(),
                version.projection().shape(),
                state,
                target);
    }

    void state(ProjectionVersion version, String state, @Nullable String detail) {
        jdbc.update(
                """
                UPDATE operations.projection SET state = ?, detail = ?,
                       finished_at = CASE WHEN ? IN ('BUILDING', 'CATCHING_UP') THEN NULL ELSE now() END
                WHERE name = ? AND version = ?
                """,
                state,
                detail,
                state,
                version.projection().name(),
                version.version());
    }

    /** Nobody reads it any more, so nothing is to be done about what it could not bring in. */
    void retire(ProjectionVersion version) {
        state(version, "RETIRED", null);
        jdbc.update(
                "DELETE FROM operations.dead_letter WHERE projection = ? AND version = ?",
                version.projection().name(),
                version.version());
    }

    /** From here on nobody else fills this version. */
    void claim(ProjectionVersion version, String builder) {
        jdbc.update(
                "UPDATE operations.projection SET builder = ? WHERE name = ? AND version = ?",
                builder,
                version.projection().name(),
                version.version());
    }

    /**
     * Inside a transaction: nobody takes the version over before its end, which the database brings about where this
     * node says nothing for as long as its lease.
     *
     * @throws TakenOver when somebody has, or when it is built already
     */
    void requireOwn(ProjectionVersion version, String builder, Duration lease) {
        jdbc.queryForList(
                "SELECT set_config('idle_in_transaction_session_timeout', ?, true)", Long.toString(lease.toMillis()));
        boolean own = !jdbc.queryForList(
                        "SELECT 1 FROM operations.projection WHERE name = ? AND version = ? AND builder = ?"
                                + " AND state IN ('BUILDING', 'CATCHING_UP') FOR UPDATE",
                        version.projection().name(),
                        version.version(),
                        builder)
                .isEmpty();
        if (!own) {
            throw new TakenOver(version);
        }
    }

    /** Whether entities are still brought in one after the other, and the position only counts their events. */
    boolean isFilling(ProjectionVersion version) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT state IN ('BUILDING', 'CHECKING') FROM operations.projection WHERE name = ? AND version = ?",
                Boolean.class,
                version.projection().name(),
                version.version()));
    }

    /** Nothing is brought in yet, and nothing could not be. */
    void startOver(ProjectionVersion version, long target) {
        jdbc.update(
                "UPDATE operations.projection SET position = 0, generation = generation + 1, target = ?"
                        + " WHERE name = ? AND version = ?",
                target,
                version.projection().name(),
                version.version());
        jdbc.update(
                "DELETE FROM operations.dead_letter WHERE projection = ? AND version = ?",
                version.projection().name(),
                version.version());
    }

    void delete(ProjectionVersion version) {
        jdbc.update(
                "DELETE FROM operations.projection WHERE name = ? AND version = ?",
                version.projection().name(),
                version.version());
        jdbc.update("DELETE FROM operations.tokenentry WHERE processorname = ?", version.schema());
    }
}
