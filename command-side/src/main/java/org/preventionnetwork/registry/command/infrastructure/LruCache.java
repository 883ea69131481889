package org.preventionnetwork.registry.command.infrastructure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the most recently used entries, strongly, up to a limit; safe for many threads. Axon's own caches either hold
 * nothing strongly, and lose aggregates at every collection, or need a cache product.
 *
 * <p>Listeners are never called: nothing in this registry listens.
 */
public final class LruCache implements Cache {
    private final Map<Object, Object> entries;

    public LruCache(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A cache needs room for one entry, not " + limit);
        }
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Object, Object> eldest) {
                return size() > limit;
            }
        };
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <K, V> @Nullable V get(K key) {
        return (V) entries.get(key);
    }

    @Override
    public synchronized void put(Object key, Object value) {
        entries.put(key, value);
    }

    @Override
    public synchronized boolean putIfAbsent(Object key, Object value) {
        return entries.putIfAbsent(key, value) == null;
    }

    /** Computes outside the lock, so one slow load holds up nobody; of two that compute, the first to finish wins. */
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
        synchronized (this) {
            Object first = entries.putIfAbsent(key, computed);
            return first == null ? computed : (T) first;
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public synchronized <V> void computeIfPresent(Object key, UnaryOperator<V> update) {
        entries.computeIfPresent(key, (same, value) -> update.apply((V) value));
    }

    @Override
    public synchronized boolean remove(Object key) {
        return entries.remove(key) != null;
    }

    @Override
    public synchronized void removeAll() {
        entries.clear();
    }

    @Override
    public synchronized boolean containsKey(Object key) {
        return entries.containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        return () -> true;
    }
}
