package org.preventionnetwork.registry.api.observation;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that several meters read at once: it is made when one of them is read and the last is older than
 * {@link #KEPT}. A scrape waits for it for no longer than {@link #AWAITED}, however long it takes: of what cannot be
 * measured, as while a database is away, meters read {@link Double#NaN}, and all others are answered.
 *
 * @param <T> what is measured together
 */
public final class Sampled<T> {
    static final Duration KEPT = Duration.ofSeconds(1);
    static final Duration AWAITED = Duration.ofMillis(500);
    private static final Executor ONE_EACH = measurement -> {
        Thread thread = new Thread(measurement, "measurement");
        thread.setDaemon(true);
        thread.start();
    };

    private final Supplier<T> measure;
    private @Nullable CompletableFuture<T> last;
    private long begun;

    public Sampled(Supplier<T> measure) {
        this.measure = measure;
    }

    /** One number of the measurement; NaN when it cannot be made, or not soon. */
    public double of(ToDoubleFunction<T> number) {
        try {
            return number.applyAsDouble(current().get(AWAITED.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException notToBeHad) {
            // Health tells why; a scrape has only numbers to give.
            return Double.NaN;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Double.NaN;
        }
    }

    /** One that is still being made is waited for, and no second one begun. */
    private synchronized CompletableFuture<T> current() {
        if (last == null || last.isDone() && System.nanoTime() - begun > KEPT.toNanos()) {
            begun = System.nanoTime();
            last = CompletableFuture.supplyAsync(measure, ONE_EACH);
        }
        return last;
    }
}
