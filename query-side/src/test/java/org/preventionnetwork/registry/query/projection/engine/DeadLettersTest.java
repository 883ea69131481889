package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.SQLException;
import java.util.List;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.projection.engine.Operations.DeadLetter;

class DeadLettersTest {
    /** Refused by the database. */
    private static final int UNLUCKY = 13;
    /** Thrown at by the read model. */
    private static final int THROWN_AT = 66;

    private final Tallies tallies = new Tallies();
    private TestRegistry registry;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        tallies.thrownAt.add(THROWN_AT);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private List<Integer> countsOf(String network) {
        return registry.client()
                .sql("SELECT count FROM read.tally WHERE entity = ? ORDER BY known_from")
                .param("network:" + network)
                .query(Integer.class)
                .list();
    }

    private List<DeadLetter> letters() {
        return new Operations(registry.jdbc).deadLetters();
    }

    private void record(String network, int... counts) {
        for (int count : counts) {
            registry.record(counted(network, count));
        }
    }

    private void mend() {
        tallies.thrownAt.clear();
        registry.jdbc.execute("ALTER TABLE tallies_v1.tally DROP CONSTRAINT unlucky");
    }

    @Nested
    class A_failing_event {
        @Test
        void parks_its_entity_and_nothing_else() {
            record("africa", 1);
            record("asia", 2, UNLUCKY, 3);
            record("europe", THROWN_AT, 4, 5);
            record("africa", 6);
            registry.caughtUp();
            assertThat(countsOf("africa")).containsExactly(1, 6);
            assertThat(countsOf("asia")).containsExactly(2);
            assertThat(countsOf("europe")).isEmpty();
            assertThat(letters())
                    .extracting(DeadLetter::entity, DeadLetter::position, DeadLetter::errorCode, DeadLetter::waiting)
                    .containsExactlyInAnyOrder(
                            tuple("network:asia", 3L, "SQL_23514", 1L),
                            tuple("network:europe", 5L, "IllegalArgumentException", 2L));
        }

        @Test
        void keeps_what_comes_later_waiting() {
            record("asia", UNLUCKY);
            registry.caughtUp();
            record("asia", 1, 2);
            record("africa", 3);
            registry.caughtUp();
            assertThat(countsOf("asia")).isEmpty();
            assertThat(countsOf("africa")).containsExactly(3);
            assertThat(letters()).extracting(DeadLetter::waiting).containsExactly(2L);
        }

        @Test
        void is_parked_by_reference_without_a_word_of_what_it_says() {
            record("europe", THROWN_AT);
            registry.caughtUp();
            assertThat(registry.client()
                            .sql("SELECT d::text FROM operations.dead_letter d")
                            .query(String.class)
                            .single())
                    .doesNotContain("nobody may read this");
        }
    }

    @Nested
    class A_retry {
        @Test
        void brings_in_everything_once_the_cause_is_mended() {
            record("asia", 1, UNLUCKY, 2);
            registry.caughtUp();
            mend();
            assertThat(registry.deadLetters.retry(letters().get(0).id())).contains(true);
            record("asia", 3);
            registry.caughtUp();
            assertThat(countsOf("asia")).containsExactly(1, UNLUCKY, 2, 3);
            assertThat(letters()).isEmpty();
        }

        @Test
        void changes_nothing_before_the_cause_is_mended() {
            record("asia", 1, UNLUCKY, 2);
            registry.caughtUp();
            assertThat(registry.deadLetters.retry(letters().get(0).id())).contains(false);
            assertThat(countsOf("asia")).containsExactly(1);
            assertThat(letters())
                    .extracting(DeadLetter::position, DeadLetter::attempts, DeadLetter::waiting)
                    .containsExactly(tuple(2L, 2, 1L));
        }

        @Test
        void of_an_unknown_dead_letter_finds_none() {
            assertThat(registry.deadLetters.retry(404)).isEmpty();
            assertThat(registry.deadLetters.evict(404)).isEmpty();
        }
    }

    @Nested
    class A_rebuild {
        @Test
        void leaves_no_letters_of_the_version_that_it_replaces() {
            record("asia", 1, UNLUCKY, 2);
            registry.caughtUp();
            assertThat(letters()).hasSize(1);
            tallies.thrownAt.clear();

            assertThat(registry.rebuilt(tallies.projection())).isEqualTo("LIVE");

            assertThat(letters()).extracting(DeadLetter::version).containsExactly(2);
        }
    }

    @Nested
    class An_eviction {
        @Test
        void leaves_out_only_the_event_at_fault() {
            record("asia", 1, UNLUCKY, 2);
            registry.caughtUp();
            assertThat(registry.deadLetters.evict(letters().get(0).id())).contains(true);
            record("asia", 3);
            registry.caughtUp();
            assertThat(countsOf("asia")).containsExactly(1, 2, 3);
            assertThat(letters()).isEmpty();
        }

        @Test
        void parks_the_entity_behind_the_next_event_at_fault() {
            record("asia", 1, UNLUCKY, 2, THROWN_AT, 3);
            registry.caughtUp();
            long letter = letters().get(0).id();
            assertThat(registry.deadLetters.evict(letter)).contains(false);
            assertThat(countsOf("asia")).containsExactly(1, 2);
            assertThat(letters())
                    .extracting(DeadLetter::id, DeadLetter::position, DeadLetter::waiting)
                    .containsExactly(tuple(letter, 4L, 1L));
            assertThat(registry.deadLetters.evict(letter)).contains(true);
            assertThat(countsOf("asia")).containsExactly(1, 2, 3);
        }

        @Test
        void leaves_out_an_event_that_cannot_even_be_read() {
            record("asia", 1);
            registry.store(new TestRegistry.Stored("network:asia", "test.Counted", "2", "{\"entity\":7}"));
            record("asia", 2);
            registry.caughtUp();
            assertThat(countsOf("asia")).containsExactly(1);
            assertThat(registry.deadLetters.evict(letters().get(0).id())).contains(true);
            record("asia", 3);
            registry.caughtUp();
            assertThat(countsOf("asia")).containsExactly(1, 2, 3);
        }
    }
}
