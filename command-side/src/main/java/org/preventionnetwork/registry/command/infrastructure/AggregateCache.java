package org.preventionnetwork.registry.command.infrastructure;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that are used most, up to a limit, for as long as there is memory for them: an aggregate can be of
 * any size, so a number of them alone would bound nothing. One that was let go is loaded from its events again. Axon's own
 * caches either lose aggregates at every collection or need a cache product. For any number of threads.
 *
 * <p>Listeners are never called: nothing in this registry listens.
 */
public final class AggregateCache implements Cache {
    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> entries;

    /** @param limit the most aggregates, at least one */
    public AggregateCache(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A cache needs room for one entry, not " + limit);
        }
        this.entries = Caffeine.newBuilder()
                .maximumSize(limit)
                .softValues()
                .executor(Runnable::run)
                .build();
    }

    private ConcurrentMap<Object, Object> map() {
        return entries.asMap();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <K, V> @Nullable V get(K key) {
        return (V) entries.getIfPresent(key);
    }

    @Override
    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return map().putIfAbsent(key, value) == null;
    }

    /** Computes outside any lock, so one slow load holds up nobody; of two that compute, the first to finish wins. */
    @Override
    @SuppressWarnings("unchecked")
    public <T> T computeIfAbsent(Object key, Supplier<T> supplier) {
        T present = get(key);
        if (present != null) {
            return present;
        }
        T computed = supplier.get();
        if (computed == null) {
            throw new IllegalArgumentException("Nothing was computed for " + key);
        }
        Object first = map().putIfAbsent(key, computed);
        return first == null ? computed : (T) first;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        map().computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public boolean remove(Object key) {
        return map().remove(key) != null;
    }

    @Override
    public void removeAll() {
        entries.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return entries.getIfPresent(key) != null;
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
