package org.preventionnetwork.registry.query.infrastructure;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Fetches the next batch while the last one is worked on, until one comes back empty. */
final class ReadAhead<B> implements Iterator<B> {
    private static final ExecutorService THREADS =
            new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "ledger-read-ahead");
                thread.setDaemon(true);
                return thread;
            });

    private final UnaryOperator<B> following;
    private final Predicate<B> isEnd;
    private CompletableFuture<B> next;

    private ReadAhead(Supplier<B> first, UnaryOperator<B> following, Predicate<B> isEnd) {
        this.following = following;
        this.isEnd = isEnd;
        this.next = CompletableFuture.supplyAsync(first, THREADS);
    }

    /**
     * @param following fetches the batch that follows one
     * @param isEnd of a batch that holds nothing
     */
    static <B> Stream<B> stream(Supplier<B> first, UnaryOperator<B> following, Predicate<B> isEnd) {
        Iterable<B> batches = () -> new ReadAhead<>(first, following, isEnd);
        return StreamSupport.stream(batches.spliterator(), false);
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
        next = CompletableFuture.supplyAsync(() -> following.apply(batch), THREADS);
        return batch;
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
