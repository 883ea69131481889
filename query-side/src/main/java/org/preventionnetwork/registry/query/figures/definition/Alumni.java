package org.preventionnetwork.registry.query.figures.definition;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.preventionnetwork.registry.query.figures.Course;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.Interval;

/**
 * Persons who completed a foundational seminar, every part of a cycle; and the exceptions granted or revoked. Persons are
 * counted by {@link AlumniRows}; what accumulates here is why there may be more.
 */
final class Alumni extends AccumulatingFigure {
    private static final String WITHOUT_ROSTER =
            """
            SELECT entity AS key, 0::bigint AS count, 0::bigint AS least, true AS incomplete,
                daterange(possible_from, listed_since) AS possible,
                NULL::daterange AS certain, NULL::text AS state, '{}'::text[] AS states, entity,
                'there is no roster of ' || title AS what, source, behind,
                daterange(possible_from, certain_from, '[]') AS happened
            FROM unlisted WHERE foundational
            """;

    private final AlumniRows persons;

    Alumni(AccumulatingRows rows, AlumniRows persons, Touched touched) {
        super(FigureName.ALUMNI, Unit.PERSONS, rows, touched);
        this.persons = persons;
    }

    @Override
    String sql(FigureQuestion question) {
        return Parts.scoped(question, WITHOUT_ROSTER);
    }

    @Override
    public Interval interval(FigureQuestion question, Course course) {
        Interval known = persons.interval(question);
        return new Interval(
                known.minimum(),
                known.possible(),
                super.interval(question, course).open());
    }

    @Override
    public boolean isAskedForDays() {
        return true;
    }

    @Override
    public List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        List<FigureRow> known = persons.rows(question, size, offset);
        long before = Math.max(0, offset - persons.count(question));
        return Stream.concat(known.stream(), super.rows(question, size - known.size(), before).stream())
                .toList();
    }

    @Override
    public long rowCount(FigureQuestion question) {
        return super.rowCount(question) + persons.count(question);
    }

    @Override
    public TouchPoints touched(FigureQuestion question, long since) {
        TouchPoints unknown = super.touched(question, since);
        return new TouchPoints(unknown.everything(), unknown.parts(), touched.graduates(question, since));
    }

    @Override
    public List<FigureRow> rowsAmong(FigureQuestion question, Collection<String> officials) {
        return persons.rowsAmong(question, officials);
    }
}
