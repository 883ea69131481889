package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.observation.LogContext;

/**
 * Works on things side by side, but on things of one name in the order in which they came. Holds few of them at a time:
 * whoever brings more waits. The first failure stops all lanes.
 */
final class Lanes<T> implements AutoCloseable {
    private static final int WAITING = 64;

    private final List<BlockingQueue<Job<T>>> queues = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** @param thing null is the end of the lane */
    private record Job<T>(@Nullable T thing) {}

    Lanes(int count, Consumer<T> work) {
        Optional<String> correlation = LogContext.CORRELATION.get();
        for (int i = 0; i < count; i++) {
            BlockingQueue<Job<T>> queue = new ArrayBlockingQueue<>(WAITING);
            Thread thread = new Thread(
                    () -> {
                        correlation.ifPresent(LogContext.CORRELATION::put);
                        run(queue, work);
                    },
                    "import-lane-" + i);
            thread.setDaemon(true);
            queues.add(queue);
            threads.add(thread);
            thread.start();
        }
    }

    void put(String name, T thing) {
        requireNoFailure();
        hand(queues.get(Math.floorMod(name.hashCode(), queues.size())), new Job<>(thing));
    }

    /** Waits until all is done. */
    void finish() {
        end();
        requireNoFailure();
    }

    private void run(BlockingQueue<Job<T>> queue, Consumer<T> work) {
        try {
            for (T thing = queue.take().thing();
                    thing != null;
                    thing = queue.take().thing()) {
                if (failure.get() == null) {
                    work.accept(thing);
                }
            }
        } catch (InterruptedException e) {
            failure.compareAndSet(null, e);
        } catch (Throwable e) {
            failure.compareAndSet(null, e);
            drain(queue);
        }
    }

    /** So that nobody waits for a lane that has failed. */
    private void drain(BlockingQueue<Job<T>> queue) {
        try {
            while (queue.take().thing() != null) {
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        if (threads.isEmpty()) {
            return;
        }
        queues.forEach(queue -> hand(queue, new Job<>(null)));
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            stop();
            throw interrupted();
        }
        threads.clear();
    }

    private void hand(BlockingQueue<Job<T>> queue, Job<T> job) {
        try {
            queue.put(job);
        } catch (InterruptedException e) {
            stop();
            throw interrupted();
        }
    }

    private void stop() {
        threads.forEach(Thread::interrupt);
        threads.clear();
    }

    private static CompletionException interrupted() {
        Thread.currentThread().interrupt();
        return new CompletionException("the import was interrupted", null);
    }

    private void requireNoFailure() {
        Throwable failed = failure.get();
        if (failed != null) {
            throw new CompletionException(failed);
        }
    }

    @Override
    public void close() {
        end();
    }
}
