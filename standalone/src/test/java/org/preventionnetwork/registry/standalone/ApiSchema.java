package org.preventionnetwork.registry.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Holds JSON against a schema of the OpenAPI document, as far as those that are made here go. */
final class ApiSchema {
    private final JsonNode document;

    ApiSchema(JsonNode document) {
        this.document = document;
    }

    /** The thing itself, where a reference stands for it. */
    JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /** What does not fit; every field that the schema does not know is among it. */
    List<String> faults(JsonNode value, JsonNode schema) {
        List<String> faults = new ArrayList<>();
        check(value, schema, "", faults);
        return faults;
    }

    private void check(JsonNode value, JsonNode given, String at, List<String> faults) {
        JsonNode schema = resolved(given);
        if (schema.has("anyOf")) {
            boolean fits = StreamSupport.stream(schema.get("anyOf").spliterator(), false)
                    .anyMatch(one -> faults(value, one).isEmpty());
            if (!fits) {
                faults.add(at + " is none of those: " + shortened(value));
            }
            return;
        }
        if (schema.has("type") && !types(schema).contains(type(value))) {
            faults.add(at + " is no " + types(schema) + ": " + shortened(value));
            return;
        }
        if (schema.has("enum")
                && StreamSupport.stream(schema.get("enum").spliterator(), false).noneMatch(value::equals)) {
            faults.add(at + " is none of " + schema.get("enum") + ": " + value);
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required").forEach(name -> {
                if (!value.has(name.asString())) {
                    faults.add(at + "/" + name.asString() + " is missing");
                }
            });
            value.properties().forEach(field -> {
                JsonNode known = schema.get("properties").get(field.getKey());
                if (known != null) {
                    check(field.getValue(), known, at + "/" + field.getKey(), faults);
                } else if (!schema.path("additionalProperties").asBoolean(false)) {
                    faults.add(at + "/" + field.getKey() + " is not described");
                }
            });
        }
        if (value.isArray() && schema.has("items")) {
            for (int i = 0; i < value.size(); i++) {
                check(value.get(i), schema.get("items"), at + "/" + i, faults);
            }
        }
    }

    private static List<String> types(JsonNode schema) {
        JsonNode type = schema.get("type");
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(one -> types.add(one.asString()));
        } else {
            types.add(type.asString());
        }
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static String type(JsonNode value) {
        if (value.isNull()) {
            return "null";
        }
        if (value.isObject()) {
            return "object";
        }
        if (value.isArray()) {
            return "array";
        }
        if (value.isBoolean()) {
            return "boolean";
        }
        return value.isString() ? "string" : value.isIntegralNumber() ? "integer" : "number";
    }

    private static String shortened(JsonNode value) {
        String text = value.toString();
        return text.length() > 80 ? text.substring(0, 80) : text;
    }
}
