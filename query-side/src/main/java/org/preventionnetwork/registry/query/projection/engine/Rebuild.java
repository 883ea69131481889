package org.preventionnetwork.registry.query.projection.engine;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.preventionnetwork.registry.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a projection anew beside the one that is served: entity by entity as fast as the database takes rows,
 * then keys and indexes, then live until it has caught up, then compared with the old one, then shown in its place, in
 * one transaction. Until then the old one answers. When the two differ, the old one stays and the new one is kept for
 * inspection, unless the shape of the rows changed on purpose. Entities with dead letters are not compared: a rebuild is
 * a way to mend them.
 */
public final class Rebuild {
    private static final Logger log = LoggerFactory.getLogger(Rebuild.class);
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Operations operations;
    private final Schemas schemas;
    private final LedgerReader ledger;
    private final LedgerPositions positions;
    private final EntityHistory history;
    private final int batchSize;
    private final Duration lease;
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile @Nullable ExecutorService worker;
    private Runnable versionsChanged = () -> {};

    Rebuild(
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            LedgerReader ledger,
            LedgerPositions positions,
            EntityHistory history,
            int batchSize,
            Duration lease) {
        this.lease = lease;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.operations = new Operations(jdbc);
        this.schemas = new Schemas(jdbc);
        this.ledger = ledger;
        this.positions = positions;
        this.history = history;
        this.batchSize = batchSize;
    }

