package org.preventionnetwork.registry.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same on several threads for a while and counts. */
final class Load {
    private Load() {}

    /** What one thread does once. */
    interface Operation {
        void run() throws Exception;
    }

    /** Makes each thread's own operation, with connections and counters of its own. */
    interface Threads {
        Operation thread(int number) throws Exception;
    }

    /** @return how often it was done in a second by all threads together */
    static double perSecond(int threads, Duration duration, Threads work) throws Exception {
        List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            operations.add(work.thread(i));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Double>> rates = new ArrayList<>();
            for (Operation operation : operations) {
                rates.add(pool.submit(() -> rate(operation, duration)));
            }
            double sum = 0;
            for (Future<Double> rate : rates) {
                sum += rate.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load could not be kept up", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static double rate(Operation operation, Duration duration) throws Exception {
        long began = System.nanoTime();
        long end = began + duration.toNanos();
        long done = 0;
        long now;
        do {
            operation.run();
            done++;
            now = System.nanoTime();
        } while (now < end && !Thread.currentThread().isInterrupted());
        return done * 1e9 / (now - began);
    }
}
