package org.preventionnetwork.registry.query.figures.definition;

import java.util.List;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;

/** Seminars held. In the scope of a network, those at which its members were present or that were given for it. */
final class Seminars extends AccumulatingFigure {
    /** Not before the last day, or the conclusion: until then it is in session. */
    private static final String OVER =
            """
            , over AS (
                SELECT h.*, o.over_from, o.over_certain_from
                FROM held h JOIN (
                    SELECT entity, min(coalesce(lower(valid), '-infinity')) FILTER (WHERE over) AS over_from,
                        min(coalesce(lower(valid), '-infinity')) FILTER (WHERE over_certain) AS over_certain_from
                    FROM read.seminar
                    WHERE known_from <= :position AND coalesce(known_until > :position, true)
                        AND (:only::text IS NULL OR entity = :only::text)
                    GROUP BY entity) o USING (entity)
                WHERE o.over_from IS NOT NULL)
            """;

    private static final String ALL_OVER =
            """
            SELECT entity AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(over_from, NULL) AS possible,
                CASE WHEN over_certain_from IS NOT NULL THEN daterange(over_certain_from, NULL) END AS certain,
                NULL::text AS state, '{}'::text[] AS states, entity, title AS what, source, behind,
                NULL::daterange AS happened
            FROM over
            """;

    /** What states did at it counts since it is over, for when they did it. */
    private static final String ONCE_OVER =
            """
            SELECT p.key, p.count, p.least, p.incomplete, p.possible * daterange(o.over_from, NULL) AS possible,
                CASE WHEN o.over_certain_from IS NOT NULL AND NOT isempty(p.certain * daterange(o.over_certain_from, NULL))
                    THEN p.certain * daterange(o.over_certain_from, NULL) END AS certain,
                p.state, p.states, p.entity, p.what, p.source, p.behind,
                coalesce(p.happened, daterange(lower(p.possible), lower(p.certain), '[]')) AS happened
            FROM (%s) p JOIN over o USING (entity) WHERE NOT isempty(p.possible * daterange(o.over_from, NULL))
            """;

    private static final String HELD =
            """
            SELECT entity AS key, 1::bigint AS count, 1::bigint AS least, false AS incomplete,
                daterange(possible_from, NULL) AS possible,
                CASE WHEN certain_from IS NOT NULL THEN daterange(certain_from, NULL) END AS certain,
                NULL::text AS state, '{}'::text[] AS states, entity, title AS what, source, behind,
                NULL::daterange AS happened
            FROM held
            """;

    Seminars(AccumulatingRows rows, Touched touched) {
        super(FigureName.SEMINARS, Unit.SEMINARS, rows, touched);
    }

    @Override
    public List<FigureRow> begun(FigureQuestion question) {
        return rows.rows(begunSql(question), question, Integer.MAX_VALUE, 0);
    }

    private static String begunSql(FigureQuestion question) {
        return question.network() == null
                ? Parts.scoped(question, HELD)
                : Parts.scoped(question, "", Parts.presence(true, question), HELD);
    }

    @Override
    String sql(FigureQuestion question) {
        if (question.isByFirstDefinition()) {
            return begunSql(question);
        }
        return question.network() == null
                ? Parts.scoped(question, OVER, ALL_OVER)
                : Parts.scoped(question, OVER, ONCE_OVER.formatted(Parts.presence(true, question)), ALL_OVER);
    }
}
