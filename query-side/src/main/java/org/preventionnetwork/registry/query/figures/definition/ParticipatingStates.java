package org.preventionnetwork.registry.query.figures.definition;

import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;

/** States with an official who attended or completed a seminar held, or named in what is reported of it. */
final class ParticipatingStates extends AccumulatingFigure {
    ParticipatingStates(AccumulatingRows rows, Touched touched) {
        super(FigureName.PARTICIPATING_STATES, Unit.STATES, rows, touched);
    }

    @Override
    public boolean namesStates() {
        return true;
    }

    @Override
    String sql(FigureQuestion question) {
        return Parts.scoped(question, Parts.presence(false, question));
    }
}
