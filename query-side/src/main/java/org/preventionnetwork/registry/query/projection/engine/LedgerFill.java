package org.preventionnetwork.registry.query.projection.engine;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.projection.EntityHistory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger into several new versions at once: it is read once, on the caller's thread, and every version folds
 * and writes on a thread of its own. A version that fails leaves the others alone.
 *
 * <p>It is read one entity after the other: what follows from an entity's history depends on no other, so nothing has
 * to be remembered of one that is done, and no row has to be found again to end a belief.
 */
final class LedgerFill {
    /** So many times its size a batch may get to end with an entity's end. */
    private static final int MOST = 4;
    /** Batches that may wait for a writer; the reader gets no further ahead of the slowest. */
    private static final int AHEAD = 2;

    private final LedgerReader ledger;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final EntityHistory history;
    private final int batchSize;
    private final long head;
    private final List<Lane> lanes = new ArrayList<>();

    /**
     * @param batchSize how many events are written at once, about
     * @param head up to where the ledger is brought in
     */
    LedgerFill(
            LedgerReader ledger,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            EntityHistory history,
            int batchSize,
            long head) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.history = history;
        this.batchSize = batchSize;
        this.head = head;
    }

    /** @param done how many positions were read up to its end */
    private record Batch(List<LedgerEvent> events, long done, boolean isLast) {}

    /**
     * Has a version filled.
     *
     * @param version with empty tables
     * @param whenFull runs on the version's thread once all events are in
     * @param whenFailed gets the failure of either, on the same thread
     */
    void into(ProjectionVersion version, Runnable whenFull, Consumer<Exception> whenFailed) {
        into(version, () -> {}, whenFull, whenFailed);
    }

    /** @param before runs inside each transaction before anything is written in it, and may refuse */
    void into(ProjectionVersion version, Runnable before, Runnable whenFull, Consumer<Exception> whenFailed) {
        ProjectionWriter writer = new ProjectionWriter(version, jdbc, history, batchSize);
        lanes.add(new Lane(version, writer, before, whenFull, whenFailed));
    }

    /** Reads the whole ledger; afterwards every version has got all there is for it, or has failed. */
    void read() throws InterruptedException {
        lanes.forEach(Lane::start);
        try {
            try (var stream = ledger.readByEntity(head)) {
                giveBatches(stream.iterator());
            }
            for (Lane lane : lanes) {
                lane.thread.join();
            }
        } finally {
            lanes.forEach(lane -> lane.thread.interrupt());
        }
    }

    private void giveBatches(Iterator<LedgerEvent> all) throws InterruptedException {
        List<LedgerEvent> events = new ArrayList<>(batchSize);
        long done = 0;
        long last = 0;
        while (all.hasNext()) {
            LedgerEvent at = all.next();
            if (endsBefore(at, events)) {
                give(new Batch(events, done, false));
                events = new ArrayList<>(batchSize);
            }
            events.add(at);
            done += at.position() == last ? 0 : 1;
            last = at.position();
        }
        give(new Batch(events, head, true));
    }

    private boolean endsBefore(LedgerEvent at, List<LedgerEvent> events) {
        int size = events.size();
        return size >= MOST * batchSize
                || (size >= batchSize
                        && !RecordedEvents.entityOf(events.get(size - 1)).equals(RecordedEvents.entityOf(at)));
    }

    private void give(Batch batch) throws InterruptedException {
        for (Lane lane : lanes) {
            lane.give(batch);
        }
    }

    private final class Lane {
        private final BlockingQueue<Batch> batches = new ArrayBlockingQueue<>(AHEAD);
        private final ProjectionVersion version;
        private final ProjectionWriter writer;
        private final Runnable before;
        private final Runnable whenFull;
        private final Consumer<Exception> whenFailed;
        private final Thread thread;

        Lane(
                ProjectionVersion version,
                ProjectionWriter writer,
                Runnable before,
                Runnable whenFull,
                Consumer<Exception> whenFailed) {
            this.version = version;
            this.writer = writer;
            this.before = before;
            this.whenFull = whenFull;
            this.whenFailed = whenFailed;
            this.thread = new Thread(this::run, "rebuild-" + version.schema());
        }

        void start() {
            thread.start();
        }

        void give(Batch batch) throws InterruptedException {
            boolean given = false;
            while (!given && thread.isAlive()) {
                given = batches.offer(batch, 100, TimeUnit.MILLISECONDS);
            }
        }

        private void run() {
            try {
                Batch batch;
                do {
                    batch = batches.take();
                    write(batch);
                } while (!batch.isLast());
                whenFull.run();
            } catch (RuntimeException | InterruptedException e) {
                whenFailed.accept(e);
            }
        }

        private void write(Batch batch) {
            List<LedgerEvent> own = batch.events().stream()
                    .filter(at -> version.projection().readsEntity(RecordedEvents.entityOf(at)))
                    .toList();
            transaction.executeWithoutResult(status -> {
                before.run();
                writer.fill(own, batch.done());
            });
        }
    }
}
