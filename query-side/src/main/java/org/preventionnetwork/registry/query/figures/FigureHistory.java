package org.preventionnetwork.registry.query.figures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
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
    private final AccumulatingFigures accumulating;
    private final Alumni alumni;
    private final Touched touched;
    private final Remembered<Subject, Told> remembered;

    FigureHistory(
            Figures figures,
            AccumulatingFigures accumulating,
            Alumni alumni,
            Touched touched,
            @Qualifier("query") DataSource database) {
        this.figures = figures;
        this.accumulating = accumulating;
        this.alumni = alumni;
        this.touched = touched;
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
                new Subject(at(question, since)),
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
        DayTally tally = new DayTally(question.last(), allRows(at(question, since)));
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

    private static FigureQuestion at(FigureQuestion question, long position) {
        return scoped(question, question.scope(), position);
    }

    private static FigureQuestion scoped(FigureQuestion question, @Nullable EntityId scope, long position) {
        return new FigureQuestion(question.figure(), scope, question.first(), question.last(), position);
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
            switch (question.figure()) {
                case MEMBER_STATES -> networks(MembershipKind.MEMBER);
                case OBSERVER_STATES -> networks(MembershipKind.OBSERVER);
                case LIAISON_STATES -> networks(MembershipKind.LIAISON);
                case NETWORKS -> networks(null);
                case NATIONAL_INITIATIVES -> initiatives();
                default -> seminars();
            }
            return found;
        }

        /** Nothing links networks and initiatives with programmes: there the answer is the same for ever. */
        private void networks(@Nullable MembershipKind kind) {
            if (question.programme() == null) {
                String counted = kind == null ? null : kind.name();
                touched.networks(question, counted, since)
                        .forEach((network, positions) -> follow(
                                positions,
                                Collections.emptySortedSet(),
                                position -> allRows(scoped(question, networkId(network), position))));
            }
        }

        private void initiatives() {
            if (question.programme() == null) {
                touched.initiatives(question, since)
                        .forEach((initiative, positions) -> follow(
                                positions,
                                Collections.emptySortedSet(),
                                position -> accumulating.rowsOf(at(question, position), initiative)));
            }
        }

        private void seminars() {
            SortedSet<Long> everything = membersChanged();
            everything.forEach(position ->
                    replace(position, allRows(at(question, position - 1)), allRows(at(question, position))));
            touched.seminars(question, since)
                    .forEach((seminar, positions) -> follow(
                            positions, everything, position -> accumulating.rowsOf(at(question, position), seminar)));
            if (question.figure() == FigureName.ALUMNI) {
                touched.graduates(question, since).forEach((position, officials) -> {
                    if (!everything.contains(position)) {
                        replace(
                                position,
                                alumni.rowsAmong(at(question, position - 1), officials),
                                alumni.rowsAmong(at(question, position), officials));
                    }
                });
            }
        }

        /** Where a network got other members on the day, all that is counted of its members is another. */
        private SortedSet<Long> membersChanged() {
            NetworkId network = question.network();
            SortedSet<Long> positions = new TreeSet<>();
            if (network != null) {
                FigureQuestion members = new FigureQuestion(
                        FigureName.MEMBER_STATES, network, question.first(), question.last(), question.position());
                Map<String, SortedSet<Long>> candidates =
                        touched.networks(members, MembershipKind.MEMBER.name(), since);
                for (long position : candidates.getOrDefault(network.aggregateId(), Collections.emptySortedSet())) {
                    RowChange change = new RowChange(question.last())
                            .replace(allRows(at(members, position - 1)), allRows(at(members, position)));
                    if (!change.isNothing()) {
                        positions.add(position);
                    }
                }
            }
            return positions;
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

    private static NetworkId networkId(String entity) {
        return new NetworkId(entity.substring("network:".length()));
    }
}
