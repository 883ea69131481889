package org.preventionnetwork.registry.query.infrastructure;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Fetches the next batch while the last one is worked on, until one comes back empty. */
final class ReadAhead<B> implements Iterator<B> {
    private static final ExecutorService THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "ledger-read-ahead");
                thread.setDaemon(true);
                return thread;
            });

    private final LongFunction<B> fetch;
    private final ToLongFunction<B> last;
    private final Predicate<B> isEnd;
    private CompletableFuture<B> next;

    ReadAhead(long after, LongFunction<B> fetch, ToLongFunction<B> last, Predicate<B> isEnd) {
        this.fetch = fetch;
        this.last = last;
        this.isEnd = isEnd;
        this.next = fetchAfter(after);
    }

    @Override
    public boolean hasNext() {
        return !isEnd.test(awaitNext());
    }

    @Override
    public B next() {
        B batch = awaitNext();
        if (isEnd.test(batch)) {
            throw new NoSuchElementException("The end was reached");
        }
        next = fetchAfter(last.applyAsLong(batch));
        return batch;
    }

    private CompletableFuture<B> fetchAfter(long position) {
        return CompletableFuture.supplyAsync(() -> fetch.apply(position), THREADS);
    }

    private B awaitNext() {
        try {
            return next.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
