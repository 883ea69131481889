package org.preventionnetwork.registry.query.infrastructure;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.Registration;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way along the ledger. Asks the database only when the ledger is known to have grown.
 *
 * <p>For several threads: Axon's coordinator lets the next of its tasks begin before the last has asked whether there is
 * more, and two that filled the buffer at once would give events twice, or none at all.
 */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {
    private final SharedReads reads;
    private final LedgerHead head;
    private final Queue<TrackedEventMessage<?>> buffer = new ArrayDeque<>();
    private long last;
    private volatile Registration callback = () -> true;

    LedgerStream(SharedReads reads, LedgerHead head, long after) {
        this.reads = reads;
        this.head = head;
        this.last = after;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        fill();
        return Optional.ofNullable(buffer.peek());
    }

    @Override
    public synchronized boolean hasNextAvailable() {
        fill();
        return !buffer.isEmpty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (!hasNextAvailable()) {
            if (!head.awaitBeyond(reached(), Duration.ofNanos(deadline - System.nanoTime()))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            TrackedEventMessage<?> next = poll();
            if (next != null) {
                return next;
            }
            hasNextAvailable(1, TimeUnit.MINUTES);
        }
    }

    private synchronized @Nullable TrackedEventMessage<?> poll() {
        fill();
        return buffer.poll();
    }

    private synchronized long reached() {
        return last;
    }

    /** Upcasters may leave nothing of a batch, hence the loop; a crash may have left nothing of the ledger's end. */
    private void fill() {
        boolean moved = true;
        while (moved && buffer.isEmpty() && head.position() > last) {
            SharedReads.Messages read = reads.after(last);
            moved = read.last() > last;
            last = read.last();
            buffer.addAll(read.messages());
        }
    }

    @Override
    public boolean setOnAvailableCallback(Runnable onAvailable) {
        callback.cancel();
        callback = head.onAdvance(onAvailable);
        onAvailable.run();
        return true;
    }

    @Override
    public void close() {
        callback.cancel();
    }
}
