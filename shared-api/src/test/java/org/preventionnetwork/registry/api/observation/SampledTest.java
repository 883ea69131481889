package org.preventionnetwork.registry.api.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledTest {
    private record Two(long one, long other) {}

    @Test
    void meters_that_are_read_together_share_a_measurement() {
        AtomicInteger made = new AtomicInteger();
        Sampled<Two> sampled = new Sampled<>(() -> new Two(made.incrementAndGet(), 7));

        assertThat(sampled.of(Two::one)).isEqualTo(1);
        assertThat(sampled.of(Two::other)).isEqualTo(7);
    }

    @Test
    void what_cannot_be_measured_is_no_number() {
        Sampled<Two> sampled = new Sampled<>(() -> {
            throw new IllegalStateException("the database is away");
        });

        assertThat(sampled.of(Two::one)).isNaN();
    }

    @Test
    void a_measurement_that_hangs_is_not_waited_for_and_not_begun_twice() {
        CountDownLatch answers = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        Sampled<Two> sampled = new Sampled<>(() -> {
            made.incrementAndGet();
            try {
                answers.await();
            } catch (InterruptedException stopping) {
                throw new IllegalStateException(stopping);
            }
            return new Two(3, 4);
        });

        assertThat(IntStream.range(0, 3).mapToDouble(i -> sampled.of(Two::one))).allMatch(value -> Double.isNaN(value));
        assertThat(made).hasValue(1);
        answers.countDown();
        await().until(() -> sampled.of(Two::one) == 3);
    }
}
