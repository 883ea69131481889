package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.date;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.states;

import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;

/** Published figures in plain words. */
final class StatementSentences {
    private StatementSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(StatementPublished.class, (f, n) -> new Told(published(f), "published figure " + f.statementId()))
                .tell(
                        StatementWithdrawn.class,
                        (f, n) -> new Told(
                                "published figure " + f.statementId() + " withdrawn by its publisher" + on(f.on()),
                                "withdrawal of the published figure " + f.statementId()));
    }

    private static String published(StatementPublished f) {
        String scope = f.scope() == null ? "" : " of " + f.scope();
        String roster = f.roster().isEmpty() ? "" : ", naming " + states(f.roster());
        return "published figure: " + constant(f.qualifier()) + " " + f.value() + " " + constant(f.metric()) + scope
                + ", stated " + date(f.statedOn()) + roster;
    }
}
