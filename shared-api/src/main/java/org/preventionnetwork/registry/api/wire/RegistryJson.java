package org.preventionnetwork.registry.api.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.List;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.preventionnetwork.registry.api.facts.Correction;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.BeanPropertyWriter;
import tools.jackson.databind.ser.ValueSerializerModifier;

/**
 * The JSON of everything that is stored or sent between the sides: fields in the order of the records, dates as
 * ISO 8601 and EDTF text, absent values left out, unknown fields refused.
 */
public final class RegistryJson {
    private static final JsonMapper MAPPER = mapper(EventCatalogue.standard(), Upcasts.standard());

    private RegistryJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    static JsonMapper mapper(EventCatalogue catalogue, Upcasts upcasts) {
        JsonMapper.Builder builder = JsonMapper.builder();
        customizer(catalogue, upcasts).accept(builder);
        return builder.build();
    }

    /** For Axon's own serializer builder, which brings the modules for Axon's messages. */
    static Jackson3SerializerCustomizer customizer(EventCatalogue catalogue, Upcasts upcasts) {
        return builder -> builder.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType("org.axonframework.")
                        .allowIfSubType("org.preventionnetwork.registry.")
                        .build())
                .addModule(new CorrectionModule(catalogue, upcasts));
    }

    /** Only the {@code replacement} of corrections names its type; every other fact's type is the event's own. */
    private static final class CorrectionModule extends SimpleModule {
        CorrectionModule(EventCatalogue catalogue, Upcasts upcasts) {
            super("corrections");
            setSerializerModifier(new ValueSerializerModifier() {
                @Override
                public List<BeanPropertyWriter> changeProperties(
                        SerializationConfig config,
                        BeanDescription.Supplier bean,
                        List<BeanPropertyWriter> properties) {
                    if (Correction.class.isAssignableFrom(bean.getBeanClass())) {
                        StoredFact.Writer writer = new StoredFact.Writer(catalogue);
                        properties.stream()
                                .filter(property -> property.getName().equals("replacement"))
                                .forEach(property -> assign(property, writer));
                    }
                    return properties;
                }
            });
            for (Class<? extends RegistryEvent> event : catalogue.events()) {
                if (Correction.class.isAssignableFrom(event)) {
                    addReader(event, new StoredFact.Reader(catalogue, upcasts));
                }
            }
        }

        /** For the declared type of {@code replacement} only: the facts' own classes are read as they are. */
        @SuppressWarnings({"unchecked", "rawtypes"})
        private void addReader(Class<? extends RegistryEvent> correction, StoredFact.Reader reader) {
            for (RecordComponent component : correction.getRecordComponents()) {
                if (component.getName().equals("replacement")) {
                    addDeserializer((Class) component.getType(), (ValueDeserializer) reader);
                }
            }
        }

        @SuppressWarnings("unchecked")
        private static void assign(BeanPropertyWriter property, StoredFact.Writer writer) {
            property.assignSerializer((ValueSerializer<Object>) (Object) writer);
        }
    }
}
