package org.preventionnetwork.registry.query.projection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the ledger into several new versions at once: it is read once, on the caller's thread, and every version folds
 * and writes on a thread of its own. A version that fails leaves the others alone.
 */
final class LedgerFill {
    private static final int BATCH = 5_000;
    /** Batches that may wait for a writer; the reader gets no further ahead of the slowest. */
    private static final int AHEAD = 2;

    private final LedgerReader ledger;
    private final TransactionTemplate transaction;
    private final long head;
    private final List<Lane> lanes = new ArrayList<>();

    LedgerFill(LedgerReader ledger, TransactionTemplate transaction, long head) {
        this.ledger = ledger;
        this.transaction = transaction;
        this.head = head;
    }

    private record Batch(List<LedgerEvent> events, long position) {}

    /**
     * Has a version filled.
     *
     * @param whenFull runs on the version's thread once all events are in
     * @param whenFailed gets the failure of either, on the same thread
     */
    void into(ProjectionVersion version, ProjectionWriter writer, Runnable whenFull, Consumer<Exception> whenFailed) {
        lanes.add(new Lane(version, writer, whenFull, whenFailed));
    }

    /** Reads the whole ledger; afterwards every version has got all there is for it, or has failed. */
    void read() throws InterruptedException {
        lanes.forEach(Lane::start);
        try {
            List<LedgerEvent> events = new ArrayList<>(BATCH);
            try (var stream = ledger.read(0, head)) {
                for (var all = stream.iterator(); all.hasNext(); ) {
                    LedgerEvent at = all.next();
                    events.add(at);
                    if (events.size() == BATCH) {
                        give(new Batch(events, at.position()));
                        events = new ArrayList<>(BATCH);
                    }
                }
            }
            give(new Batch(events, head));
            for (Lane lane : lanes) {
                lane.thread.join();
            }
        } finally {
            lanes.forEach(lane -> lane.thread.interrupt());
        }
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
        private final Runnable whenFull;
        private final Consumer<Exception> whenFailed;
        private final Thread thread;

        Lane(ProjectionVersion version, ProjectionWriter writer, Runnable whenFull, Consumer<Exception> whenFailed) {
            this.version = version;
            this.writer = writer;
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
                long position = 0;
                do {
                    Batch batch = batches.take();
                    write(batch, position);
                    position = batch.position();
                } while (position < head);
                whenFull.run();
            } catch (RuntimeException | InterruptedException e) {
                whenFailed.accept(e);
            }
        }

        private void write(Batch batch, long after) {
            List<LedgerEvent> own = batch.events().stream()
                    .filter(at -> version.projection().readsEntity(RecordedEvents.entityOf(at)))
                    .toList();
            transaction.executeWithoutResult(status -> writer.write(own, after, batch.position()));
        }
    }
}
