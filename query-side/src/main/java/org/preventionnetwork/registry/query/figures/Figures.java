package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Every figure by its one definition ({@link FigureName}), for everything, a network or a programme: overview, charts and
 * reconciliation count alike.
 *
 * <p>In the scope of a programme its seminars count. Seminars are not recorded with a network: in its scope they count
 * with those present from states that are members on the day asked about; where a state is not known, it may be one. An
 * initiative counts in the network that it is recorded with. Nothing links networks with programmes: there the answer is
 * open.
 */
@Component
public class Figures {
    /** Those of which a figure is made. */
    public static final String[] PROJECTIONS = {"networks", "seminars", "officials", "initiatives", "programmes"};

    private static final int REMEMBERED = 1_000;
    /** Of a large history each can take a megabyte. */
    private static final int COURSES = 64;
    /** Rows of one answer. */
    private static final int MOST_REMEMBERED = 500;

    private final Memberships memberships;
    private final AccumulatingFigures accumulating;
    private final Alumni alumni;
    private final Remembered<FigureQuestion, Interval> remembered;
    private final Remembered<FigureQuestion, Course> courses;
    private final Remembered<FigureQuestion, Long> rowCounts;
    private final Remembered<Part, List<FigureRow>> parts;

    Figures(
            Memberships memberships,
            AccumulatingFigures accumulating,
            Alumni alumni,
            @Qualifier("query") DataSource database) {
        this.remembered = new Remembered<>(database, REMEMBERED);
        this.courses = new Remembered<>(database, COURSES);
        this.rowCounts = new Remembered<>(database, REMEMBERED);
        this.parts = new Remembered<>(database, COURSES);
        this.memberships = memberships;
        this.accumulating = accumulating;
        this.alumni = alumni;
    }

    /**
     * The least that certainly counts to the most that can, over the days asked about. What is known at a position does
     * not change any more: it is counted once for all days, and remembered.
     */
    public Interval interval(FigureQuestion question) {
        Interval recorded = course(question).interval(question.first(), question.last());
        if (question.figure() != FigureName.ALUMNI) {
            return recorded;
        }
        Interval known = remembered.get(question, alumni::interval);
        return new Interval(known.minimum(), known.possible(), recorded.open());
    }

    /** The same, counted anew and not remembered: for positions that others may come to mean something else by. */
    public Interval recount(FigureQuestion question) {
        Interval recorded = counted(question).interval(question.first(), question.last());
        if (question.figure() != FigureName.ALUMNI) {
            return recorded;
        }
        Interval known = alumni.interval(question);
        return new Interval(known.minimum(), known.possible(), recorded.open());
    }

    /** The figure on each of these days, whatever the question's own. */
    public List<Interval> course(FigureQuestion question, List<LocalDate> days) {
        return days.stream()
                .map(day -> interval(
                        new FigureQuestion(question.figure(), question.scope(), day, day, question.position())))
                .toList();
    }

    /** Of alumni, only why there may be more. */
    private Course course(FigureQuestion question) {
        return courses.get(
                new FigureQuestion(
                        question.figure(),
                        question.scope(),
                        HistoricalDate.BEGINNING,
                        HistoricalDate.END_OF_TIME,
                        question.position()),
                this::counted);
    }

    private Course counted(FigureQuestion question) {
        return Course.of(few(question)
                .map(rows -> rows.stream().map(FigureRow::counted).toList())
                .orElseGet(() -> accumulating.counted(question)));
    }

    /** Of the rows behind a figure. */
    private record Part(FigureQuestion question, int size, long offset) {}

    /** How many rows are behind the figure: those that can count on one of the days asked about. */
    public long rowCount(FigureQuestion question) {
        return rowCounts.get(question, this::countRows);
    }

    private long countRows(FigureQuestion question) {
        Optional<List<FigureRow>> few = few(question);
        if (few.isPresent()) {
            return few.get().size();
        }
        long rows = accumulating.count(question);
        return question.figure() == FigureName.ALUMNI ? rows + alumni.count(question) : rows;
    }

    /** A part of the rows behind the figure; those that tell why more can count come last. */
    public List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        Part part = new Part(question, size, offset);
        return size > MOST_REMEMBERED ? read(part) : parts.get(part, this::read);
    }

    private List<FigureRow> read(Part part) {
        FigureQuestion question = part.question();
        int size = part.size();
        long offset = part.offset();
        Optional<List<FigureRow>> few = few(question);
        if (few.isPresent()) {
            return few.get().stream().skip(offset).limit(size).toList();
        }
        if (question.figure() != FigureName.ALUMNI) {
            return accumulating.rows(question, size, offset);
        }
        long persons = alumni.count(question);
        List<FigureRow> rows = alumni.rows(question, size, offset);
        List<FigureRow> unknown = accumulating.rows(question, size - rows.size(), Math.max(0, offset - persons));
        return java.util.stream.Stream.concat(rows.stream(), unknown.stream()).toList();
    }

    /** Rows of the figures that are few, whole; empty for the others. */
    private Optional<List<FigureRow>> few(FigureQuestion question) {
        FigureName figure = question.figure();
        MembershipKind kind =
                switch (figure) {
                    case MEMBER_STATES -> MembershipKind.MEMBER;
                    case OBSERVER_STATES -> MembershipKind.OBSERVER;
                    case LIAISON_STATES -> MembershipKind.LIAISON;
                    default -> null;
                };
        boolean ofNetworks = kind != null || figure == FigureName.NETWORKS;
        if (question.programme() != null && (ofNetworks || figure == FigureName.NATIONAL_INITIATIVES)) {
            return Optional.of(List.of(nothingLinks(question)));
        }
        if (!ofNetworks) {
            return Optional.empty();
        }
        List<FigureRow> rows = kind == null
                ? memberships.networks(question.network(), question.position())
                : memberships.spells(kind, question.network(), question.position());
        return Optional.of(rows.stream()
                .filter(row -> !row.possible().range().from().isAfter(question.last()))
                .filter(row ->
                        row.possible().until() == null || row.possible().until().isAfter(question.first()))
                .toList());
    }

    private static FigureRow nothingLinks(FigureQuestion question) {
        String programme = "programme:" + question.programme();
        return new FigureRow(
                programme,
                0,
                true,
                programme,
                "nothing recorded links networks and initiatives with programmes",
                List.of(),
                new Days(null, null),
                null,
                null,
                List.of());
    }
}
