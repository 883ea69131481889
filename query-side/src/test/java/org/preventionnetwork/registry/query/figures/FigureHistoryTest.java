package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The events that are said to have changed a figure, beside a naive oracle that counts the whole figure anew at every
 * position. Repeat a failure with {@code -Dseed=…}; ask for more with {@code -Drounds=…}.
 */
class FigureHistoryTest {
    private static final int ROUNDS = Integer.getInteger("rounds", 2);
    private static final int QUESTIONS = 24;
    private static final @Nullable EntityId[] SCOPES = {
        null,
        null,
        new NetworkId("network-1"),
        new NetworkId("network-2"),
        new ProgrammeId("global"),
        new ProgrammeId("latin-america")
    };
    private static final String[] DAYS = {
        "2012-12-31", "2013-12-31", "2014-06-01", "2016-12-31", "2016-12-31", "9999-12-31"
    };

    private Figures figures;
    private final Map<FigureName, Integer> told = new EnumMap<>(FigureName.class);

    @Test
    void are_exactly_those_at_which_its_rows_become_other_ones() throws SQLException {
        long seed = TestRun.SEED;
        for (int round = 0; round < ROUNDS; round++) {
            round(seed + round);
        }
        System.out.println("changes told in " + ROUNDS + " rounds from seed " + seed + ": " + told);
        assertThat(told).isNotEmpty();
    }

    private void round(long seed) throws SQLException {
        Random random = new Random(seed);
        try (TestAnswers answers = TestAnswers.start()) {
            List<RegistryEvent> events = new RandomRecord(random).events(60 + random.nextInt(60));
            long head = answers.record(events.toArray(RegistryEvent[]::new));
            JdbcClient jdbc = JdbcClient.create(answers.bean(DataSource.class));
            assertThat(jdbc.sql("SELECT * FROM operations.dead_letter").query().listOfRows())
                    .as("seed %d", seed)
                    .isEmpty();
            FigureHistory history = history(answers.bean(DataSource.class));
            for (int i = 0; i < QUESTIONS; i++) {
                LocalDate day = LocalDate.parse(DAYS[random.nextInt(DAYS.length)]);
                long since = 1 + random.nextInt((int) head / 4);
                FigureQuestion question = new FigureQuestion(
                        FigureName.values()[random.nextInt(FigureName.values().length)],
                        SCOPES[random.nextInt(SCOPES.length)],
                        day,
                        day,
                        random.nextBoolean() ? head : since + random.nextInt((int) (head - since + 1)));
                compare(
                        "seed " + seed + ", since " + since + ", " + question + "\n" + listed(events),
                        question,
                        since,
                        history);
            }
        }
    }

    /** On one connection: opening one takes longer than to answer. */
    private FigureHistory history(DataSource database) throws SQLException {
        DataSource one = new SingleConnectionDataSource(database.getConnection(), true);
        Definitions definitions = new Definitions(one);
        figures = new Figures(definitions, one);
        return new FigureHistory(figures, definitions, one);
    }

    private void compare(String what, FigureQuestion question, long since, FigureHistory history) {
        long between = (since + question.position()) / 2;
        List<FigureChange> asked = history.changes(at(question, between), since).steps();
        FigureChanges changes = history.changes(question, since);
        List<Long> expected = new ArrayList<>();
        List<String> first = rows(question, since);
        List<String> before = first;
        for (long position = since + 1; position <= question.position(); position++) {
            List<String> after = rows(question, position);
            if (!after.equals(before)) {
                expected.add(position);
                FigureChange step = step(changes, position, what);
                assertThat(step.added().stream().map(row -> effect(row, question)))
                        .as("added at %d, %s", position, what)
                        .containsExactlyInAnyOrderElementsOf(without(after, before));
                assertThat(step.removed().stream().map(row -> effect(row, question)))
                        .as("removed at %d, %s", position, what)
                        .containsExactlyInAnyOrderElementsOf(without(before, after));
                assertThat(step.after())
                        .as("after %d, %s", position, what)
                        .isEqualTo(figures.interval(at(question, position)));
            }
            before = after;
        }
        assertThat(changes.steps().stream().map(FigureChange::position))
                .as(what)
                .isEqualTo(expected);
        assertThat(changes.steps().subList(0, asked.size())).as(what).isEqualTo(asked);
        assertThat(history.changes(at(question, between), since).steps())
                .as(what)
                .isEqualTo(asked);
        assertThat(changes.added().stream().map(row -> effect(row, question)))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(without(before, first));
        assertThat(changes.removed().stream().map(row -> effect(row, question)))
                .as(what)
                .containsExactlyInAnyOrderElementsOf(without(first, before));
        told.merge(question.figure(), expected.size(), Integer::sum);
    }

    private static FigureChange step(FigureChanges changes, long position, String what) {
        return changes.steps().stream()
                .filter(step -> step.position() == position)
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing is told of position " + position + ", " + what));
    }

    private List<String> rows(FigureQuestion question, long position) {
        return figures.rows(at(question, position), Integer.MAX_VALUE, 0).stream()
                .map(row -> effect(row, question))
                .sorted()
                .toList();
    }

    private static FigureQuestion at(FigureQuestion question, long position) {
        return new FigureQuestion(question.figure(), question.scope(), question.first(), question.last(), position);
    }

    private static String effect(FigureRow row, FigureQuestion question) {
        FigureRow.Days certain = row.certain();
        boolean isCertain = certain != null
                && (certain.from() == null || !question.last().isBefore(certain.from()))
                && (certain.until() == null || question.last().isBefore(certain.until()));
        return String.join(
                " ",
                row.counts(),
                row.entity(),
                Long.toString(row.count()),
                row.incomplete() ? "incomplete" : "counted",
                isCertain ? "certain" : "possible");
    }

    private static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return rest;
    }

    private static String listed(List<RegistryEvent> events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            text.append(i + 1).append(": ").append(events.get(i)).append('\n');
        }
        return text.toString();
    }
}
