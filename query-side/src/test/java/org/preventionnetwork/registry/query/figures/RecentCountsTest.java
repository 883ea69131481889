package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.mock.web.MockHttpServletRequest;

/** What takes long is answered for where it was counted last, unless somebody insists. */
class RecentCountsTest {
    private final List<Long> counted = new CopyOnWriteArrayList<>();
    private RecentCounts recent;

    @AfterEach
    void stop() {
        recent.stop();
    }

    private static Clocks at(long position) {
        return new Clocks("2026", LocalDate.of(2026, 12, 31), Instant.ofEpochSecond(position), position, 3);
    }

    private Clocks ask(long position, String... parameter) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        if (parameter.length > 0) {
            request.setParameter(parameter[0], parameter[1]);
        }
        return recent.of(request, "figure", at(position), clocks -> counted.add(clocks.position()));
    }

    @Test
    void what_is_counted_quickly_is_always_of_now() {
        recent = new RecentCounts(Duration.ofMinutes(1));
        assertThat(ask(10)).isEqualTo(at(10));
        assertThat(ask(11)).isEqualTo(at(11));
        assertThat(counted).containsExactly(10L, 11L);
    }

    @Test
    void what_takes_long_is_told_of_before_and_counted_meanwhile() {
        recent = new RecentCounts(Duration.ZERO);
        assertThat(ask(10)).isEqualTo(at(10));
        CountDownLatch ends = new CountDownLatch(1);
        MockHttpServletRequest request = new MockHttpServletRequest();
        Clocks meanwhile = recent.of(request, "figure", at(15), clocks -> {
            waitFor(ends);
            counted.add(clocks.position());
        });
        assertThat(meanwhile).isEqualTo(new Clocks("2026", at(15).day(), at(10).knownAt(), 10, 3 + 5));
        assertThat(ask(16).position()).isEqualTo(10);
        ends.countDown();
        await().until(() -> counted.contains(15L));
        await().until(() -> ask(16).position() >= 15);
    }

    @Test
    void who_names_what_must_be_known_gets_it() {
        recent = new RecentCounts(Duration.ZERO);
        ask(10);
        for (String insists : List.of("knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion")) {
            assertThat(ask(15, insists, "15")).as(insists).isEqualTo(at(15));
        }
        assertThat(counted).containsExactly(10L);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
