package org.preventionnetwork.registry.command.timeline;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.PersonalTexts;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Applies a correction's fields to a fact: the result is a fact of the same type and id. */
final class FactPatching {
    private FactPatching() {}

    /** @throws Refused naming the field, when the patch makes no valid fact or would move the fact elsewhere */
    static <F extends Fact> F apply(F fact, FactPatch patch) {
        ObjectNode merged = RegistryJson.mapper().valueToTree(fact);
        for (Map.Entry<String, JsonNode> field : patch.fields().properties()) {
            RecordComponent component = component(fact.getClass(), field.getKey());
            JsonNode value = field.getValue();
            if (value.isNull()) {
                requireClearable(component);
                merged.remove(field.getKey());
            } else {
                requireText(component, value);
                merged.set(field.getKey(), component.getType() == PersonalText.class ? personal(fact, value) : value);
            }
        }
        F patched = keepingStoredTexts(read(merged, fact), fact);
        if (!patched.subject().equals(fact.subject())
                || !patched.entity().equals(fact.entity())
                || !patched.factId().equals(fact.factId())) {
            throw new Refused(
                    RefusalCode.NOT_CORRECTABLE,
                    "a correction cannot move a fact to another subject; annul it and record it there");
        }
        return patched;
    }

    /** A personal text that stays the same stays as it is stored, too. */
    private static <F extends Fact> F keepingStoredTexts(F patched, F fact) {
        Map<String, PersonalText> known = new HashMap<>();
        PersonalTexts.change(fact, (text, place) -> {
            known.put(place.field(), text);
            return text;
        });
        return PersonalTexts.change(patched, (text, place) -> {
            PersonalText before = known.get(place.field());
            return before != null && before.equals(text) ? before : text;
        });
    }

    private static RecordComponent component(Class<?> type, String name) {
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                return component;
            }
        }
        throw refused(name, "a " + type.getSimpleName() + " has no field of this name");
    }

    private static void requireClearable(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        if (!nullable && component.getType() != List.class) {
            throw refused(component.getName(), "this field is required and cannot be cleared");
        }
    }

    /** Personal data above all comes as mere text: whose it is, and how it is kept, is never the sender's to say. */
    private static void requireText(RecordComponent component, JsonNode value) {
        boolean text = component.getType() == String.class || component.getType() == PersonalText.class;
        if (text && (!value.isString() || value.asString().isBlank())) {
            throw refused(component.getName(), "a text is accepted, and not an empty one");
        }
    }

    private static JsonNode personal(Fact fact, JsonNode value) {
        return RegistryJson.mapper()
                .createObjectNode()
                .put("person", fact.entity().value())
                .put("scheme", PersonalText.PLAIN)
                .put("value", value.asString());
    }

    @SuppressWarnings("unchecked")
    private static <F extends Fact> F read(ObjectNode merged, F fact) {
        for (RecordComponent component : fact.getClass().getRecordComponents()) {
            if (component.getType() == List.class && !merged.has(component.getName())) {
                merged.putArray(component.getName());
            }
        }
        try {
            return (F) RegistryJson.mapper().treeToValue(merged, fact.getClass());
        } catch (JacksonException e) {
            String field = e.getPath().isEmpty()
                    ? ""
                    : String.valueOf(e.getPath().get(0).getPropertyName());
            throw refused(field, FieldProblem.describe(e));
        }
    }

    private static Refused refused(String field, String detail) {
        return new Refused(new Refusal(RefusalCode.NOT_CORRECTABLE, detail, List.of(), field));
    }
}
