package org.preventionnetwork.registry.command.imports.runs;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Shows the other nodes that this one still runs its imports, and ends those of nodes that do not show it any more,
 * whatever became of them. What is compared is the database's clock, and what counts is the row: a node whose import was
 * ended notices at its next word about it, and goes no further.
 */
final class Leases {
    private static final Logger log = LoggerFactory.getLogger(Leases.class);

    private final Runs runs;
    private final Duration lease;
    private final String owner = UUID.randomUUID().toString();
    private @Nullable ScheduledExecutorService heart;

    /** @param lease how long an import goes on without a word of its node */
    Leases(Runs runs, Duration lease) {
        this.runs = runs;
        this.lease = lease;
    }

    /** Of this start of this node, and of no other. */
    String owner() {
        return owner;
    }

    Duration lease() {
        return lease;
    }

    synchronized void start() {
        lookAround();
        ScheduledExecutorService beating = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "imports-lease");
            thread.setDaemon(true);
            return thread;
        });
        long every = Math.max(1, lease.toMillis() / 5);
        beating.scheduleWithFixedDelay(this::beat, every, every, TimeUnit.MILLISECONDS);
        heart = beating;
    }

    private void beat() {
        try {
            runs.renew(owner, lease);
            lookAround();
        } catch (DataAccessException e) {
            log.warn(
                    "That this node lives could not be told: {}",
                    Outage.behind(e).map(Enum::name).orElseGet(() -> FailureText.of(e)));
        }
    }

    private void lookAround() {
        int ended = runs.failInterrupted();
        if (ended > 0) {
            log.warn("{} imports of nodes that are gone were ended; hand them in again", ended);
        }
    }

    synchronized void stop() {
        if (heart != null) {
            heart.shutdownNow();
            heart = null;
        }
    }
}
