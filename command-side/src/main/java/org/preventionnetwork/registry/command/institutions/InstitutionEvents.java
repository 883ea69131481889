package org.preventionnetwork.registry.command.institutions;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactAnnulled;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.FactCorrected;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of an institution, in its own vocabulary. */
final class InstitutionEvents {
    static final EventForm<InstitutionFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(InstitutionFact fact) {
            return new SourceAdded(fact.institutionId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(InstitutionFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.institutionId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(InstitutionFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.institutionId(), fact.factId(), wholeBatch);
        }
    };

    private InstitutionEvents() {}
}
