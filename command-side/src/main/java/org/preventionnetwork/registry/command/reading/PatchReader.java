package org.preventionnetwork.registry.command.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.kinds.EntityKinds;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.FieldError.Code;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of a correction. Which fact it is about is not known here, so a field must read like a field of that
 * name of any command or fact about the same kind of entity; the aggregate decides about the rest. Values come out in
 * the form in which facts keep them: a state's name as its code.
 */
final class PatchReader {
    private static final ClassValue<Map<String, List<FieldShape>>> VOCABULARIES = new ClassValue<>() {
        @Override
        protected Map<String, List<FieldShape>> computeValue(Class<?> command) {
            return vocabulary(command);
        }
    };

    private final ValueReader values;

    PatchReader(ValueReader values) {
        this.values = values;
    }

    static Set<String> fields(Class<?> command) {
        return VOCABULARIES.get(command).keySet();
    }

    /** @return the field's value as facts keep it, or null when something is wrong with it */
    @Nullable
    JsonNode read(Class<?> command, String name, JsonNode node, String pointer, FieldErrors errors) {
        Map<String, List<FieldShape>> vocabulary = VOCABULARIES.get(command);
        List<FieldShape> meanings = vocabulary.getOrDefault(name, List.of());
        if (meanings.isEmpty()) {
            errors.add(pointer, Code.UNKNOWN_FIELD, FieldError.unknown(name, new TreeSet<>(vocabulary.keySet())));
            return null;
        }
        if (node.isNull()) {
            return node;
        }
        FieldErrors first = new FieldErrors();
        for (FieldShape meaning : meanings) {
            FieldErrors problems = new FieldErrors();
            Object value = values.read(meaning, node, pointer, problems);
            if (value != null) {
                return RegistryJson.mapper().valueToTree(value);
            }
            first = first.isEmpty() ? problems : first;
        }
        errors.addAll(first);
        return null;
    }

    /** Commands come first: they declare how long a text may be. */
    private static Map<String, List<FieldShape>> vocabulary(Class<?> command) {
        Map<String, List<FieldShape>> fields = new HashMap<>();
        EntityKind<?> kind = EntityKinds.ofCommand(command.asSubclass(RegistryCommand.class));
        for (Class<?> sibling : records(kind.commands())) {
            RecordShape.of(sibling).fields().forEach(field -> add(fields, field));
        }
        for (Class<? extends RegistryEvent> event : EventCatalogue.standard().events()) {
            if (kind.facts().isAssignableFrom(event)) {
                RecordShape.of(event).fields().forEach(field -> add(fields, field));
            }
        }
        add(fields, new FieldShape(command, "until", HistoricalDate.class, null, true, 0, false));
        return fields;
    }

    private static void add(Map<String, List<FieldShape>> fields, FieldShape field) {
        List<FieldShape> meanings = fields.computeIfAbsent(field.name(), name -> new ArrayList<>());
        boolean correctable = field.isInBody() && field.type() != FactId.class;
        if (correctable && meanings.stream().noneMatch(field::readsLike)) {
            meanings.add(field);
        }
        if (meanings.isEmpty()) {
            fields.remove(field.name());
        }
    }

    private static List<Class<?>> records(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type);
        }
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            records.addAll(records(permitted));
        }
        return records;
    }
}
