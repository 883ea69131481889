package org.preventionnetwork.registry.command.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AggregateCacheTest {

    @Test
    void holds_no_more_than_its_limit() {
        AggregateCache cache = new AggregateCache(2);
        for (int i = 0; i < 100; i++) {
            cache.put(i, i);
        }
        assertThat(IntStream.range(0, 100).filter(cache::containsKey).count()).isBetween(1L, 2L);
    }

    @Test
    void computes_only_what_is_missing() {
        AggregateCache cache = new AggregateCache(2);
        assertThat(cache.<Integer>computeIfAbsent("a", () -> 1)).isEqualTo(1);
        assertThat(cache.<Integer>computeIfAbsent("a", () -> 2)).isEqualTo(1);
        assertThat(cache.putIfAbsent("a", 3)).isFalse();
        cache.<Integer>computeIfPresent("a", value -> value + 10);
        cache.<Integer>computeIfPresent("b", value -> value + 10);
        assertThat(cache.<String, Integer>get("a")).isEqualTo(11);
        assertThat(cache.containsKey("b")).isFalse();
    }

    @Test
    void never_grows_beyond_its_limit_under_many_threads() throws Exception {
        AggregateCache cache = new AggregateCache(50);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Future<?>> running = new ArrayList<>();
        for (int t = 0; t < 8; t++) {
            int offset = t * 37;
            running.add(threads.submit(() -> IntStream.range(0, 20_000).forEach(i -> {
                cache.put((i + offset) % 200, i);
                cache.<Integer, Integer>get(i % 200);
                cache.remove((i * 7) % 200);
            })));
        }
        for (Future<?> each : running) {
            each.get();
        }
        threads.shutdown();
        assertThat(IntStream.range(0, 200).filter(cache::containsKey).count()).isLessThanOrEqualTo(50);
    }

    @Test
    void refuses_to_have_no_room() {
        assertThatThrownBy(() -> new AggregateCache(0)).isInstanceOf(IllegalArgumentException.class);
    }
}
