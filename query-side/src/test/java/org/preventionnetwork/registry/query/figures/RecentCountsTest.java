package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NotYetKnown;
import org.springframework.mock.web.MockHttpServletRequest;

/**
 * What counts everything is counted once for all who ask, never without what was known when they asked, for few at a time
 * and with few who wait.
 */
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
    void nobody_gets_a_count_that_lacks_what_was_known_when_they_asked() {
        recent = new RecentCounts();
        assertThat(ask(100)).isEqualTo(at(100));
        assertThat(ask(101)).isEqualTo(at(101));
        assertThat(ask(30_000)).isEqualTo(at(30_000));
        assertThat(ask(30_000)).isEqualTo(at(30_000));
        assertThat(counted).as("each once").containsExactly(100L, 101L, 30_000L);
    }

    @Test
    void all_who_ask_while_one_counts_are_counted_for_once_and_up_to_the_newest_of_them() throws Exception {
        recent = new RecentCounts();
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        MockHttpServletRequest request = new MockHttpServletRequest();
        ExecutorService askers = Executors.newCachedThreadPool();
        try {
            Future<Clocks> first = askers.submit(() -> recent.of(request, "figure", at(100), clocks -> {
                began.countDown();
                waitFor(ends);
                counted.add(clocks.position());
            }));
            began.await();
            List<Future<Clocks>> others = new ArrayList<>();
            for (long position = 101; position <= 120; position++) {
                long known = position;
                others.add(askers.submit(() -> ask(known)));
            }
            await().until(() -> recent.waitingFor("figure", at(100).day()) == 20);
            ends.countDown();
            assertThat(first.get()).isEqualTo(at(100));
            for (Future<Clocks> other : others) {
                assertThat(other.get().position()).isEqualTo(120);
                assertThat(other.get().knownAt()).isEqualTo(at(120).knownAt());
            }
            assertThat(counted).containsExactly(100L, 120L);
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void who_names_what_must_be_known_gets_it() {
        recent = new RecentCounts();
        ask(100);
        for (String insists : List.of("knownAt", "knownAtPosition", "atLeastPosition", "atLeastVersion")) {
            assertThat(ask(105, insists, "105")).as(insists).isEqualTo(at(105));
        }
        assertThat(counted).as("once for all who insist on the same").containsExactly(100L, 105L);
        assertThat(ask(103, "knownAtPosition", "103")).isEqualTo(at(103));
        assertThat(counted).as("not up to a newer one").containsExactly(100L, 105L, 103L);
    }

    @Test
    void what_was_prepared_is_not_counted_again_and_what_came_since_is() {
        recent = new RecentCounts();
        recent.prepare("figure", at(1), clocks -> counted.add(clocks.position()));
        await().until(() -> counted.contains(1L));
        assertThat(ask(1)).isEqualTo(at(1));
        assertThat(ask(2)).isEqualTo(at(2));
        assertThat(counted).containsExactly(1L, 2L);
    }

    @Test
    void a_count_that_fails_leaves_the_next_who_asks_to_count() {
        recent = new RecentCounts();
        assertThatThrownBy(() -> recent.of(new MockHttpServletRequest(), "figure", at(5), clocks -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ask(5)).isEqualTo(at(5));
    }

    @Test
    void who_waits_in_vain_gets_no_old_numbers() throws Exception {
        recent = new RecentCounts(Duration.ofMillis(50), 20);
        ask(100);
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch ends = new CountDownLatch(1);
        recent.prepare("figure", at(101), clocks -> {
            began.countDown();
            waitFor(ends);
        });
        began.await();
        assertThatThrownBy(() -> ask(102)).isInstanceOf(NotYetKnown.class);
        ends.countDown();
    }

    @Test
    void what_was_counted_for_a_day_is_counted_for_another_day_too() {
        recent = new RecentCounts();
        ask(100);
        Clocks then = new Clocks("2012", LocalDate.of(2012, 12, 31), Instant.ofEpochSecond(100), 100, 3);
        List<Clocks> ofThen = new CopyOnWriteArrayList<>();
        assertThat(recent.of(new MockHttpServletRequest(), "figure", then, ofThen::add))
                .isEqualTo(then);
        assertThat(recent.of(new MockHttpServletRequest(), "figure", then, ofThen::add))
                .isEqualTo(then);
        assertThat(ofThen).containsExactly(then);
        assertThat(counted).containsExactly(100L);
    }

    @Test
    void what_takes_long_is_counted_two_at_a_time_for_whatever_day_or_point_of_knowledge() throws Exception {
        recent = new RecentCounts();
        Semaphore may = new Semaphore(0);
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Consumer<Clocks> count = clocks -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            may.acquireUninterruptibly();
            now.decrementAndGet();
            counted.add(clocks.position());
        };
        ExecutorService askers = Executors.newCachedThreadPool();
        try {
            List<Future<Clocks>> answers = new ArrayList<>();
            for (int one = 0; one < 3; one++) {
                int year = 2012 + one;
                Clocks then =
                        new Clocks("" + year, LocalDate.of(year, 12, 31), Instant.ofEpochSecond(100), 100 + one, 3);
                MockHttpServletRequest insisting = new MockHttpServletRequest();
                insisting.setParameter("knownAtPosition", "" + (90 + one));
                answers.add(askers.submit(() -> recent.of(new MockHttpServletRequest(), "figure", then, count)));
                answers.add(askers.submit(() -> recent.of(insisting, "figure", at(90 + year), count)));
            }
            await().until(() -> now.get() == 2 && recent.waitingForTheirTurn() == 4);
            may.release(6);
            for (Future<Clocks> answer : answers) {
                answer.get();
            }
            assertThat(counted).hasSize(6);
            assertThat(most).hasValue(2);
        } finally {
            may.release(6);
            askers.shutdownNow();
        }
    }

    @Test
    void who_finds_no_place_among_those_who_wait_is_told_so_and_not_held_as_long_as_they_are() throws Exception {
        recent = new RecentCounts(Duration.ofDays(1), 3);
        CountDownLatch ends = new CountDownLatch(1);
        ExecutorService askers = Executors.newCachedThreadPool();
        try {
            CountDownLatch began = new CountDownLatch(1);
            Future<Clocks> first =
                    askers.submit(() -> recent.of(new MockHttpServletRequest(), "figure", at(100), clocks -> {
                        began.countDown();
                        waitFor(ends);
                    }));
            began.await();
            Future<Clocks> second = askers.submit(() -> ask(101));
            Future<Clocks> third = askers.submit(() -> ask(102));
            await().until(() -> recent.waitingFor("figure", at(100).day()) == 2);
            Future<Clocks> fourth = askers.submit(() -> ask(103));
            await().until(fourth::isDone);
            assertThatThrownBy(fourth::get).hasCauseInstanceOf(NotYetKnown.class);
            Future<Clocks> what = askers.submit(() -> recent.of(
                    new MockHttpServletRequest(), "what is counted at once", at(104), clocks -> counted.add(104L)));
            assertThat(what.get())
                    .as("a moment is left to what takes no longer")
                    .isEqualTo(at(104));
            ends.countDown();
            assertThat(first.get()).isEqualTo(at(100));
            assertThat(List.of(second.get(), third.get())).allMatch(answer -> answer.position() >= 102);
            assertThat(ask(105)).as("places are given back").isEqualTo(at(105));
        } finally {
            ends.countDown();
            askers.shutdownNow();
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
