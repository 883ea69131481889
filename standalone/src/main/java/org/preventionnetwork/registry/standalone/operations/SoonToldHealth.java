package org.preventionnetwork.registry.standalone.operations;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Patience;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Tells what another indicator finds, or, where that does not answer, soon that it does not. Whoever asks for health waits
 * for one that hangs once, and no longer for the others, which probably hang on the same.
 */
final class SoonToldHealth implements HealthIndicator {
    /** Of all indicators together: when one did not answer, or 0 since one has. */
    static final class Lateness {
        private final AtomicLong since = new AtomicLong();

        private long waitMillis() {
            return since.get() == 0 ? WAIT_MILLIS : WAIT_WHILE_LATE_MILLIS;
        }

        private void late() {
            since.compareAndSet(0, Math.max(1, System.nanoTime()));
        }

        private void answered() {
            since.set(0);
        }
    }

    private static final long WAIT_MILLIS = 3_000;
    private static final long WAIT_WHILE_LATE_MILLIS = 100;
    private static final Patience.Limits PATIENCE = new Patience.Limits(Duration.ofSeconds(2), Duration.ofSeconds(2));

    private final HealthIndicator asked;
    private final Executor asking;
    private final Lateness lateness;
    private @Nullable CompletableFuture<Health> pending;

    SoonToldHealth(HealthIndicator asked, Executor asking, Lateness lateness) {
        this.asked = asked;
        this.asking = asking;
        this.lateness = lateness;
    }

    @Override
    public Health health() {
        CompletableFuture<Health> answer = pending();
        try {
            return answer.get(lateness.waitMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException slow) {
            lateness.late();
            return Health.down().withDetail("error", "does not answer").build();
        } catch (ExecutionException failed) {
            return Health.down().withDetail("error", "could not be asked").build();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Health.down().withDetail("error", "does not answer").build();
        }
    }

    /** One question at a time, so that what hangs does not pile up. */
    private synchronized CompletableFuture<Health> pending() {
        if (pending == null || pending.isDone()) {
            pending = CompletableFuture.supplyAsync(this::ask, asking);
        }
        return pending;
    }

    private Health ask() {
        try (Patience.Held limited = Patience.of(PATIENCE)) {
            Health found = asked.health();
            if (found != null && !Status.DOWN.equals(found.getStatus())) {
                lateness.answered();
            }
            return found == null ? Health.unknown().build() : found;
        }
    }
}
