package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/** Seminars held. In the scope of a network, those at which its members were present or that were given for it. */
final class Seminars extends AccumulatingFigure {
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
    String sql(FigureQuestion question) {
        return question.network() == null
                ? Parts.scoped(question, HELD)
                : Parts.scoped(question, "", Parts.presence(true, question), HELD);
    }
}
