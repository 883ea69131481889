package org.preventionnetwork.registry.api.wire;

import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.wire.EventCatalogue.StoredName;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.node.ObjectNode;

/**
 * The fact inside a correction, stored as {@code {"event": name, "revision": r, "fact": {…}}}, so that it is read with
 * the shape it was written with, whatever became of the event since.
 */
final class StoredFact {
    private StoredFact() {}

    static final class Writer extends ValueSerializer<Fact> {
        private final EventCatalogue catalogue;

        Writer(EventCatalogue catalogue) {
            this.catalogue = catalogue;
        }

        @Override
        public void serialize(Fact fact, JsonGenerator out, SerializationContext context) {
            StoredName name = catalogue.nameOf(fact.getClass());
            if (name == null) {
                throw new IllegalStateException(fact.getClass() + " is no event of this catalogue");
            }
            out.writeStartObject();
            out.writeStringProperty("event", name.name());
            out.writeStringProperty("revision", name.revision());
            out.writePOJOProperty("fact", fact);
            out.writeEndObject();
        }
    }

    static final class Reader extends ValueDeserializer<RegistryEvent> {
        private final EventCatalogue catalogue;
        private final Upcasts upcasts;

        Reader(EventCatalogue catalogue, Upcasts upcasts) {
            this.catalogue = catalogue;
            this.upcasts = upcasts;
        }

        @Override
        public RegistryEvent deserialize(JsonParser in, DeserializationContext context) {
            JsonNode stored = context.readTree(in);
            String event = stored.path("event").asString("");
            Class<? extends RegistryEvent> type = catalogue.classOf(event);
            if (type == null || !(stored.path("fact") instanceof ObjectNode fact)) {
                throw new UnknownEventType(event);
            }
            ObjectNode payload = upcasts.upcast(event, stored.path("revision").asString(""), fact);
            return context.readTreeAsValue(payload, type);
        }
    }
}
