package org.preventionnetwork.registry.query.projection.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.preventionnetwork.registry.query.projection.engine.Tally.counted;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.Projection;

/** Rows made entity by entity are those that were made event by event. */
class LedgerFillTest {
    private static final int NETWORKS = 7;
    private static final int EVENTS = 300;

    private final Projection latest = new Projection("latest", 1, Set.of(EntityType.NETWORK), List.of(new Latest()));
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private TestRegistry registry;
    private Operations operations;
    private Schemas schemas;

    /** The count that was recorded last, believed until the next one: every event ends a belief. */
    private static final class Latest extends BeliefModel<Integer> {
        Latest() {
            super("latest", List.of("count int NOT NULL"), List.of());
        }

        @Override
        protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
            return List.of("latest");
        }

        @Override
        protected List<Segment<Integer>> segments(KnownFacts facts, String topic) {
            List<KnownFact> all = List.copyOf(facts.all());
            KnownFact last = all.get(all.size() - 1);
            int count = ((Tally.Counted) last.fact()).count();
            return List.of(new Segment<>(null, null, new Segment.Held<>(count, true, last.behind())));
        }

        @Override
        protected @Nullable Object[] values(Integer value) {
            return new @Nullable Object[] {value};
        }
    }

    @BeforeEach
    void start() throws SQLException {
        registry = TestRegistry.with(Tally.serializer(), NoOpEventUpcaster.INSTANCE, latest);
        operations = new Operations(registry.jdbc);
        schemas = new Schemas(registry.jdbc);
        List<Tally.Counted> events = new ArrayList<>();
        for (int count = 0; count < EVENTS; count++) {
            events.add(counted("network-" + count % NETWORKS, count));
        }
        for (int from = 0; from < EVENTS; from += 20) {
            registry.recordAll(events.subList(from, from + 20), Map.of("actor", "local"), Instant.EPOCH);
        }
        registry.caughtUp();
        // It would go on with what these tests fill, since no rebuild of its own is under way.
        registry.projections.stop();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private ProjectionVersion building() {
        ProjectionVersion version = new ProjectionVersion(latest, 2);
        operations.insert(version, "BUILDING", (long) EVENTS);
        schemas.create(version);
        return version;
    }

    private void fill(ProjectionVersion version, int batchSize, long head) throws InterruptedException {
        LedgerFill fill = new LedgerFill(
                registry.ledger,
                registry.jdbc,
                registry.transaction,
                new RecordedEvents(registry.ledger),
                batchSize,
                head);
        fill.into(version, () -> schemas.complete(version), failures::add);
        fill.read();
    }

    private List<String> checksums(int version, long position) {
        return schemas.checksums(
                latest, Schemas.tablesOf(new ProjectionVersion(latest, version)), position, Map.of(), 7);
    }

    /** Each network has 42 or 43 events: an end within every batch, in some, and batches that are full before it. */
    @Test
    void whatever_is_written_at_once() throws Exception {
        for (int batchSize : new int[] {1, 3, 10, 50, 5_000}) {
            ProjectionVersion version = building();
            fill(version, batchSize, EVENTS);
            assertThat(failures).as("batches of %d", batchSize).isEmpty();
            assertThat(checksums(2, EVENTS)).as("batches of %d", batchSize).isEqualTo(checksums(1, EVENTS));
            assertThat(operations.versions())
                    .extracting(Operations.VersionRow::position)
                    .containsExactly((long) EVENTS, (long) EVENTS);
            schemas.drop(version);
            operations.delete(version);
        }
    }

    @Test
    void up_to_a_position_and_no_further() throws Exception {
        fill(building(), 10, 100);
        assertThat(checksums(2, 100)).isEqualTo(checksums(1, 100));
        assertThat(registry.client()
                        .sql("SELECT known_from FROM latest_v2.latest")
                        .query(Long.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void not_when_a_position_is_missing() {
        ProjectionVersion version = building();
        assertThatThrownBy(() -> fill(version, 10, EVENTS + 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("up to position 301 there are 300");
        await().atMost(Duration.ofMinutes(2)).until(() -> !failures.isEmpty());
    }

    @Test
    void also_after_a_rebuild_was_cut_short() {
        ProjectionVersion version = building();
        operations.park(version, "network:network-1", 2, "test.Counted", "SQL_57014");
        registry.transaction.executeWithoutResult(status -> {
            registry.jdbc.update(
                    "INSERT INTO latest_v2.latest (entity, topic, known_from, n, valid, certain, behind, count)"
                            + " VALUES ('network:network-1', 'latest', 2, 0, '(,)', true, '{2}', 1)");
            operations.advance(version, 1);
        });
        registry = registry.restarted(Tally.serializer(), NoOpEventUpcaster.INSTANCE, latest);
        await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> operations.versions().get(1).state(),
                        state -> !state.equals("BUILDING") && !state.equals("CATCHING_UP"));
        assertThat(operations.versions())
                .extracting(Operations.VersionRow::state)
                .containsExactly("RETIRED", "LIVE");
        assertThat(operations.deadLetters()).isEmpty();
        assertThat(checksums(2, EVENTS)).isEqualTo(checksums(1, EVENTS));
    }

    @Test
    void and_meanwhile_its_dead_letters_are_left_alone() {
        ProjectionVersion version = building();
        operations.park(version, "network:network-1", 2, "test.Counted", "SQL_57014");
        long letter = operations.deadLetters().get(0).id();
        assertThatThrownBy(() -> registry.deadLetters.retry(letter)).isInstanceOf(StillFilling.class);
        assertThatThrownBy(() -> registry.deadLetters.evict(letter)).isInstanceOf(StillFilling.class);
        assertThat(operations.skipped(version)).isEmpty();
        assertThat(operations.deadLetters()).singleElement().satisfies(left -> assertThat(left.attempts())
                .isEqualTo(1));
    }
}
