package org.preventionnetwork.registry.api.wire;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.preventionnetwork.registry.api.wire.EventCatalogue.StoredName;

/**
 * The serializer of both sides, for events, messages and tokens. Events are stored under their logical names in both
 * directions; a stored name that is not in the catalogue stops the reader with {@link UnknownEventType} instead of
 * being passed over.
 */
public final class RegistrySerializer extends Jackson3Serializer {
    private final EventCatalogue catalogue;

    private RegistrySerializer(Jackson3Serializer.Builder builder, EventCatalogue catalogue) {
        super(builder);
        this.catalogue = catalogue;
    }

    public static RegistrySerializer standard() {
        return of(EventCatalogue.standard(), Upcasts.standard());
    }

    static RegistrySerializer of(EventCatalogue catalogue, Upcasts upcasts) {
        Jackson3Serializer.Builder builder =
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(RegistryJson.customizer(catalogue, upcasts));
        return new RegistrySerializer(builder, catalogue);
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        StoredName name = catalogue.nameOf(type);
        return name == null ? super.typeForClass(type) : new SimpleSerializedType(name.name(), name.revision());
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        Class<?> event = catalogue.classOf(type.getName());
        if (event != null) {
            return event;
        }
        Class<?> known = super.classForType(type);
        if (known == UnknownSerializedType.class) {
            throw new UnknownEventType(type.getName());
        }
        return known;
    }
}
