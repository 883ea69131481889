package org.preventionnetwork.registry.query.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.figures.definition.FigureDefinition;
import org.preventionnetwork.registry.query.figures.definition.TouchPoints;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Which events changed a figure for a day, and how: exactly those at whose position its rows were other than at the one
 * before. A figure is the sum of what its parts count (a network, a seminar, a person), so each part is followed through
 * the positions that touched it, and nothing else is counted again.
 */
@Component
public class FigureHistory {
    private static final int REMEMBERED = 100;

    private final Figures figures;
    private final Definitions definitions;
    private final Remembered<Subject, Told> remembered;

    FigureHistory(Figures figures, Definitions definitions, @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.definitions = definitions;
        this.remembered = new Remembered<>(database, REMEMBERED);
    }

    /** @param beginning the question as known at the earlier position */
    private record Subject(FigureQuestion beginning) {}

    /** @param until the position up to which all steps are known */
    private record Told(long until, List<FigureChange> steps) {}

    /**
     * @param question about one day, as known at the later position
     * @param since the earlier position
     */
    public FigureChanges changes(FigureQuestion question, long since) {
        if (!question.first().equals(question.last())) {
            throw new IllegalArgumentException("the history of a figure is told for one day");
        }
        Told told = remembered.grown(
                new Subject(question.at(since)),
                before -> told(question, before == null ? new Told(since, List.of()) : before));
        List<FigureChange> steps = told.steps().stream()
                .filter(step -> step.position() <= question.position())
                .toList();
        RowChange whole = new RowChange(question.last());
        steps.forEach(step -> whole.replace(step.removed(), step.added()));
        return new FigureChanges(steps, whole.added(), whole.removed());
    }

    /** What was told of earlier positions stays as it is: only what came since is looked at. */
    private Told told(FigureQuestion question, Told before) {
        if (question.position() <= before.until()) {
            return before;
        }
        List<FigureChange> steps = new ArrayList<>(before.steps());
        steps.addAll(steps(question, before.until()));
        return new Told(question.position(), List.copyOf(steps));
    }

    private List<FigureChange> steps(FigureQuestion question, long since) {
        SortedMap<Long, RowChange> found = new Counting(question, since).counted();
        found.values().removeIf(RowChange::isNothing);
        if (found.isEmpty()) {
            return List.of();
        }
        DayTally tally = new DayTally(question.last(), allRows(question.at(since)));
        List<FigureChange> steps = new ArrayList<>();
        found.forEach((position, change) -> {
            tally.replace(change.removed(), change.added());
            steps.add(new FigureChange(position, change.added(), change.removed(), tally.interval()));
        });
        return steps;
    }

    private List<FigureRow> allRows(FigureQuestion question) {
        return figures.rows(question, Integer.MAX_VALUE, 0);
    }

    /** One question, counted part by part. */
    private final class Counting {
        private final FigureQuestion question;
        private final long since;
        private final SortedMap<Long, RowChange> found = new TreeMap<>();

        Counting(FigureQuestion question, long since) {
            this.question = question;
            this.since = since;
        }

        SortedMap<Long, RowChange> counted() {
            FigureDefinition definition = definitions.of(question.figure());
            TouchPoints touched = definition.touched(question, since);
            touched.everything()
                    .forEach(position ->
                            replace(position, allRows(question.at(position - 1)), allRows(question.at(position))));
            touched.parts()
                    .forEach((part, positions) -> follow(
                            positions,
                            touched.everything(),
                            position -> definition.rowsOf(question.at(position), part)));
            touched.persons().forEach((position, officials) -> {
                if (!touched.everything().contains(position)) {
                    replace(
                            position,
                            definition.rowsAmong(question.at(position - 1), officials),
                            definition.rowsAmong(question.at(position), officials));
                }
            });
            return found;
        }

        /** @param told positions whose whole change is told already, of this part too */
        private void follow(SortedSet<Long> positions, SortedSet<Long> told, LongFunction<List<FigureRow>> rowsAt) {
            SortedSet<Long> all = new TreeSet<>(positions);
            all.addAll(told);
            List<FigureRow> before = rowsAt.apply(since);
            for (long position : all) {
                List<FigureRow> after = rowsAt.apply(position);
                if (!told.contains(position)) {
                    replace(position, before, after);
                }
                before = after;
            }
        }

        private void replace(long position, List<FigureRow> before, List<FigureRow> after) {
            found.computeIfAbsent(position, p -> new RowChange(question.last())).replace(before, after);
        }
    }
}
