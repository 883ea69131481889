package org.preventionnetwork.registry.command.editions;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.editions.EditionEvent.FactCorrected;
import org.preventionnetwork.registry.api.editions.EditionEvent.SourceAdded;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of an edition, in its own vocabulary. */
final class EditionEvents {
    static final EventForm<EditionFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(EditionFact fact) {
            return new SourceAdded(fact.editionId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(EditionFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.editionId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(EditionFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.editionId(), fact.factId(), wholeBatch);
        }
    };

    private EditionEvents() {}
}
