package org.preventionnetwork.registry.command.initiatives;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.FactCorrected;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of an initiative, in its own vocabulary. */
final class InitiativeEvents {
    static final EventForm<InitiativeFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(InitiativeFact fact) {
            return new SourceAdded(fact.initiativeId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(InitiativeFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.initiativeId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(InitiativeFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.initiativeId(), fact.factId(), wholeBatch);
        }
    };

    private InitiativeEvents() {}
}
