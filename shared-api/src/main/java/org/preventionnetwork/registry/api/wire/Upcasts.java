package org.preventionnetwork.registry.api.wire;

import java.util.List;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All {@link Upcast}s, in the order in which they are applied: to events as they are read from the store, and to the
 * facts inside corrections, which keep the revision they were written with.
 */
public final class Upcasts {
    private static final Upcasts STANDARD = new Upcasts(List.of(
            // Revision 1 did not say of which correction an annulment was a part.
            new Upcast("network.FactAnnulled", "1", "2", payload -> payload)));

    private final List<Upcast> upcasts;

    public Upcasts(List<Upcast> upcasts) {
        this.upcasts = List.copyOf(upcasts);
    }

    /** Those of the registry's own events. */
    public static Upcasts standard() {
        return STANDARD;
    }

    /** For Axon's event store and message sources. */
    public EventUpcaster asAxonUpcaster() {
        return new EventUpcasterChain(upcasts.stream().map(Single::new).toList());
    }

    /** The fact's payload in its newest shape. */
    ObjectNode upcast(String event, String storedRevision, ObjectNode payload) {
        String revision = storedRevision;
        ObjectNode current = payload;
        for (Upcast upcast : upcasts) {
            if (upcast.event().equals(event) && upcast.from().equals(revision)) {
                current = upcast.change().apply(current);
                revision = upcast.to();
            }
        }
        return current;
    }

    private static final class Single extends SingleEventUpcaster {
        private final Upcast upcast;

        Single(Upcast upcast) {
            this.upcast = upcast;
        }

        @Override
        protected boolean canUpcast(IntermediateEventRepresentation event) {
            return event.getType().getName().equals(upcast.event())
                    && upcast.from().equals(event.getType().getRevision());
        }

        @Override
        protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
            return event.upcastPayload(
                    new SimpleSerializedType(upcast.event(), upcast.to()), JsonNode.class, payload -> upcast.change()
                            .apply((ObjectNode) payload));
        }
    }
}
