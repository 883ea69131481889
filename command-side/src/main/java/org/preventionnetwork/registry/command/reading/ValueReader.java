package org.preventionnetwork.registry.command.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.FieldError.Code;
import org.preventionnetwork.registry.command.reading.RecordShape.FieldShape;
import org.preventionnetwork.registry.command.timeline.FieldProblem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** Reads one JSON value as the type that a field has; nothing is guessed, a number is no text. */
final class ValueReader {
    private static final Pattern ID = Pattern.compile(Slug.PATTERN);
    private static final int LONGEST_VALUE = 500;

    private final Constraints constraints = new Constraints();

    /** @return null when it cannot be read, and why is among the errors */
    @Nullable
    Object read(FieldShape field, JsonNode node, String pointer, FieldErrors errors) {
        int before = errors.size();
        Object value =
                field.element() == null ? single(field, node, pointer, errors) : list(field, node, pointer, errors);
        if (value != null) {
            constraints.check(field, value, pointer, errors);
        }
        return errors.size() == before ? value : null;
    }

    private @Nullable List<Object> list(FieldShape field, JsonNode node, String pointer, FieldErrors errors) {
        if (!node.isArray()) {
            errors.add(pointer, Code.WRONG_TYPE, "a list is accepted");
            return null;
        }
        FieldShape element = field.ofElement();
        List<Object> values = new ArrayList<>();
        int before = errors.size();
        for (int i = 0; i < node.size() && errors.size() < FieldErrors.LIMIT; i++) {
            Object value = single(element, node.get(i), pointer + "/" + i, errors);
            if (value != null) {
                values.add(value);
            }
        }
        return errors.size() == before ? values : null;
    }

    private @Nullable Object single(FieldShape field, JsonNode node, String pointer, FieldErrors errors) {
        Class<?> type = field.type();
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return number(type == long.class || type == Long.class, node, pointer, errors);
        }
        if (type == boolean.class || type == Boolean.class) {
            if (!node.isBoolean()) {
                errors.add(pointer, Code.WRONG_TYPE, "true or false is accepted");
                return null;
            }
            return node.asBoolean();
        }
        if (RecordShape.isComposite(type)) {
            return composite(RecordShape.of(type), node, pointer, errors);
        }
        if (!node.isString()) {
            errors.add(pointer, Code.WRONG_TYPE, "a text is accepted, in quotation marks");
            return null;
        }
        String text = node.asString();
        if (type == String.class) {
            return text(text, field.sized() ? Integer.MAX_VALUE : field.maxLength(), field.hasLines(), pointer, errors);
        }
        return type.isEnum() ? constant(type, text, pointer, errors) : value(type, text, pointer, errors);
    }

    /** An object with fields of its own. */
    private @Nullable Object composite(RecordShape shape, JsonNode node, String pointer, FieldErrors errors) {
        String names = shape.fields().stream().map(FieldShape::name).collect(Collectors.joining(", "));
        if (!node.isObject()) {
            errors.add(pointer, Code.WRONG_TYPE, "an object is accepted, with the fields " + names);
            return null;
        }
        int before = errors.size();
        List<@Nullable Object> values = new ArrayList<>();
        for (FieldShape field : shape.fields()) {
            JsonNode value = node.get(field.name());
            String child = FieldError.child(pointer, field.name());
            if (value != null && !value.isNull()) {
                values.add(read(field, value, child, errors));
            } else {
                values.add(null);
                if (!field.nullable()) {
                    errors.add(child, Code.MISSING, "this field is required");
                }
            }
        }
        for (String name : node.propertyNames()) {
            if (shape.field(name).isEmpty()) {
                errors.add(
                        FieldError.child(pointer, name),
                        Code.UNKNOWN_FIELD,
                        FieldError.unknown(
                                name,
                                shape.fields().stream().map(FieldShape::name).toList()));
            }
        }
        return errors.size() == before && before < FieldErrors.LIMIT ? shape.create(values.toArray()) : null;
    }

    static @Nullable String text(String text, int maxLength, boolean lines, String pointer, FieldErrors errors) {
        int before = errors.size();
        if (text.isBlank()) {
            errors.add(pointer, Code.INVALID, "a text that is not blank is accepted");
        }
        if (text.length() > maxLength) {
            errors.add(pointer, Code.TOO_LONG, "at most " + maxLength + " characters are accepted");
        }
        String problem = HarmlessText.problem(text, lines);
        if (!problem.isEmpty()) {
            errors.add(pointer, Code.INVALID, problem);
        }
        return errors.size() == before ? text : null;
    }

    private static @Nullable Object number(boolean wide, JsonNode node, String pointer, FieldErrors errors) {
        if (!node.isIntegralNumber()) {
            errors.add(pointer, Code.WRONG_TYPE, "a whole number is accepted");
            return null;
        }
        if (wide ? !node.canConvertToLong() : !node.canConvertToInt()) {
            errors.add(pointer, Code.OUT_OF_RANGE, "this number is far out of range");
            return null;
        }
        if (wide) {
            return node.asLong();
        }
        return node.asInt();
    }

    private static @Nullable Object constant(Class<?> type, String text, String pointer, FieldErrors errors) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        String names = Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", "));
        errors.add(pointer, Code.INVALID, "one of " + names + " is accepted");
        return null;
    }

    private static @Nullable Object value(Class<?> type, String text, String pointer, FieldErrors errors) {
        if (text.length() > LONGEST_VALUE) {
            errors.add(pointer, Code.TOO_LONG, "at most " + LONGEST_VALUE + " characters are accepted");
            return null;
        }
        String problem = HarmlessText.problem(text, false);
        if (!problem.isEmpty()) {
            errors.add(pointer, Code.INVALID, problem);
            return null;
        }
        try {
            return type == Nominator.class ? nominator(text) : convert(text, type);
        } catch (JacksonException e) {
            errors.add(pointer, Code.INVALID, FieldProblem.describe(e));
            return null;
        } catch (IllegalArgumentException e) {
            errors.add(pointer, Code.INVALID, String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** A state by code or name, or else an institution by its id. */
    private static Nominator nominator(String text) {
        boolean institution = ID.matcher(text).matches();
        return new Nominator(institution ? text : convert(text, StateCode.class).value());
    }

    private static <T> T convert(String text, Class<T> type) {
        return RegistryJson.mapper().treeToValue(StringNode.valueOf(text), type);
    }
}
