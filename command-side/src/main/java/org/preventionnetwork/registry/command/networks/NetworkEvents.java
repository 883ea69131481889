package org.preventionnetwork.registry.command.networks;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactAnnulled;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FactCorrected;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.SourceAdded;
import org.preventionnetwork.registry.command.timeline.EventForm;

/** What happens to the facts of a network, in its own vocabulary. */
final class NetworkEvents {
    static final EventForm<NetworkFact> FORM = new EventForm<>() {
        @Override
        public RegistryEvent sourceAdded(NetworkFact fact) {
            return new SourceAdded(fact.networkId(), fact.factId());
        }

        @Override
        public RegistryEvent corrected(NetworkFact replacement, CorrectionKind kind) {
            return new FactCorrected(replacement.networkId(), replacement.factId(), replacement, kind);
        }

        @Override
        public RegistryEvent annulled(NetworkFact fact, @Nullable BatchId wholeBatch) {
            return new FactAnnulled(fact.networkId(), fact.factId(), wholeBatch, null);
        }

        @Override
        public RegistryEvent annulled(NetworkFact fact, CorrectionKind kind) {
            return new FactAnnulled(fact.networkId(), fact.factId(), null, kind);
        }
    };

    private NetworkEvents() {}
}
