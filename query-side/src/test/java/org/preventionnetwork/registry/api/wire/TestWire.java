package org.preventionnetwork.registry.api.wire;

import org.axonframework.serialization.Serializer;

/** Serializers of vocabularies that exist in tests only. */
public final class TestWire {
    private TestWire() {}

    public static Serializer serializer(EventCatalogue catalogue, Upcasts upcasts) {
        return RegistrySerializer.of(catalogue, upcasts);
    }
}
