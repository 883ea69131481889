package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/** Persons enrolled, whatever came of it, once for each seminar. */
final class Enrollments extends AccumulatingFigure {
    private static final String ENROLLMENTS =
            """
            SELECT %1$s AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(e.possible, NULL) AS possible,
                CASE WHEN e.certain IS NOT NULL %3$s THEN daterange(e.certain, NULL) END AS certain,
                %2$s AS state, CASE WHEN %2$s IS NULL THEN '{}' ELSE ARRAY[%2$s] END AS states,
                e.entity, 'enrolled in ' || e.title AS what, e.source,
                array_to_string(e.behind, ',') AS behind, daterange(e.possible, e.by, '[]') AS happened
            FROM %4$s e
            """;
    /**
     * {@code by}: the last day on which it can have happened: of presence without a date the seminar's beginning, also
     * where nobody concluded it, so that it is open only whether it happened, not when.
     */
    private static final String ENTERED =
            """
            , entered AS (
                SELECT possible_enrolment.*, coalesce(certain, if_held) AS by FROM (SELECT e.entity, e.topic, e.official_entity, coalesce(p.canonical, e.official) AS person, s.title,
                    e.source, e.behind, least(e.before, greatest(e.since, s.begun_from)) AS possible,
                    least(e.certainly_before,
                        CASE WHEN s.certain_from IS NOT NULL AND e.certainly_since IS NOT NULL
                            THEN greatest(e.certainly_since, s.certain_from) END) AS certain,
                    CASE WHEN e.before IS NULL THEN greatest(e.certainly_since, CASE
                        WHEN e.certainly_since IS NOT NULL THEN greatest(s.begun_by, s.begun_from) END) END AS if_held
                FROM enrolled e JOIN seminar s USING (entity) LEFT JOIN person p ON p.official = e.official
                WHERE e.before IS NOT NULL OR s.begun_from IS NOT NULL) possible_enrolment)
            """;
    /** With the state served when they were enrolled; where several are possible, one row for each. */
    private static final String SERVING =
            """
            , serving AS (
                SELECT DISTINCT ON (e.entity, e.topic, s.state) e.entity, e.topic, e.person, e.title, e.source, e.behind,
                    greatest(e.possible, lower(s.days)) AS possible, e.certain, e.by, s.state,
                    min(s.state) OVER one IS NOT DISTINCT FROM max(s.state) OVER one AS single
                FROM entered e LEFT JOIN served s ON s.entity = e.official_entity
                    AND s.days && daterange(e.possible, e.by, '[]')
                WINDOW one AS (PARTITION BY e.entity, e.topic)
                ORDER BY e.entity, e.topic, s.state, lower(s.days) NULLS FIRST)
            """;

    private static final String PERSON_IN_SEMINAR = "e.entity || '/official:' || e.person";

    Enrollments(AccumulatingRows rows, Touched touched) {
        super(FigureName.ENROLLMENTS, Unit.ENROLLMENTS, rows, touched);
    }

    @Override
    boolean countsPlanned() {
        return true;
    }

    @Override
    String sql(FigureQuestion question) {
        if (question.isByFirstDefinition()) {
            return Parts.scoped(question, FirstReading.enrollments(question.network() != null));
        }
        String whole = ENROLLMENTS.formatted(PERSON_IN_SEMINAR, "NULL::text", "", "entered");
        return question.network() == null
                ? Parts.scoped(question, ENTERED, whole)
                : Parts.scoped(
                        question,
                        ENTERED + SERVING,
                        ENROLLMENTS.formatted(PERSON_IN_SEMINAR, "state", "AND single", "serving"),
                        whole);
    }
}
