package org.preventionnetwork.registry.command.ledger;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A thread that works until it is interrupted, and is given a moment to end what it is doing. */
public final class LedgerThread {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final String name;
    private final Runnable work;
    private volatile @Nullable Thread thread;

    public LedgerThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    public void start() {
        Thread worker = new Thread(work, name);
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    public void stop() {
        Thread worker = thread;
        thread = null;
        if (worker == null) {
            return;
        }
        worker.interrupt();
        try {
            worker.join(STOPS_WITHIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return thread != null;
    }
}
