package org.preventionnetwork.registry.query.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Thousands of random histories, recorded late and out of order, corrected and annulled; every day that can matter, as
 * known at every position, against a model that replays the history and looks at one day at a time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MembershipOnBothClocksTest {
    private static final int HISTORIES = Integer.getInteger("histories", 2_000);
    private static final Map<String, String> WHO = Map.of("actor", "local", "role", "SECRETARIAT");

    private static final String SPELL = "kind || ' ' || membership_id || ' ' || certain";
    private static final String BELONGING = SPELL + " || ' ' || suspended";

    private final Projection projection = new NetworkProjection().networks();
    private TestRegistry registry;

    @BeforeAll
    void start() throws SQLException {
        registry = TestRegistry.with(projection);
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    private record Row(String state, LocalDate from, LocalDate until, long knownFrom, Long knownUntil, String answer) {
        boolean holds(LocalDate day, long position) {
            return (from == null || !day.isBefore(from))
                    && (until == null || day.isBefore(until))
                    && knownFrom <= position
                    && (knownUntil == null || position < knownUntil);
        }
    }

    @Test
    void agree_with_a_model_that_looks_at_one_day_at_a_time() {
        long seed = TestRun.SEED;
        Random random = new Random(seed);
        List<RandomHistory> histories = new ArrayList<>();
        List<NetworkEvent> interleaved = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            histories.add(new RandomHistory("network-" + i, random));
        }
        List<RandomHistory> unfinished = new ArrayList<>(histories);
        while (!unfinished.isEmpty()) {
            RandomHistory history = unfinished.get(random.nextInt(unfinished.size()));
            interleaved.add(history.next(interleaved.size() + 1));
            if (!history.hasNext()) {
                unfinished.remove(history);
            }
        }
        for (int i = 0; i < interleaved.size(); i += 997) {
            registry.recordAll(
                    interleaved.subList(i, Math.min(i + 997, interleaved.size())),
                    WHO,
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(i));
        }
        registry.caughtUp();
        Map<String, List<Row>> rows = rows("membership", BELONGING);
        Map<String, List<Row>> toBe = rows("announced_membership", BELONGING);
        Map<String, List<Row>> spells = rows("membership_spell", SPELL);
        long answers = 0;
        for (RandomHistory history : histories) {
            List<Row> believed = rows.getOrDefault(history.aggregateId(), List.of());
            List<Row> announced = toBe.getOrDefault(history.aggregateId(), List.of());
            List<Row> own = spells.getOrDefault(history.aggregateId(), List.of());
            for (long position : history.positions()) {
                for (LocalDate day : history.days()) {
                    TreeSet<String> found = believed.stream()
                            .filter(row -> row.holds(day, position))
                            .map(row -> row.state() + " " + row.answer())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(found)
                            .describedAs(
                                    "seed %d, %s on %s as known at %d:%n%s",
                                    seed, history.aggregateId(), day, position, history)
                            .isEqualTo(history.answer(day, position));
                    TreeSet<String> foundToBe = announced.stream()
                            .filter(row -> row.holds(day, position))
                            .map(Row::state)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(foundToBe)
                            .describedAs("announced on %s as known at %d:%n%s", day, position, history)
                            .isEqualTo(history.announced(day, position));
                    TreeSet<String> foundSpells = own.stream()
                            .filter(row -> row.holds(day, position))
                            .map(row -> row.state() + " " + row.answer())
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(foundSpells)
                            .describedAs(
                                    "seed %d, spells of %s on %s as known at %d:%n%s",
                                    seed, history.aggregateId(), day, position, history)
                            .isEqualTo(history.spells(day, position));
                    answers++;
                }
            }
        }
        System.out.println(answers + " answers compared, seed " + seed);
        assertThat(registry.client()
                        .sql("SELECT count(*) FROM operations.dead_letter")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(registry.rebuilt(projection))
                .as("made entity by entity, seed %d", seed)
                .isEqualTo("LIVE");
    }

    private Map<String, List<Row>> rows(String table, String answer) {
        return registry
                .client()
                .sql(
                        """
                        SELECT entity, state, lower(valid) AS from, upper(valid) AS until, known_from, known_until,
                               %s AS answer
                        FROM read.%s
                        """
                                .formatted(answer, table))
                .query((row, n) -> Map.entry(
                        row.getString("entity"),
                        new Row(
                                row.getString("state"),
                                row.getObject("from", LocalDate.class),
                                row.getObject("until", LocalDate.class),
                                row.getLong("known_from"),
                                row.getObject("known_until", Long.class),
                                row.getString("answer"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
