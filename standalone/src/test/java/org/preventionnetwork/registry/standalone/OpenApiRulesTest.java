package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What the recommended rules of Redocly's linter find in a description of an API, and more: the linter itself is no part
 * of the build, since it needs another language than Java.
 */
class OpenApiRulesTest {
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final JsonNode document =
            RunningRegistry.shared().client().get("/v3/api-docs").expect(200).json();
    private final ApiSchema schemas = new ApiSchema(document);
    private final List<String> faults = new ArrayList<>();

    private record Operation(String verb, String path, JsonNode said) {
        @Override
        public String toString() {
            return verb + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (VERBS.contains(operation.getKey())) {
                        operations.add(new Operation(operation.getKey(), path.getKey(), operation.getValue()));
                    }
                }));
        assertThat(operations).hasSizeGreaterThan(150);
        return operations;
    }

    @Test
    void it_says_what_it_is_where_it_is_and_who_may_ask() {
        assertThat(document.at("/info/license/name").asString("")).isNotBlank();
        assertThat(document.at("/info/license/identifier").asString("").equals("LicenseRef-Undecided"))
                .as("the document leaves the licence open exactly as long as the repository has none")
                .isEqualTo(Files.notExists(Path.of("../LICENSE")));
        assertThat(document.at("/info/description").asString("")).isNotBlank();
        assertThat(document.at("/servers/0/url").asString("")).isNotBlank();
        assertThat(document.get("security")).isNotEmpty();
        document.get("security").forEach(one -> one.propertyNames().forEach(scheme -> assertThat(
                        document.at("/components/securitySchemes/" + scheme).isObject())
                .as(scheme)
                .isTrue()));
    }

    @Test
    void no_two_addresses_are_the_same_or_could_be() {
        List<String> paths = new ArrayList<>(document.get("paths").propertyNames());
        for (int i = 0; i < paths.size(); i++) {
            for (int j = i + 1; j < paths.size(); j++) {
                if (couldBeOne(paths.get(i).split("/"), paths.get(j).split("/"))) {
                    faults.add(paths.get(i) + " and " + paths.get(j));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Of two that fit the same address the one with fewer variables is meant, if one has fewer. */
    private static boolean couldBeOne(String[] one, String[] other) {
        int more = 0;
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            boolean variable = one[i].startsWith("{");
            boolean otherVariable = other[i].startsWith("{");
            if (!variable && !otherVariable && !one[i].equals(other[i])) {
                return false;
            }
            more += (variable ? 1 : 0) - (otherVariable ? 1 : 0);
        }
        return more == 0;
    }

    @Test
    void every_operation_has_a_name_of_its_own_a_summary_and_a_tag_that_is_described() {
        Set<String> described = new HashSet<>();
        document.get("tags").forEach(tag -> {
            if (!tag.path("description").asString("").isBlank()) {
                described.add(tag.get("name").asString());
            }
        });
        Set<String> names = new HashSet<>();
        for (Operation operation : operations()) {
            String name = operation.said().path("operationId").asString("");
            if (!name.matches("[A-Za-z0-9_]+") || !names.add(name)) {
                faults.add(operation + " is called " + name);
            }
            if (operation.said().path("summary").asString("").isBlank()) {
                faults.add(operation + " has no summary");
            }
            JsonNode tags = operation.said().path("tags");
            if (tags.size() != 1 || !described.contains(tags.get(0).asString())) {
                faults.add(operation + " is tagged " + tags);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_operation_says_what_it_answers_when_it_is_done_and_when_it_is_not() {
        for (Operation operation : operations()) {
            Set<String> statuses =
                    new TreeSet<>(operation.said().path("responses").propertyNames());
            if (statuses.stream().noneMatch(status -> status.startsWith("2"))
                    || !statuses.containsAll(List.of("400", "401", "403"))
                    || operation.path().contains("{") && !statuses.contains("404")) {
                faults.add(operation + " answers " + statuses);
            }
            operation.said().path("responses").properties().forEach(response -> {
                JsonNode said = schemas.resolved(response.getValue());
                if (said.path("description").asString("").isBlank()) {
                    faults.add(operation + " " + response.getKey() + " has no description");
                }
                said.path("content").properties().forEach(content -> {
                    JsonNode schema = schemas.resolved(content.getValue().path("schema"));
                    boolean isJson = content.getKey().matches(".*[/+]json");
                    if (content.getKey().contains("*")
                            || schema.has("additionalProperties")
                            || isJson && !schema.has("properties")) {
                        faults.add(operation + " " + response.getKey() + " answers undeclared " + content);
                    }
                });
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void the_variables_of_a_path_are_its_path_parameters() {
        for (Operation operation : operations()) {
            Set<String> variables = new TreeSet<>();
            Matcher matcher = VARIABLE.matcher(operation.path());
            while (matcher.find()) {
                variables.add(matcher.group(1));
            }
            Set<String> parameters = new TreeSet<>();
            Set<String> all = new HashSet<>();
            operation.said().path("parameters").forEach(given -> {
                JsonNode parameter = schemas.resolved(given);
                String in = parameter.get("in").asString();
                String name = parameter.get("name").asString();
                if (in.equals("path")) {
                    parameters.add(name);
                }
                if (!all.add(in + " " + name)) {
                    faults.add(operation + " has " + name + " twice");
                }
            });
            if (!variables.equals(parameters)) {
                faults.add(operation + " has " + parameters);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void every_parameter_and_every_field_says_what_it_is() {
        for (Operation operation : operations()) {
            operation.said().path("parameters").forEach(given -> {
                JsonNode parameter = schemas.resolved(given);
                if (parameter.path("description").asString("").isBlank()
                        || !parameter.path("schema").has("type")) {
                    faults.add(operation + " " + parameter);
                }
            });
        }
        document.at("/components/schemas").properties().forEach(schema -> fields(schema.getKey(), schema.getValue()));
        assertThat(faults)
                .as("say it in openapi/words.properties of the module, for a field of all or of one schema")
                .isEmpty();
    }

    private void fields(String schema, JsonNode node) {
        node.path("properties").properties().forEach(field -> {
            if (field.getValue().path("description").asString("").isBlank()) {
                faults.add(schema + "." + field.getKey());
            }
            fields(schema, field.getValue());
        });
        if (node.has("items")) {
            fields(schema, node.get("items"));
        }
    }

    @Test
    void what_is_referred_to_is_there_and_nothing_is_there_for_nothing() {
        Set<String> referred = new HashSet<>();
        every(document, (name, node) -> {
            if (node.isObject() && node.has("$ref")) {
                referred.add(node.get("$ref").asString());
            }
        });
        Set<String> there = new HashSet<>();
        document.get("components").properties().forEach(kind -> {
            if (!kind.getKey().equals("securitySchemes")) {
                kind.getValue()
                        .propertyNames()
                        .forEach(name -> there.add("#/components/" + kind.getKey() + "/" + name));
            }
        });
        assertThat(referred).isEqualTo(there);
    }

    @Test
    void nothing_is_said_twice_that_could_be_said_once() {
        Map<JsonNode, String> bodies = new HashMap<>();
        for (Operation operation : operations()) {
            operation.said().path("requestBody").path("content").properties().forEach(content -> {
                JsonNode schema = content.getValue().path("schema");
                if (content.getKey().equals("application/json") && !schema.has("$ref")) {
                    faults.add(operation + " has a body of its own");
                }
            });
            operation.said().path("responses").properties().forEach(response -> {
                String other = bodies.put(response.getValue(), operation.toString());
                if (other != null
                        && !response.getKey().startsWith("2")
                        && !response.getValue().has("$ref")) {
                    faults.add(operation + " repeats the " + response.getKey() + " of " + other);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void examples_are_what_they_are_examples_of() {
        every(document, (name, node) -> {
            if (node.isObject() && node.has("example") && node.has("schema")) {
                schemas.faults(node.get("example"), node.get("schema"))
                        .forEach(fault -> faults.add(name + " " + node.get("example") + " " + fault));
            } else if (node.isObject() && node.has("example") && node.has("type")) {
                schemas.faults(node.get("example"), node)
                        .forEach(fault -> faults.add(name + " " + node.get("example") + " " + fault));
            }
            if (node.isObject() && node.path("enum").isArray() && node.has("type")) {
                node.get("enum")
                        .forEach(value -> schemas.faults(value, node).forEach(fault -> faults.add(name + fault)));
            }
        });
        assertThat(faults).isEmpty();
    }

    private static void every(JsonNode node, BiConsumer<String, JsonNode> reader) {
        every("", node, reader);
    }

    private static void every(String name, JsonNode node, BiConsumer<String, JsonNode> reader) {
        reader.accept(name, node);
        if (node.isObject()) {
            node.properties().forEach(field -> every(name + "/" + field.getKey(), field.getValue(), reader));
        } else if (node.isArray()) {
            node.forEach(item -> every(name, item, reader));
        }
    }
}
