package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.http.OutdatedRows;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.TestQuestions;

class RestartTest {
    private final Tallies tallies = new Tallies();
    private TestRegistry registry;

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void record(int from, int to) {
        for (int count = from; count <= to; count++) {
            registry.record(counted("network-" + count % 3, count));
        }
    }

    private List<Integer> counts() {
        return registry.client()
                .sql("SELECT count FROM read.tally ORDER BY known_from")
                .query(Integer.class)
                .list();
    }

    private long position() {
        return new Operations(registry.jdbc).versions().get(0).position();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(101, last).boxed().toList();
    }

    @Test
    void a_batch_whose_transaction_fails_at_its_end_leaves_nothing_behind_and_comes_again() {
        record(101, 110);
        registry.caughtUp();
        registry.jdbc.execute(
                """
                CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN RAISE EXCEPTION 'not at commit either'; END $$;
                CREATE SEQUENCE attempts;
                CREATE CONSTRAINT TRIGGER refuse_commit AFTER INSERT ON tallies_v1.tally DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW WHEN (nextval('attempts') > 0) EXECUTE FUNCTION refuse();
                """);
        record(111, 130);
        await().atMost(Duration.ofMinutes(2))
                .until(() -> registry.client()
                                .sql("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM attempts")
                                .query(Long.class)
                                .single()
                        > 0);
        assertThat(counts()).isEqualTo(upTo(110));
        assertThat(position()).isEqualTo(10);
        assertThat(new Operations(registry.jdbc).deadLetters()).isEmpty();
        registry.jdbc.execute("DROP TRIGGER refuse_commit ON tallies_v1.tally");
        registry.caughtUp();
        assertThat(counts()).isEqualTo(upTo(130));
    }

    @Nested
    class Rows_that_a_crash_of_the_database_took_back {
        @BeforeEach
        void lose_ten_rows_with_their_position_and_token() {
            record(101, 110);
            registry.caughtUp();
            registry.jdbc.execute("CREATE TABLE kept AS SELECT * FROM operations.tokenentry");
            record(111, 120);
            registry.caughtUp();
            registry.jdbc.execute(
                    """
                    DELETE FROM tallies_v1.tally WHERE known_from > 10;
                    UPDATE operations.projection SET position = 10;
                    UPDATE operations.tokenentry t SET token = kept.token FROM kept
                    WHERE kept.processorname = t.processorname AND kept.segment = t.segment;
                    """);
        }

        @Test
        void are_made_again_before_the_next_ones() {
            record(121, 130);
            registry.caughtUp();
            assertThat(counts()).isEqualTo(upTo(130));
        }

        @Test
        void are_made_again_although_nothing_follows() {
            registry.caughtUp();
            assertThat(counts()).isEqualTo(upTo(120));
        }
    }

    @Test
    void a_processor_goes_on_exactly_where_it_stopped() {
        for (int round = 0; round < 4; round++) {
            record(101 + round * 50, 150 + round * 50);
            registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        }
        registry.caughtUp();
        assertThat(counts()).isEqualTo(upTo(300));
    }

    /** Otherwise all that is asked together with it is answered as of the events that it has got to. */
    @Test
    void one_that_is_new_among_events_of_before_answers_when_it_has_read_them_and_not_earlier() throws SQLException {
        assertThat(TestQuestions.of(registry).now("tallies").position()).isZero();
        registry.close();
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE);
        record(101, 105);
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        Questions asked = TestQuestions.of(registry);
        registry.caughtUp();
        assertThat(asked.now("tallies").position()).isEqualTo(5);
        registry.jdbc.execute("UPDATE operations.projection SET target = target + 1");
        assertThatThrownBy(() -> asked.now("tallies")).isInstanceOf(OutdatedRows.class);
        record(106, 106);
        registry.caughtUp();
        assertThat(asked.now("tallies").position()).isEqualTo(6);
    }

    @Test
    void what_was_recorded_while_nobody_read_is_brought_in_at_the_next_start() {
        record(101, 105);
        registry.caughtUp();
        registry.close();
        record(106, 120);
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, tallies.projection());
        registry.caughtUp();
        assertThat(counts()).isEqualTo(upTo(120));
    }
}
