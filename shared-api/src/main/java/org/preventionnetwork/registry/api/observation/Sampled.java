package org.preventionnetwork.registry.api.observation;

import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A measurement that several meters read at once: it is made when one of them is read and the last is older than
 * {@link #KEPT}. While it cannot be made, meters read {@link Double#NaN}, and it is not tried more often either: a
 * database that is away is waited for once a scrape and not once a meter.
 *
 * @param <T> what is measured together
 */
public final class Sampled<T> {
    static final Duration KEPT = Duration.ofSeconds(1);

    private final Supplier<T> measure;
    private @Nullable T last;
    private long madeAt;
    private boolean made;

    public Sampled(Supplier<T> measure) {
        this.measure = measure;
    }

    /** One number of the measurement; NaN when it cannot be made. */
    public synchronized double of(ToDoubleFunction<T> number) {
        if (!made || System.nanoTime() - madeAt > KEPT.toNanos()) {
            try {
                last = measure.get();
            } catch (RuntimeException cannotBeMade) {
                // Health tells why; a scrape has only numbers to give.
                last = null;
            }
            made = true;
            madeAt = System.nanoTime();
        }
        return last == null ? Double.NaN : number.applyAsDouble(last);
    }
}
