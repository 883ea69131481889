package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Who comes when: what one sender hands in is done in that order, one after the other; different senders are served side
 * by side, and where there are more of them than places, each has a turn before anybody has a second. So a file that takes
 * long keeps its own sender's waiting and nobody else's.
 */
final class Turns {
    private final ExecutorService places;
    /** Of each sender who is served or waits for it, what has not begun. */
    private final Map<String, Deque<Runnable>> waiting = new HashMap<>();

    /** @param places how many senders are served side by side */
    Turns(int places) {
        AtomicInteger number = new AtomicInteger();
        this.places = Executors.newFixedThreadPool(places, task -> {
            Thread thread = new Thread(task, "imports-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    synchronized void take(String sender, Runnable work) {
        Deque<Runnable> own = waiting.get(sender);
        if (own == null) {
            Deque<Runnable> begun = new ArrayDeque<>();
            begun.add(work);
            waiting.put(sender, begun);
            places.execute(() -> serve(sender, begun));
        } else {
            own.add(work);
        }
    }

    private void serve(String sender, Deque<Runnable> own) {
        try {
            next(own).run();
        } finally {
            goOn(sender, own);
        }
    }

    private synchronized Runnable next(Deque<Runnable> own) {
        return own.remove();
    }

    private synchronized void goOn(String sender, Deque<Runnable> own) {
        if (own.isEmpty()) {
            waiting.remove(sender);
        } else if (!places.isShutdown()) {
            places.execute(() -> serve(sender, own));
        }
    }

    /** Interrupts what is done, and begins nothing more. */
    void stop(long seconds) throws InterruptedException {
        synchronized (this) {
            places.shutdownNow();
        }
        places.awaitTermination(seconds, TimeUnit.SECONDS);
    }
}
