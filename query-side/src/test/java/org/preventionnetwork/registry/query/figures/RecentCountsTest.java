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
        assertThat(ask(100)).isEqualTo(at(100));
        CountDownLatch ends = new CountDownLatch(1);
        MockHttpServletRequest request = new MockHttpServletRequest();
        Clocks meanwhile = recent.of(request, "figure", at(105), clocks -> {
            waitFor(ends);
            counted.add(clocks.position());
        });
        assertThat(meanwhile).isEqualTo(new Clocks("2026", at(105).day(), at(100).knownAt(), 100, 3 + 5));
        assertThat(ask(106).position()).isEqualTo(100);
        ends.countDown();
        await().until(() -> counted.contains(105L));
        await().until(() -> ask(106).position() >= 105);
    }

    @Test
    void who_names_what_must_be_known_gets_it() {
        recent = new RecentCounts(Duration.ZERO);
        ask(100);
        for (String insists : List.of("knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion")) {
            assertThat(ask(105, insists, "105")).as(insists).isEqualTo(at(105));
        }
        assertThat(counted).containsExactly(100L);
    }

    @Test
    void what_was_counted_before_most_was_read_is_served_to_nobody() {
        recent = new RecentCounts(Duration.ZERO);
        recent.prepare("figure", at(0), clocks -> counted.add(clocks.position()));
        await().until(() -> counted.contains(0L));
        assertThat(ask(1)).isEqualTo(at(1));
        assertThat(ask(1500)).isEqualTo(at(1500));
        assertThat(ask(1650).position()).as("a tenth more").isEqualTo(1500);
        assertThat(ask(30_000)).isEqualTo(at(30_000));
    }

    @Test
    void a_count_that_ends_late_does_not_take_the_place_of_a_newer_one() throws InterruptedException {
        recent = new RecentCounts(Duration.ZERO);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        ask(100);
        recent.prepare("figure", at(101), clocks -> {
            began.countDown();
            waitFor(ends);
            counted.add(clocks.position());
        });
        began.await();
        assertThat(ask(200)).isEqualTo(at(200));
        ends.countDown();
        await().until(() -> counted.contains(101L));
        assertThat(ask(201).position()).isGreaterThanOrEqualTo(200);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
