package org.preventionnetwork.registry.command.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.FieldError.Code;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Reads commands from JSON. A field that the record does not mark as nullable is required, but for lists (absent means
 * empty), booleans (absent means false) and the fact's id (absent means a new one); {@code null} is the same as absent.
 * Beside the command's own fields a body may hold those of the {@link Envelope}. Of a correction, everything that is
 * neither of these is the fact as it should be.
 *
 * <p>Thread-safe.
 */
@Component
public class CommandReader {
    private final ValueReader values = new ValueReader();
    private final PatchReader patches = new PatchReader(values);

    /**
     * @param fromPath values of fields that the body must not hold, by name: as they are, or as text
     * @throws InvalidCommand with everything that is wrong with it
     */
    public <C extends RegistryCommand> C read(Class<C> type, ObjectNode body, Map<String, ?> fromPath) {
        RecordShape shape = RecordShape.of(type);
        FieldErrors errors = new FieldErrors();
        @Nullable Object[] fields = new Object[shape.fields().size()];
        for (int i = 0; i < fields.length; i++) {
            FieldShape field = shape.fields().get(i);
            fields[i] = fromPath.containsKey(field.name())
                    ? given(field, fromPath.get(field.name()), errors)
                    : field.type() == FactPatch.class
                            ? patch(type, shape, body, fromPath, errors)
                            : fromBody(field, body, errors);
        }
        checkEnvelope(body, shape.isCorrection(), errors);
        if (!shape.isCorrection()) {
            refuseUnknown(shape, body, fromPath, errors);
        }
        errors.raise();
        return type.cast(shape.create(fields));
    }

    /** The names of the fields that a correction may be about: those of any fact of the same kind of entity. */
    public static Set<String> correctable(Class<? extends RegistryCommand> correction) {
        return PatchReader.fields(correction);
    }

    /** Which facts a command brings about is told by the dots in their ids, so nobody else may put one there. */
    private static boolean isOfTheRegistry(FactId id) {
        return id.value().indexOf('.') >= 0;
    }

    private @Nullable Object given(FieldShape field, @Nullable Object value, FieldErrors errors) {
        return value instanceof String text && field.type() != String.class
                ? values.read(field, StringNode.valueOf(text), FieldError.child("", field.name()), errors)
                : value;
    }

    private @Nullable Object fromBody(FieldShape field, ObjectNode body, FieldErrors errors) {
        JsonNode node = field.isInBody() ? body.get(field.name()) : null;
        String pointer = FieldError.child("", field.name());
        if (node != null && !node.isNull()) {
            Object value = values.read(field, node, pointer, errors);
            if (value instanceof FactId id && isOfTheRegistry(id)) {
                errors.add(pointer, Code.INVALID, "a fact id has 2 to 63 characters: a-z, 0-9 and hyphens");
            }
            return value;
        }
        if (field.type() == List.class) {
            return values.read(field, RegistryJson.mapper().createArrayNode(), pointer, errors);
        }
        if (field.type() == boolean.class) {
            return false;
        }
        if (field.type() == FactId.class) {
            return new FactId(RandomId.next());
        }
        if (field.isRequired()) {
            errors.add(pointer, Code.MISSING, "this field is required");
        }
        return null;
    }

    private FactPatch patch(
            Class<?> type, RecordShape shape, ObjectNode body, Map<String, ?> fromPath, FieldErrors errors) {
        ObjectNode corrected = RegistryJson.mapper().createObjectNode();
        boolean empty = true;
        for (Map.Entry<String, JsonNode> entry : body.properties()) {
            String name = entry.getKey();
            String pointer = FieldError.child("", name);
            if (fromPath.containsKey(name)) {
                errors.add(pointer, Code.UNKNOWN_FIELD, "the address says this, not the body");
            } else if (!Envelope.FIELDS.contains(name) && shape.field(name).isEmpty()) {
                empty = false;
                JsonNode value = patches.read(type, name, entry.getValue(), pointer, errors);
                if (value != null) {
                    corrected.set(name, value);
                }
            }
        }
        if (empty) {
            errors.add("", Code.MISSING, "name at least one field of the fact, as it should have been recorded");
        }
        return new FactPatch(corrected);
    }

    private static void checkEnvelope(ObjectNode body, boolean reasonRequired, FieldErrors errors) {
        for (String name : Envelope.FIELDS) {
            String pointer = FieldError.child("", name);
            JsonNode node = body.get(name);
            if (node == null || node.isNull()) {
                if (reasonRequired && name.equals(Provenance.REASON)) {
                    errors.add(pointer, Code.MISSING, "say why: a correction needs a reason");
                }
            } else if (!node.isString()) {
                errors.add(pointer, Code.WRONG_TYPE, "a text is accepted, in quotation marks");
            } else {
                ValueReader.text(node.asString(), Envelope.MAX_LENGTH, true, pointer, errors);
            }
        }
    }

    private static void refuseUnknown(RecordShape shape, ObjectNode body, Map<String, ?> fromPath, FieldErrors errors) {
        for (String name : body.propertyNames()) {
            String pointer = FieldError.child("", name);
            if (errors.size() == FieldErrors.LIMIT) {
                return;
            }
            if (fromPath.containsKey(name)) {
                errors.add(pointer, Code.UNKNOWN_FIELD, "the address says this, not the body");
            } else if (!Envelope.FIELDS.contains(name)
                    && shape.field(name).filter(FieldShape::isInBody).isEmpty()) {
                errors.add(pointer, Code.UNKNOWN_FIELD, FieldError.unknown(name, known(shape, fromPath)));
            }
        }
    }

    private static List<String> known(RecordShape shape, Map<String, ?> fromPath) {
        return Stream.concat(
                        shape.fields().stream()
                                .filter(field -> field.isInBody() && !fromPath.containsKey(field.name()))
                                .map(FieldShape::name),
                        Envelope.FIELDS.stream())
                .toList();
    }
}
