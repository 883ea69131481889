package org.preventionnetwork.registry.query.projection.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.RecordedEvent;
import org.preventionnetwork.registry.query.projection.Table;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Brings batches of events into one version of a projection, inside the caller's transaction. A batch is flushed as
 * sets; when that fails, event by event, and only the entity of the event at fault is parked.
 */
final class ProjectionWriter {
    private final ProjectionVersion version;
    private final JdbcTemplate jdbc;
    private final Operations operations;
    private final Fold fold;
    private final EntityHistory history;
    private final GrowingTables growing = new GrowingTables();
    private final Map<Table, Integer> incoming = new HashMap<>();
    private long generation = -1;
    private long reached;
    private volatile long committed;
    private Set<String> parked = Set.of();

    ProjectionWriter(ProjectionVersion version, JdbcTemplate jdbc, EntityHistory history, int remembered) {
        this.version = version;
        this.jdbc = jdbc;
        this.operations = new Operations(jdbc);
        this.history = history;
        this.fold = new Fold(version.projection().models(), history, remembered);
    }

    /**
     * @param events those of this projection's entities up to {@code position}, in order
     * @param after the position after which the ledger was read for them
     * @param position up to where the ledger was read
     * @throws RowsWereLost when the version's rows do not reach up to {@code after}
     */
    void write(List<LedgerEvent> events, long after, long position) {
        Operations.Progress progress = operations.lockForWriting(version);
        if (progress.position() < after) {
            throw new RowsWereLost(version, progress.position(), after);
        }
        follow(progress);
        bringIn(events.stream()
                .filter(event -> event.position() > progress.position())
                .toList());
        lookAtGrownTables();
        reached = Math.max(position, progress.position());
        operations.advance(version, reached);
    }

    /**
     * Brings the next entities into a version that is being built: each comes with its whole history, so that beliefs
     * are written when their end is known.
     *
     * @param done how many events there are in these and all earlier ones; the version's position until it is built
     */
    void fill(List<LedgerEvent> events, long done) {
        follow(operations.lockForWriting(version));
        bringIn(events);
        reached = done;
        operations.advance(version, done);
    }

    private void lookAtGrownTables() {
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            growing.grown(connection, version.schema(), incoming);
            return true;
        });
        incoming.clear();
    }

    private void follow(Operations.Progress progress) {
        if (progress.generation() != generation) {
            generation = progress.generation();
            parked = operations.parkedEntities(version);
            fold.skip(operations.skipped(version));
            fold.forgetAll();
        } else if (progress.position() != reached) {
            // Another node went on in the meantime; what is remembered here is from before.
            fold.forgetAll();
        }
    }

    private void bringIn(List<LedgerEvent> events) {
        List<LedgerEvent> fresh = new ArrayList<>(events.size());
        Map<String, Integer> waiting = new HashMap<>();
        for (LedgerEvent event : events) {
            if (parked.contains(RecordedEvents.entityOf(event))) {
                waiting.merge(RecordedEvents.entityOf(event), 1, Integer::sum);
            } else {
                fresh.add(event);
            }
        }
        if (!waiting.isEmpty()) {
            operations.keepWaiting(version, waiting);
        }
        if (!fresh.isEmpty() && !tryAtOnce(fresh)) {
            oneByOne(fresh);
        }
    }

    private boolean tryAtOnce(List<LedgerEvent> events) {
        return inSavepoint(() -> flushLedger(events)).isEmpty();
    }

    private void oneByOne(List<LedgerEvent> events) {
        fold.forgetAll();
        for (LedgerEvent event : events) {
            if (parked.contains(RecordedEvents.entityOf(event))) {
                operations.keepWaiting(version, Map.of(RecordedEvents.entityOf(event), 1));
                continue;
            }
            Optional<RuntimeException> problem = inSavepoint(() -> flushLedger(List.of(event)));
            if (problem.isPresent()) {
                fold.forget(RecordedEvents.entityOf(event));
                operations.park(
                        version,
                        RecordedEvents.entityOf(event),
                        event.position(),
                        RecordedEvents.nameOf(event),
                        ErrorCode.of(problem.get()));
                parked = operations.parkedEntities(version);
            }
        }
    }

    private void flushLedger(List<LedgerEvent> events) {
        flush(events.stream().map(RecordedEvents::of).toList());
    }

    private void flush(List<RecordedEvent> events) {
        RowBuffer rows = new RowBuffer();
        fold.apply(events, rows);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            rows.flush(connection, version.schema());
            return true;
        });
        rows.incoming().forEach((table, count) -> incoming.merge(table, count, Integer::sum));
    }

    /** @return what went wrong, after which the database is as it was before */
    private Optional<RuntimeException> inSavepoint(Runnable work) {
        return jdbc.execute((ConnectionCallback<Optional<RuntimeException>>) connection -> {
            Savepoint savepoint = connection.setSavepoint();
            try {
                work.run();
                connection.releaseSavepoint(savepoint);
                return Optional.empty();
            } catch (RuntimeException problem) {
                if (!Blame.isOnTheEvent(problem)) {
                    throw problem;
                }
                rollBackTo(connection, savepoint, problem);
                return Optional.of(problem);
            }
        });
    }

    /** A connection that is gone is no event's fault: then the whole batch is tried again later. */
    private static void rollBackTo(Connection connection, Savepoint savepoint, RuntimeException problem)
            throws SQLException {
        try {
            connection.rollback(savepoint);
        } catch (SQLException gone) {
            gone.addSuppressed(problem);
            throw gone;
        }
    }

    /** After a transaction that did. */
    void committed() {
        committed = reached;
    }

    /** Up to where rows were committed here, which says nothing of the disk; 0 when nobody knows. */
    long reached() {
        return committed;
    }

    /** After a transaction that did not commit. */
    void forget() {
        generation = -1;
        committed = 0;
        fold.forgetAll();
    }

    /** @param waiting how many events of the entity come after it */
    record Culprit(long position, String eventName, String errorCode, long waiting) {}

    /**
     * Makes one entity's rows anew from its whole history, up to where this version is, or up to the first event that
     * cannot be brought in.
     */
    Optional<Culprit> refold(String entity) {
        Operations.Progress progress = operations.lock(version);
        fold.skip(operations.skipped(version));
        for (Table table : version.projection().tables()) {
            jdbc.update("DELETE FROM " + version.schema() + "." + table.name() + " WHERE entity = ?", entity);
        }
        List<RecordedEvent> events = new ArrayList<>();
        history.read(Map.of(entity, progress.position() + 1), events::add);
        fold.forget(entity);
        Optional<Culprit> culprit =
                inSavepoint(() -> flush(events)).isEmpty() ? Optional.empty() : refoldOneByOne(entity, events);
        operations.raiseGeneration(version);
        return culprit;
    }

    private Optional<Culprit> refoldOneByOne(String entity, List<RecordedEvent> events) {
        fold.forget(entity);
        for (int i = 0; i < events.size(); i++) {
            RecordedEvent event = events.get(i);
            Optional<RuntimeException> problem = inSavepoint(() -> flush(List.of(event)));
            if (problem.isPresent()) {
                return Optional.of(new Culprit(
                        event.position(), event.name(), ErrorCode.of(problem.get()), events.size() - i - 1));
            }
        }
        return Optional.empty();
    }
}
