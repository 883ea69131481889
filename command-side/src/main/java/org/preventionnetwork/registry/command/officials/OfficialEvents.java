package org.preventionnetwork.registry.command.officials;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactAnnulled;
import org.preventionnetwork.registry.api.officials.OfficialEvent.FactCorrected;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialFact;
import org.preventionnetwork.registry.api.officials.OfficialEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of an official, in its own vocabulary. */
final class OfficialEvents {
    static final EventForm<OfficialFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(OfficialFact fact) {
            return new SourceAdded(fact.officialId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(OfficialFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.officialId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(OfficialFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.officialId(), fact.factId(), wholeBatch);
        }
    };

    private OfficialEvents() {}
}
