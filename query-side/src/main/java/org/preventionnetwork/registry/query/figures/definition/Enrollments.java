package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/** Persons enrolled, whatever came of it, once for each seminar. */
final class Enrollments extends AccumulatingFigure {
    private static final String ENROLLMENTS =
            """
            SELECT %3$s AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(least(e.before, greatest(e.since, s.begun_from)), NULL) AS possible,
                CASE WHEN certain.since IS NOT NULL THEN daterange(certain.since, NULL) END AS certain,
                %1$s AS state, CASE WHEN %1$s IS NULL THEN '{}' ELSE ARRAY[%1$s] END AS states,
                e.entity, 'enrolled in ' || s.title AS what, e.source,
                array_to_string(e.behind, ',') AS behind, NULL::daterange AS happened
            FROM enrolled e JOIN seminar s USING (entity) LEFT JOIN person p ON p.official = e.official %2$s
                CROSS JOIN LATERAL (SELECT least(e.certainly_before,
                    CASE WHEN s.certain_from IS NOT NULL AND e.certainly_since IS NOT NULL
                        THEN greatest(e.certainly_since, s.certain_from) END) AS since) certain
            WHERE e.before IS NOT NULL OR s.begun_from IS NOT NULL
            """;
    private static final String STATE_SERVED =
            """
            LEFT JOIN read.official o ON o.entity = e.official_entity
                AND o.known_from <= :position AND coalesce(o.known_until > :position, true) AND o.valid @> e.since
            """;
    private static final String ENROLLMENT = "e.entity || '/' || e.topic";
    private static final String PERSON_IN_SEMINAR = "e.entity || '/official:' || coalesce(p.canonical, e.official)";

    Enrollments(AccumulatingRows rows, Touched touched) {
        super(FigureName.ENROLLMENTS, Unit.ENROLLMENTS, rows, touched);
    }

    @Override
    boolean countsPlanned() {
        return true;
    }

    @Override
    String sql(FigureQuestion question) {
        String key = question.isByFirstDefinition() ? ENROLLMENT : PERSON_IN_SEMINAR;
        return Parts.scoped(question, "", enrolled(key, question.network() != null), enrolled(key, false));
    }

    private static String enrolled(String key, boolean byState) {
        return ENROLLMENTS.formatted(byState ? "o.state" : "NULL::text", byState ? STATE_SERVED : "", key);
    }
}
