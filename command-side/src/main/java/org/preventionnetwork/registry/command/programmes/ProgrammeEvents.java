package org.preventionnetwork.registry.command.programmes;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactAnnulled;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.FactCorrected;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeFact;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of a programme, in its own vocabulary. */
final class ProgrammeEvents {
    static final EventForm<ProgrammeFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(ProgrammeFact fact) {
            return new SourceAdded(fact.programmeId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(ProgrammeFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.programmeId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(ProgrammeFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.programmeId(), fact.factId(), wholeBatch);
        }
    };

    private ProgrammeEvents() {}
}
