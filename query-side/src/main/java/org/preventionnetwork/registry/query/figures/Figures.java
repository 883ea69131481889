package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.definition.Definitions;
import org.preventionnetwork.registry.query.figures.definition.FigureDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Every figure by its one {@link FigureDefinition}, for everything, a network or a programme: lists, headers, overview,
 * charts, statements and editions count alike. What is known at a position does not change any more: it is counted once
 * for all days, and remembered.
 *
 * <p>In the scope of a programme its seminars and initiatives count; in that of a network, what its member states did
 * while they were members, and what is recorded with it or as given for it.
 */
@Component
public class Figures {
    /** Those of which a figure is made. */
    public static final String[] PROJECTIONS = {
        "networks", "seminars", "officials", "initiatives", "programmes", "relations", "completeness"
    };

    private static final int REMEMBERED = 1_000;
    /** Of a large history each can take a megabyte. */
    private static final int COURSES = 64;
    /** Rows of one answer. */
    private static final int MOST_REMEMBERED = 500;

    private final Definitions definitions;
    private final Remembered<FigureQuestion, Interval> remembered;
    private final Remembered<FigureQuestion, Course> courses;
    private final Remembered<FigureQuestion, Long> rowCounts;
    private final Remembered<FigureQuestion, SortedMap<String, Boolean>> states;
    private final Remembered<Part, List<FigureRow>> parts;
    private final Remembered<FigureQuestion, Set<String>> things;

    Figures(Definitions definitions, @Qualifier("query") DataSource database) {
        this.definitions = definitions;
        this.remembered = new Remembered<>(database, REMEMBERED);
        this.courses = new Remembered<>(database, COURSES);
        this.rowCounts = new Remembered<>(database, REMEMBERED);
        this.states = new Remembered<>(database, REMEMBERED);
        this.parts = new Remembered<>(database, COURSES);
        this.things = new Remembered<>(database, COURSES);
    }

    /** The least that certainly counts to the most that can, over the days asked about. */
    public Interval interval(FigureQuestion question) {
        return remembered.get(question, asked -> definition(asked).interval(asked, course(asked)));
    }

    /** The same, counted anew and not remembered: for positions that others may come to mean something else by. */
    public Interval recount(FigureQuestion question) {
        return definition(question)
                .interval(question, Course.of(definition(question).counted(question)));
    }

    /** The figure on each of these days, whatever the question's own. */
    public List<Interval> course(FigureQuestion question, List<LocalDate> days) {
        if (definition(question).isAskedForDays()) {
            return days.stream().map(day -> interval(question.on(day, day))).toList();
        }
        Course course = course(question);
        return days.stream()
                .map(day -> definition(question).interval(question.on(day, day), course))
                .toList();
    }

    /**
     * What is new in a figure of what accumulates: between each of these days and the next, the things that first can
     * count then. The least is how many of them certainly count by the last of the days.
     */
    public List<Interval> added(FigureQuestion question, List<LocalDate> days) {
        LocalDate last = days.get(days.size() - 1);
        Map<String, List<Counted>> byKey = new HashMap<>();
        List<List<Counted>> things = new ArrayList<>();
        definition(question).counted(question.on(HistoricalDate.BEGINNING, HistoricalDate.END_OF_TIME)).stream()
                .filter(row -> row.count() > 0)
                .forEach(row -> {
                    if (row.key() == null) {
                        things.add(List.of(row));
                    } else {
                        byKey.computeIfAbsent(row.key(), key -> new ArrayList<>())
                                .add(row);
                    }
                });
        things.addAll(byKey.values());
        long[] possible = new long[days.size() - 1];
        long[] certain = new long[days.size() - 1];
        for (List<Counted> rows : things) {
            LocalDate first = rows.stream()
                    .map(row -> row.possible().from())
                    .min(LocalDate::compareTo)
                    .orElseThrow();
            for (int i = 0; i < possible.length; i++) {
                if (first.isAfter(days.get(i)) && !first.isAfter(days.get(i + 1))) {
                    long times = rows.get(0).times();
                    possible[i] += times;
                    certain[i] += rows.stream()
                                    .anyMatch(row -> row.certain() != null
                                            && row.certain().contains(last))
                            ? times
                            : 0;
                }
            }
        }
        List<Interval> added = new ArrayList<>();
        for (int i = 0; i < possible.length; i++) {
            added.add(new Interval(certain[i], possible[i], false));
        }
        return added;
    }

    /** The states that count on the days asked about, in the order of their codes, with whether each certainly does. */
    public SortedMap<String, Boolean> states(FigureQuestion question) {
        return states.get(question, asked -> {
            SortedMap<String, Boolean> found = new TreeMap<>();
            perState(asked).forEach((state, counted) -> {
                if (counted.possible() > 0) {
                    found.put(state, counted.minimum() > 0);
                }
            });
            return Collections.unmodifiableSortedMap(found);
        });
    }

    /** What can count on the days asked about, each once: the stored ids of seminars or initiatives, the codes of states. */
    public Set<String> things(FigureQuestion question) {
        return things.get(question, asked -> definition(asked).rows(asked, Integer.MAX_VALUE, 0).stream()
                .filter(row -> row.count() > 0)
                .map(FigureRow::counts)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** What certainly counts on the days asked about with a state: the stored ids of what it is recorded of. */
    public Set<String> certainWith(String state, FigureQuestion question) {
        return byState(question).getOrDefault(state, List.of()).stream()
                .filter(row -> row.count() > 0 && row.isCertain(question.first(), question.last()))
                .map(FigureRow::entity)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rows of what can have begun by the days asked about: of seminars, those in session too. */
    public List<FigureRow> begun(FigureQuestion question) {
        return definition(question).begun(question);
    }

    /** How many things count with each state, certainly and at most. */
    public SortedMap<String, Interval> perState(FigureQuestion question) {
        SortedMap<String, Interval> found = new TreeMap<>();
        byState(question)
                .forEach((state, rows) -> found.put(state, Interval.of(rows, question.first(), question.last())));
        return found;
    }

    private SortedMap<String, List<FigureRow>> byState(FigureQuestion question) {
        if (!definition(question).namesStates()) {
            throw new IllegalArgumentException(question.figure() + " does not tell states apart");
        }
        SortedMap<String, List<FigureRow>> rows = new TreeMap<>();
        for (FigureRow row : definition(question).rows(question, Integer.MAX_VALUE, 0)) {
            row.states().forEach(state -> rows.computeIfAbsent(state, s -> new ArrayList<>())
                    .add(row));
        }
        return rows;
    }

    private Course course(FigureQuestion question) {
        return courses.get(
                question.on(HistoricalDate.BEGINNING, HistoricalDate.END_OF_TIME),
                asked -> Course.of(definition(asked).counted(asked)));
    }

    private FigureDefinition definition(FigureQuestion question) {
        return definitions.of(question.figure());
    }

    /** Of the rows behind a figure. */
    private record Part(FigureQuestion question, int size, long offset) {}

    /** How many rows are behind the figure: those that can count on one of the days asked about. */
    public long rowCount(FigureQuestion question) {
        return rowCounts.get(question, asked -> definition(asked).rowCount(asked));
    }

    /** A part of the rows behind the figure; those that tell why more can count come last. */
    public List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        return size > MOST_REMEMBERED
                ? definition(question).rows(question, size, offset)
                : parts.get(new Part(question, size, offset), part -> definition(question)
                        .rows(question, size, offset));
    }
}
