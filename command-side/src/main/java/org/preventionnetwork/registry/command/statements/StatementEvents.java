package org.preventionnetwork.registry.command.statements;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactAnnulled;
import org.preventionnetwork.registry.api.statements.StatementEvent.FactCorrected;
import org.preventionnetwork.registry.api.statements.StatementEvent.SourceAdded;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementFact;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of a statement, in its own vocabulary. */
final class StatementEvents {
    static final EventForm<StatementFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(StatementFact fact) {
            return new SourceAdded(fact.statementId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(StatementFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.statementId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(StatementFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.statementId(), fact.factId(), wholeBatch);
        }
    };

    private StatementEvents() {}
}
