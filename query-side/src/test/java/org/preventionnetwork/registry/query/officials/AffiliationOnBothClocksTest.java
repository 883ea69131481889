package org.preventionnetwork.registry.query.officials;

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
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.preventionnetwork.registry.testing.TestRun;

/** Random careers, corrected and annulled, on every day that can matter, as known at every position. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AffiliationOnBothClocksTest {
    private static final int HISTORIES = Integer.getInteger("histories", 500);

    private TestRegistry registry;

    @BeforeAll
    void start() throws SQLException {
        registry = TestRegistry.with(OfficialProjections.officials());
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    private record Row(LocalDate from, LocalDate until, long knownFrom, Long knownUntil, String answer) {
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
        List<RandomCareer> histories = new ArrayList<>();
        for (int i = 0; i < HISTORIES; i++) {
            histories.add(new RandomCareer("o-" + i, random));
        }
        List<OfficialEvent> events = new ArrayList<>();
        List<RandomCareer> unfinished = new ArrayList<>(histories);
        while (!unfinished.isEmpty()) {
            RandomCareer history = unfinished.get(random.nextInt(unfinished.size()));
            events.add(history.next(events.size() + 1));
            if (!history.hasNext()) {
                unfinished.remove(history);
            }
        }
        registry.recordAll(events, Map.of("actor", "local"), Instant.parse("2026-01-01T00:00:00Z"));
        registry.caughtUp();
        Map<String, List<Row>> rows = rows();
        long answers = 0;
        for (RandomCareer history : histories) {
            List<Row> believed = rows.getOrDefault(history.aggregateId(), List.of());
            for (long position : history.positions()) {
                for (LocalDate day : history.days()) {
                    TreeSet<String> found = believed.stream()
                            .filter(row -> row.holds(day, position))
                            .map(Row::answer)
                            .collect(Collectors.toCollection(TreeSet::new));
                    assertThat(found)
                            .describedAs("seed %d on %s as known at %d:%n%s", seed, day, position, history)
                            .isEqualTo(history.answer(day, position));
                    answers++;
                }
            }
        }
        System.out.println(answers + " answers compared, seed " + seed);
        assertThat(registry.rebuilt(OfficialProjections.officials()))
                .as("the version made entity by entity, seed %d", seed)
                .isEqualTo("LIVE");
    }

    private Map<String, List<Row>> rows() {
        return registry
                .client()
                .sql(
                        """
                        SELECT entity, lower(valid) AS from, upper(valid) AS until, known_from, known_until,
                               concat_ws(' ', fact_id, institution, coalesce(from_on, '-'), coalesce(until_on, '-'),
                                         CASE WHEN answers THEN 'answers' ELSE 'possible' END, certain) AS answer
                        FROM read.affiliation
                        """)
                .query((row, n) -> Map.entry(
                        row.getString("entity"),
                        new Row(
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