    void start(Runnable whenVersionsChange) {
        versionsChanged = whenVersionsChange;
        worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "projection-rebuild"));
    }

    void stop() {
        ExecutorService running = worker;
        worker = null;
        if (running != null) {
            running.shutdownNow();
        }
    }

    /**
     * Rebuilds when the ones asked for before are done.
     *
     * @return the version that is being built, or is waiting to be built
     */
    public int request(Projection projection) {
        return request(List.of(projection)).get(0);
    }

    /**
     * Rebuilds several from one reading of the ledger, when the ones asked for before are done.
     *
     * @return the versions that are being built, or are waiting to be built
     */
    public List<Integer> request(List<Projection> projections) {
        ExecutorService running = worker;
        if (running == null) {
            throw new IllegalStateException("projections are not running");
        }
        List<ProjectionVersion> next = projections.stream().map(this::next).toList();
        waiting.incrementAndGet();
        running.execute(() -> {
            try {
                build(next);
            } catch (RuntimeException e) {
                log.error("A rebuild was cut short; whoever lives goes on with it", e);
            } finally {
                waiting.decrementAndGet();
            }
        });
        return next.stream().map(ProjectionVersion::version).toList();
    }

    /** Does something when the rebuilds asked for before are done, and before the ones asked for after. */
    <T> Future<T> between(Callable<T> work) {
        ExecutorService running = worker;
        if (running == null) {
            throw new IllegalStateException("projections are not running");
        }
        return running.submit(work);
    }

    private ProjectionVersion next(Projection projection) {
        return Objects.requireNonNull(transaction.execute(status -> {
            // In the order in which a processor takes them, of which one may still write what is finished.
            jdbc.queryForList(
                    "SELECT 1 FROM operations.tokenentry WHERE processorname LIKE ? FOR UPDATE",
                    projection.name() + "\\_v%");
            jdbc.queryForList("SELECT 1 FROM operations.projection WHERE name = ? FOR UPDATE", projection.name());
            dropFinished(projection);
            int version = operations.versions().stream()
                    .filter(row ->
                            row.name().equals(projection.name()) && !row.state().equals("CHECKING"))
                    .mapToInt(row -> underWay(row) ? -row.version() : row.version() + 1)
                    .reduce(1, (a, b) -> a < 0 ? a : b < 0 ? b : Math.max(a, b));
            ProjectionVersion made = new ProjectionVersion(projection, Math.abs(version));
            if (version > 0) {
                operations.insert(made, "BUILDING", positions.head());
                schemas.create(made);
            }
            return made;
        }));
    }

    /**
     * Goes on with what is under way and nobody attends to, because its node ended or was cut off; what was not filled
     * yet begins anew. Nothing happens while this node has rebuilds of its own to do.
     */
    void resume(List<Projection> projections) {
        if (waiting.get() > 0) {
            return;
        }
        List<String> underWay = operations.versions().stream()
                .filter(Rebuild::underWay)
                .filter(row -> isUnattended(schemaOf(row, projections)))
                .map(Operations.VersionRow::name)
                .toList();
        List<Projection> again = projections.stream()
                .filter(projection -> underWay.contains(projection.name()))
                .toList();
        if (!again.isEmpty()) {
            request(again);
        }
    }

    private static @Nullable String schemaOf(Operations.VersionRow row, List<Projection> projections) {
        return projections.stream()
                .filter(projection -> projection.name().equals(row.name()))
                .map(projection -> new ProjectionVersion(projection, row.version()).schema())
                .findFirst()
                .orElse(null);
    }

    private boolean isUnattended(@Nullable String schema) {
        return schema != null
                && Boolean.TRUE.equals(jdbc.queryForObject(
                        """
                        SELECT NOT EXISTS (
                            SELECT FROM pg_locks, hashtextextended(?, 0) AS key
                            WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                              AND (classid::bigint << 32 | objid::bigint) = key)""",
                        Boolean.class,
                        schema));
    }

    /** Of several nodes only one builds a version. */
    private void build(List<ProjectionVersion> requested) {
        String builder = UUID.randomUUID().toString();
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            JdbcTemplate alone = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
            List<ProjectionVersion> locked = new ArrayList<>();
            try (BuildLease kept = new BuildLease(connection, lease)) {
                for (ProjectionVersion version : requested) {
                    if (Boolean.TRUE.equals(alone.queryForObject(
                            "SELECT pg_try_advisory_lock(hashtextextended(?, 0))", Boolean.class, version.schema()))) {
                        locked.add(version);
                        operations.claim(version, builder);
                    }
                }
                buildAlone(locked, builder);
                locked.forEach(version ->
                        alone.queryForList("SELECT pg_advisory_unlock(hashtextextended(?, 0))", version.schema()));
            } catch (RuntimeException | SQLException e) {
                // Whatever it still holds must not go back among the others.
                connection.abort(Runnable::run);
                throw e;
            }
            return true;
        });
    }

    private static boolean underWay(Operations.VersionRow row) {
        return row.state().equals("BUILDING") || row.state().equals("CATCHING_UP");
    }

    private void dropFinished(Projection projection) {
        for (Operations.VersionRow row : operations.versions()) {
            if (row.name().equals(projection.name())
                    && !row.state().equals("CHECKING")
                    && !row.state().equals("LIVE")
                    && !underWay(row)) {
                drop(new ProjectionVersion(projection, row.version()));
            }
        }
    }

    private void drop(ProjectionVersion version) {
        schemas.drop(version);
        operations.delete(version);
    }

    private void buildAlone(List<ProjectionVersion> versions, String builder) {
        List<ProjectionVersion> filled = versions.stream()
                .filter(version -> isIn(version, "CATCHING_UP"))
                .toList();
        List<ProjectionVersion> empty =
                versions.stream().filter(version -> isIn(version, "BUILDING")).toList();
        filled.forEach(version -> {
            try {
                showWhenCaughtUp(version, builder);
            } catch (RuntimeException e) {
                failed(version, builder, e);
            }
        });
        long head = positions.head();
        LedgerFill fill = new LedgerFill(ledger, jdbc, transaction, history, batchSize, head);
        for (ProjectionVersion version : empty) {
            startOver(version, builder, head);
            fill.into(
                    version,
                    () -> operations.requireOwn(version, builder, lease),
                    () -> completeAndShow(version, builder),
                    failure -> failed(version, builder, failure));
        }
        try {
            fill.read();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a rebuild that was cut short left is of no use: nobody knows which entities are in. */
    private void startOver(ProjectionVersion version, String builder, long head) {
        transaction.executeWithoutResult(status -> {
            operations.requireOwn(version, builder, lease);
            operations.startOver(version, head);
            schemas.drop(version);
            schemas.create(version);
        });
    }

    private void completeAndShow(ProjectionVersion version, String builder) {
        transaction.executeWithoutResult(status -> {
            operations.requireOwn(version, builder, lease);
            schemas.complete(version);
            operations.state(version, "CATCHING_UP", null);
        });
        showWhenCaughtUp(version, builder);
    }

    private void showWhenCaughtUp(ProjectionVersion version, String builder) {
        versionsChanged.run();
        awaitCaughtUp(version);
        compareAndShow(version, builder);
        versionsChanged.run();
    }

    private void failed(ProjectionVersion version, String builder, Exception failure) {
        if (worker == null) {
            log.info("Rebuilding {} is interrupted, to go on at the next start", version.schema());
            return;
        }
        if (failure instanceof TakenOver) {
            log.warn("{}; this one goes no further", failure.getMessage());
            return;
        }
        if (Outage.behind(failure).isPresent()) {
            log.warn("Rebuilding {} was cut off from the database; whoever lives goes on with it", version.schema());
            return;
        }
        log.error("Rebuilding {} failed", version.schema(), failure);
        try {
            transaction.executeWithoutResult(status -> {
                operations.requireOwn(version, builder, lease);
                operations.state(version, "FAILED", ErrorCode.of(failure));
            });
        } catch (TakenOver meanwhile) {
            log.warn("{} is filled by another node by now, which may do better", version.schema());
        }
        versionsChanged.run();
    }

    private boolean isIn(ProjectionVersion version, String state) {
        return stateOf(version).filter(row -> row.state().equals(state)).isPresent();
    }

    private Optional<Operations.VersionRow> stateOf(ProjectionVersion version) {
        return operations.versions().stream()
                .filter(row -> row.name().equals(version.projection().name()) && row.version() == version.version())
                .findFirst();
    }

    private void awaitCaughtUp(ProjectionVersion version) {
        long deadline = System.nanoTime() + CATCH_UP.toNanos();
        while (live(version).map(live -> live.position() > position(version)).orElse(false)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(version.schema() + " did not catch up");
            }
            LockSupport.parkNanos(20_000_000);
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("the rebuild of " + version.schema() + " was stopped");
            }
        }
    }

    private void compareAndShow(ProjectionVersion version, String builder) {
        Optional<Operations.VersionRow> live = live(version);
        if (live.isPresent() && live.get().shape() == version.projection().shape()) {
            ProjectionVersion old =
                    new ProjectionVersion(version.projection(), live.get().version());
            long common = Math.min(position(old), position(version));
            Map<String, Long> incomplete = operations.incompleteEntities(old);
            incomplete.putAll(operations.incompleteEntities(version));
            long salt = ThreadLocalRandom.current().nextLong();
            Projection projection = version.projection();
            List<String> expected = schemas.checksums(projection, Schemas.tablesOf(old), common, incomplete, salt);
            List<String> found = schemas.checksums(projection, Schemas.tablesOf(version), common, incomplete, salt);
            if (!expected.equals(found)) {
                log.error(
                        "Rebuilt {} differs from the one it would replace: {} instead of {}",
                        version.schema(),
                        found,
                        expected);
                transaction.executeWithoutResult(status -> {
                    operations.requireOwn(version, builder, lease);
                    operations.state(version, "DIFFERS", "at position " + common);
                });
                return;
            }
        }
        transaction.executeWithoutResult(status -> {
            operations.requireOwn(version, builder, lease);
            live.ifPresent(row -> operations.retire(new ProjectionVersion(version.projection(), row.version())));
            operations.state(version, "LIVE", null);
            schemas.show(version);
        });
    }

    private Optional<Operations.VersionRow> live(ProjectionVersion version) {
        return operations.versions().stream()
                .filter(row -> row.name().equals(version.projection().name())
                        && row.state().equals("LIVE"))
                .findFirst();
    }

    private long position(ProjectionVersion version) {
        return stateOf(version).map(Operations.VersionRow::position).orElse(0L);
    }
}
