package org.preventionnetwork.registry.command.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
    private static final long PATIENCE_SECONDS = 60;

    private final Turns turns = new Turns(2);
    private final CountDownLatch slow = new CountDownLatch(1);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        slow.countDown();
        turns.stop(PATIENCE_SECONDS);
    }

    private void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_file_that_takes_long_keeps_nobody_else_waiting() {
        CountDownLatch others = new CountDownLatch(3);
        turns.take("one", () -> awaits(slow));
        turns.take("one", () -> done.add("later"));
        for (String sender : List.of("two", "three", "four")) {
            turns.take(sender, others::countDown);
        }
        awaits(others);
        assertThat(done).isEmpty();
    }

    @Test
    void what_one_sends_is_done_in_its_order_and_the_next_sender_comes_before_ones_second()
            throws InterruptedException {
        Turns single = new Turns(1);
        CountDownLatch end = new CountDownLatch(5);
        single.take("one", () -> awaits(slow));
        for (String work : List.of("one 1", "one 2", "two 1", "two 2", "three 1")) {
            single.take(work.split(" ")[0], () -> {
                done.add(work);
                end.countDown();
            });
        }
        slow.countDown();
        awaits(end);
        assertThat(done).containsExactly("two 1", "three 1", "one 1", "two 2", "one 2");
        single.stop(PATIENCE_SECONDS);
    }

    @Test
    void what_fails_keeps_nothing_of_its_sender_from_being_done() {
        CountDownLatch next = new CountDownLatch(1);
        turns.take("one", () -> {
            throw new IllegalStateException("this failure belongs to the test");
        });
        turns.take("one", next::countDown);
        awaits(next);
    }
}
