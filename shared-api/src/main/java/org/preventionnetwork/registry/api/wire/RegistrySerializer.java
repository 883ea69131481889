package org.preventionnetwork.registry.api.wire;

import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.officials.PersonalPlace;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.EventCatalogue.StoredName;

/**
 * The serializer of both sides, for events, messages and tokens. Events are stored under their logical names in both
 * directions; a stored name that is not in the catalogue stops the reader with {@link UnknownEventType} instead of
 * being passed over.
 *
 * <p>Personal texts are read as they are stored, and know their place. With a {@link PersonalCipher} they are sealed when
 * written and opened when read.
 */
public final class RegistrySerializer extends Jackson3Serializer {
    private final EventCatalogue catalogue;
    private final @Nullable PersonalCipher cipher;

    private RegistrySerializer(
            Jackson3Serializer.Builder builder, EventCatalogue catalogue, @Nullable PersonalCipher cipher) {
        super(builder);
        this.catalogue = catalogue;
        this.cipher = cipher;
    }

    public static RegistrySerializer standard() {
        return of(EventCatalogue.standard(), Upcasts.standard());
    }

    /** For the event store of the command side. */
    public static RegistrySerializer sealing(PersonalCipher cipher) {
        return of(EventCatalogue.standard(), Upcasts.standard(), cipher);
    }

    static RegistrySerializer of(EventCatalogue catalogue, Upcasts upcasts) {
        return of(catalogue, upcasts, null);
    }

    private static RegistrySerializer of(EventCatalogue catalogue, Upcasts upcasts, @Nullable PersonalCipher cipher) {
        Jackson3Serializer.Builder builder =
                Jackson3Serializer.builder().jsonMapperBuilderCustomizer(RegistryJson.customizer(catalogue, upcasts));
        return new RegistrySerializer(builder, catalogue, cipher);
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

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> representation) {
        return super.serialize(
                cipher != null && object instanceof RegistryEvent event ? cipher.seal(event) : object, representation);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <S, T> T deserialize(SerializedObject<S> stored) {
        Object read = super.deserialize(stored);
        if (!(read instanceof RegistryEvent event)) {
            return (T) read;
        }
        RegistryEvent placed = PersonalTexts.change(event, (text, place) -> placed(event, text, place));
        return (T) (cipher == null ? placed : cipher.open(placed));
    }

    private static PersonalText placed(RegistryEvent event, PersonalText text, PersonalPlace place) {
        if (!text.person().equals(event.entity())) {
            throw new MisplacedText(event.entity(), text.person());
        }
        return text.at(place);
    }
}
