package org.preventionnetwork.registry.query.projection.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.RowShapes;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.projection.Projection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps a processor running for every version of a projection that is to be kept up, as the database says: a version
 * may come or go by the doing of another node.
 */
public final class Projections implements SmartLifecycle, RowShapes {
    private static final Logger log = LoggerFactory.getLogger(Projections.class);
    /** One number for all nodes; any would do. */
    private static final long SETTING_UP = 4_021_964_311L;

    private final List<Projection> projections;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Operations operations;
    private final Schemas schemas;
    private final LedgerPositions positions;
    private final ProjectionProcessors processors;
    private final Rebuild rebuild;
    private final Map<String, ProjectionProcessors.Running> running = new HashMap<>();
    private @Nullable ScheduledExecutorService watch;

    Projections(
            List<Projection> projections,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            LedgerPositions positions,
            ProjectionProcessors processors,
            Rebuild rebuild) {
        this.projections = projections;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.operations = new Operations(jdbc);
        this.schemas = new Schemas(jdbc);
        this.positions = positions;
        this.processors = processors;
        this.rebuild = rebuild;
    }

    public List<Projection> all() {
        return projections;
    }

    public Optional<Projection> named(String name) {
        return projections.stream()
                .filter(projection -> projection.name().equals(name))
                .findFirst();
    }

    @Override
    public synchronized void start() {
        transaction.executeWithoutResult(status -> {
            jdbc.queryForList("SELECT pg_advisory_xact_lock(?)", SETTING_UP);
            projections.forEach(this::setUp);
        });
        reconcile();
        rebuild.start(this::reconcile);
        rebuild.resume(projections);
        List<Projection> outdated = projections.stream().filter(this::isBehind).toList();
        if (!outdated.isEmpty()) {
            rebuild.request(outdated);
        }
        watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "projections-watch");
            thread.setDaemon(true);
            return thread;
        });
        watch.scheduleWithFixedDelay(this::reconcileOrTell, 2, 2, TimeUnit.SECONDS);
    }

    /** One that is new among events of before an upgrade answers when it has got to where these end. */
    private void setUp(Projection projection) {
        if (rowsOf(projection).isEmpty()) {
            ProjectionVersion first = new ProjectionVersion(projection, 1);
            long head = positions.head();
            operations.insert(first, "LIVE", head == 0 ? null : head);
            schemas.create(first);
            schemas.complete(first);
            schemas.show(first);
        }
    }

    private boolean isBehind(Projection projection) {
        return rowsOf(projection).stream()
                .anyMatch(row -> row.state().equals("LIVE") && isOutdated(projection.name(), row.shape()));
    }

    /** One that this version does not have is read by nobody, and outdated for nobody. */
    @Override
    public boolean isOutdated(String name, int shape) {
        return named(name).filter(projection -> projection.shape() != shape).isPresent();
    }

    private List<Operations.VersionRow> rowsOf(Projection projection) {
        return operations.versions().stream()
                .filter(row -> row.name().equals(projection.name()))
                .toList();
    }

    private void reconcileOrTell() {
        try {
            reconcile();
            rebuild.resume(projections);
        } catch (RuntimeException e) {
            log.warn("The projections' versions could not be looked up; trying again", e);
        }
    }

    /**
     * Starts and stops processors until they are what the database says. One that got further than the database knows
     * is started anew: the database crashed, and lost what had not reached the disk.
     */
    synchronized void reconcile() {
        Map<String, Long> reached = new HashMap<>();
        running.forEach((name, processor) -> reached.put(name, processor.reached()));
        Map<String, ProjectionVersion> wanted = new HashMap<>();
        for (Operations.VersionRow row : operations.versions()) {
            if (row.state().equals("LIVE") || row.state().equals("CATCHING_UP")) {
                named(row.name()).ifPresent(projection -> {
                    ProjectionVersion version = new ProjectionVersion(projection, row.version());
                    wanted.put(version.schema(), version);
                    if (row.position() < reached.getOrDefault(version.schema(), 0L)) {
                        log.warn("{} lost rows in a crash of the database; they are made again", version.schema());
                        stop(version.schema());
                    }
                });
            }
        }
        for (String name : List.copyOf(running.keySet())) {
            if (!wanted.containsKey(name)) {
                stop(name);
            }
        }
        wanted.forEach((name, version) -> running.computeIfAbsent(name, n -> processors.start(version)));
    }

    private void stop(String name) {
        ProjectionProcessors.Running processor = running.remove(name);
        if (processor != null) {
            processor.close();
        }
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
        rebuild.stop();
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }
}
