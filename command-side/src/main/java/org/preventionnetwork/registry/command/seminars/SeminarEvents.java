package org.preventionnetwork.registry.command.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of a seminar, in its own vocabulary. */
final class SeminarEvents {
    static final EventForm<SeminarFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(SeminarFact fact) {
            return new SourceAdded(fact.seminarId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(SeminarFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.seminarId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(SeminarFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.seminarId(), fact.factId(), wholeBatch);
        }
    };

    private SeminarEvents() {}
}
