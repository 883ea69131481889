package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/** Persons who completed a seminar held, once for each seminar. */
final class Completions extends AccumulatingFigure {
    /** By the first definition, every enrolment counted, also of records merged since. */
    private static final String ENROLLMENT = "entity || '/' || topic";

    private static final String PERSON_IN_SEMINAR = "entity || '/official:' || person";

    Completions(AccumulatingRows rows, Touched touched) {
        super(FigureName.COMPLETIONS, Unit.ENROLLMENTS, rows, touched);
    }

    @Override
    String sql(FigureQuestion question) {
        String key = question.isByFirstDefinition() ? ENROLLMENT : PERSON_IN_SEMINAR;
        return Parts.scoped(question, "", Parts.completed(key, question), Parts.completed(key));
    }
}
