package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * The API's description is kept in {@code docs/openapi.json}, so that a change of the API shows as a change of a file.
 * Write it anew with {@code -Dregenerate}.
 */
class OpenApiTest {
    private static final Path KEPT = Path.of("../docs/openapi.json");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode document =
            RunningRegistry.shared().client().get("/v3/api-docs").expect(200).json();

    @Test
    void every_operation_says_what_it_is_for() {
        Set<String> silent = new TreeSet<>();
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (VERBS.contains(operation.getKey())
                            && operation.getValue().path("summary").asString("").isBlank()) {
                        silent.add(operation.getKey() + " " + path.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    @Test
    void every_address_of_the_api_is_described() {
        Set<String> missing = new TreeSet<>();
        for (Endpoint endpoint : Endpoint.of(RunningRegistry.shared())) {
            JsonNode path = document.get("paths").path(endpoint.path());
            if (endpoint.path().startsWith("/api/")
                    && endpoint.method() != RequestMethod.HEAD
                    && !path.has(endpoint.method().name().toLowerCase(java.util.Locale.ROOT))) {
                missing.add(endpoint.toString());
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void is_kept_as_it_is_served() throws IOException {
        String served = RegistryJson.mapper()
                        .writer()
                        .with(SerializationFeature.INDENT_OUTPUT)
                        .writeValueAsString(sorted(document))
                + "\n";
        if (System.getProperty("regenerate") != null) {
            Files.writeString(KEPT, served);
        }
        assertThat(KEPT)
                .as("the API has changed: look at it, run this test with -Dregenerate, and commit docs/openapi.json")
                .exists();
        assertThat(Files.readString(KEPT).equals(served))
                .as("the API has changed: look at it, run this test with -Dregenerate, and commit docs/openapi.json")
                .isTrue();
    }

    /** Objects' fields by name, arrays as they are. */
    private static Object sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
            return fields;
        }
        if (node.isArray()) {
            return node.valueStream().map(OpenApiTest::sorted).toList();
        }
        return node;
    }
}
