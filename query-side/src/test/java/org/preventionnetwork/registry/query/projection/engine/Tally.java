package org.preventionnetwork.registry.query.projection.engine;

import java.util.List;
import org.axonframework.serialization.Serializer;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.TestWire;
import org.preventionnetwork.registry.api.wire.Upcast;
import org.preventionnetwork.registry.api.wire.Upcasts;

/** A vocabulary for tests only; revision 1 of its fact said {@code amount} where revision 2 says {@code count}. */
public sealed interface Tally extends RegistryEvent {
    sealed interface TallyFact extends Tally, Fact {}

    @EventName(value = "test.Counted", revision = "2")
    record Counted(NetworkId entity, FactId factId, int count) implements TallyFact {}

    @EventName("test.FactCorrected")
    record FactCorrected(NetworkId entity, FactId factId, TallyFact replacement, CorrectionKind correctionKind)
            implements Tally, Correction {}

    Upcasts UPCASTS = new Upcasts(List.of(new Upcast("test.Counted", "1", "2", payload -> {
        payload.set("count", payload.remove("amount"));
        return payload;
    })));

    static Serializer serializer() {
        return TestWire.serializer(EventCatalogue.of(List.of(Tally.class)), UPCASTS);
    }

    static Counted counted(String network, int count) {
        return new Counted(new NetworkId(network), new FactId("fact-" + count), count);
    }

    /** As revision 1 stored it. */
    static TestRegistry.Stored storedAsRevision1(String network, int count) {
        return new TestRegistry.Stored(
                "network:" + network,
                "test.Counted",
                "1",
                "{\"entity\":\"%s\",\"factId\":\"fact-%d\",\"amount\":%d}".formatted(network, count, count));
    }
}
