package org.preventionnetwork.registry.api.wire;

import java.util.List;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import tools.jackson.databind.node.ObjectNode;

/** A vocabulary for tests only, whose one fact was renamed in its fields since it was first stored. */
sealed interface Tally extends RegistryEvent {
    @Override
    NetworkId entity();

    sealed interface TallyFact extends Tally, Fact {}

    /** Revision 1 said {@code amount} where revision 2 says {@code count}. */
    @EventName(value = "test.Counted", revision = "2")
    record Counted(NetworkId entity, FactId factId, int count) implements TallyFact {}

    @EventName("test.FactCorrected")
    record FactCorrected(NetworkId entity, FactId factId, TallyFact replacement, CorrectionKind correctionKind)
            implements Tally, Correction {}

    static EventCatalogue catalogue() {
        return EventCatalogue.of(List.of(Tally.class));
    }

    static Upcasts upcasts() {
        return new Upcasts(List.of(new Upcast("test.Counted", "1", "2", Tally::amountBecomesCount)));
    }

    private static ObjectNode amountBecomesCount(ObjectNode payload) {
        ObjectNode changed = payload.deepCopy();
        changed.set("count", changed.remove("amount"));
        return changed;
    }
}
