package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/**
 * Persons who completed a seminar, each once, and those who are reported of a seminar and not named: its reported number
 * less those on its roster who took part, never below zero. Of two numbers that contradict each other, and of a number
 * and a complete roster, it is what lies between them. Reported persons count as different persons, as the sources count them.
 */
final class OfficialsTrained extends AccumulatingFigure {
    private static final String PERSON = "'official:' || person";

    /**
     * {@code rest}: through time, how many are reported of a seminar and not named. Whoever is named takes the place of
     * one who is reported, from the day on which the named counts: where it is open whether somebody completes, it is as
     * open whether one less is reported, so that neither bound moves when one of them is named. Who took part without
     * completing takes a place, too, and counts nothing. Whom a complete roster lacks is at most possible, on every day:
     * of two sources that contradict each other it is what lies between them, and the minimum never falls.
     */
    private static final String REST =
            """
            , total AS (
                SELECT entity, min(participants)::bigint AS least, max(participants)::bigint AS most,
                    max(source) AS source, string_agg(array_to_string(behind, ','), ',') AS behind
                FROM reported WHERE participants IS NOT NULL GROUP BY entity),
            place AS (
                SELECT h.entity, coalesce(p.canonical, e.official) AS person,
                    CASE WHEN e.completed IS NOT NULL THEN greatest(e.completed, h.possible_from) END AS completed,
                    CASE WHEN h.certain_from IS NOT NULL AND e.certainly_completed IS NOT NULL
                        THEN greatest(e.certainly_completed, h.certain_from) END AS certainly_completed,
                    greatest(coalesce(e.present, '-infinity'), h.possible_from) AS present,
                    CASE WHEN h.certain_from IS NOT NULL AND (e.present IS NULL OR e.certainly_present IS NOT NULL)
                        THEN greatest(coalesce(e.certainly_present, '-infinity'), h.certain_from) END
                        AS certainly_present
                FROM enrolled e JOIN held h USING (entity) JOIN total USING (entity) LEFT JOIN person p USING (official)
                WHERE e.listed),
            taken AS (
                SELECT entity, person, least(min(completed), min(certainly_present)) AS of_most,
                    CASE WHEN min(completed) = min(present)
                            AND min(certainly_completed) IS NOT DISTINCT FROM min(certainly_present)
                        THEN min(certainly_completed) ELSE least(min(certainly_completed), min(present)) END AS of_least
                FROM place GROUP BY entity, person),
            bound AS (
                SELECT h.entity, bound.day
                FROM held h JOIN total USING (entity), LATERAL (VALUES (h.possible_from), (h.certain_from)) bound (day)
                UNION SELECT entity, of_most FROM taken UNION SELECT entity, of_least FROM taken),
            piece AS (
                SELECT entity, day, lead(day) OVER (PARTITION BY entity ORDER BY day) AS next
                FROM bound WHERE day IS NOT NULL),
            rest AS (
                SELECT h.*, t.source AS of, concat_ws(',', t.behind, w.behind) AS told, piece.day, piece.next,
                    greatest(0, t.most - (SELECT count(*) FROM taken
                        WHERE taken.entity = piece.entity AND taken.of_most <= piece.day)) AS most,
                    CASE WHEN w.entity IS NULL THEN greatest(0, t.least - (SELECT count(*) FROM taken
                        WHERE taken.entity = piece.entity AND taken.of_least <= piece.day)) ELSE 0 END AS least
                FROM piece JOIN held h USING (entity) JOIN total t USING (entity) LEFT JOIN whole w USING (entity)
                WHERE piece.day >= h.possible_from)
            """;

    private static final String NOT_NAMED =
            """
            UNION ALL
            SELECT entity, most, least, false, daterange(day, next),
                CASE WHEN certain_from <= day AND least > 0 THEN daterange(day, next) END,
                NULL, '{}', entity,
                CASE WHEN most = least THEN most::text ELSE least(least, most) || ' to ' || greatest(least, most) END
                    || ' reported of ' || title || ' and not named',
                of, concat_ws(',', told, behind), daterange(possible_from, certain_from, '[]')
            FROM rest WHERE most > 0 OR least > 0
            """;

    /** By the first definition, what is reported of a seminar counted where nobody is on its roster. */
    private static final String WITHOUT_ROSTER =
            """
            UNION ALL
            SELECT h.entity, extent.count, extent.count, false, daterange(h.possible_from, NULL),
                CASE WHEN extent.certain AND h.certain_from IS NOT NULL THEN daterange(h.certain_from, NULL) END,
                NULL, '{}', h.entity, extent.count || ' participants reported of ' || h.title, r.source,
                concat_ws(',', r.behind, h.behind), NULL
            FROM unlisted h JOIN (
                    SELECT entity, min(participants) AS least, max(participants) AS most, max(source) AS source,
                        string_agg(array_to_string(behind, ','), ',') AS behind
                    FROM reported WHERE participants IS NOT NULL GROUP BY entity) r USING (entity),
                LATERAL (SELECT least::bigint AS count, true AS certain
                         UNION SELECT most, most = least) extent
            """;

    private static final String UNKNOWN =
            """
            UNION ALL
            SELECT entity, 0, 0, true, daterange(possible_from, listed_since), NULL, NULL, '{}', entity,
                'neither a roster nor a number of participants is known of ' || title, source, behind,
                daterange(possible_from, certain_from, '[]')
            FROM unlisted h
            WHERE NOT EXISTS (SELECT FROM reported r WHERE r.entity = h.entity AND r.participants IS NOT NULL)
            """;

    OfficialsTrained(AccumulatingRows rows, Touched touched) {
        super(FigureName.OFFICIALS_TRAINED, Unit.PERSONS, rows, touched);
    }

    @Override
    String sql(FigureQuestion question) {
        String completed = Parts.completed(PERSON, question);
        return question.isByFirstDefinition()
                ? Parts.scoped(question, completed + WITHOUT_ROSTER + UNKNOWN)
                : Parts.scoped(
                        question, REST, completed + NOT_NAMED + UNKNOWN, Parts.completed(PERSON) + NOT_NAMED + UNKNOWN);
    }
}
