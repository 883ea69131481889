package org.preventionnetwork.registry.query.http;

import java.util.Set;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Facts and events as JSON in which every piece of personal data is {@value #HIDDEN}. */
public final class Masked {
    public static final String HIDDEN = "…";
    /** How a {@link PersonalText} of any scheme is stored. */
    private static final Set<String> PERSONAL = Set.of("person", "scheme", "value");

    private static final JsonMapper MAPPER = RegistryJson.mapper()
            .rebuild()
            .addModule(new SimpleModule("masked").addSerializer(PersonalText.class, new Hiding()))
            .build();

    private Masked() {}

    private static final class Hiding extends ValueSerializer<PersonalText> {
        @Override
        public void serialize(PersonalText text, JsonGenerator out, SerializationContext context) {
            out.writeString(HIDDEN);
        }
    }

    /** The JSON of a fact or event. */
    public static String json(Object event) {
        return MAPPER.writeValueAsString(event);
    }

    /** The JSON of a fact or event, as a tree. */
    public static JsonNode tree(Object event) {
        return MAPPER.valueToTree(event);
    }

    /** Stored JSON, of whatever revision. */
    public static JsonNode stored(byte[] payload) {
        return hide(MAPPER.readTree(payload));
    }

    private static JsonNode hide(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.propertyStream()
                    .map(entry -> entry.getKey())
                    .collect(Collectors.toSet())
                    .equals(PERSONAL)) {
                return StringNode.valueOf(HIDDEN);
            }
            object.propertyStream().toList().forEach(entry -> object.set(entry.getKey(), hide(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, hide(array.get(i)));
            }
        }
        return node;
    }
}
