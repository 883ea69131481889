package org.preventionnetwork.registry.access.description;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;

/** Adds to what was found of the endpoints what all of them have in common, and what their fields and variables mean. */
@Configuration(proxyBeanMethods = false)
class DescribedApi {
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    static {
        // Whatever JSON there is.
        SpringDocUtils.getConfig().replaceWithSchema(JsonNode.class, new Schema<>());
    }

    private final ApiWords words = new ApiWords();

    /** The document's customizers have no order among themselves, so there is one. */
    @Bean
    OpenApiCustomizer allParts(ObjectProvider<ApiPart> parts) {
        return api -> parts.orderedStream().forEach(part -> part.addTo(api));
    }

    /** Before the shared parameters are taken out, so that they are described too. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    ApiPart commonDescription() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            problems(api);
            api.getPaths().forEach((path, item) -> operations(path, item));
            tags(api);
            api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
            api.getComponents().getSchemas().forEach(this::fields);
        };
    }

    private void operations(String path, PathItem item) {
        for (Operation operation : item.readOperations()) {
            ApiResponses responses = operation.getResponses();
            shared(responses, "400", "Malformed");
            shared(responses, "401", "LoginRequired");
            shared(responses, "403", "Forbidden");
            if (path.contains("{")) {
                shared(responses, "404", "Unknown");
            }
            shared(responses, "429", "TooManyRequests");
            shared(responses, "503", "Unavailable");
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(parameter -> parameter(path, parameter));
            }
        }
    }

    private static void shared(ApiResponses responses, String status, String name) {
        if (!responses.containsKey(status)) {
            responses.addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + name));
        }
    }

    private void parameter(String path, Parameter parameter) {
        if (parameter.getDescription() == null && parameter.getName() != null) {
            parameter.setDescription(words.parameter(path, parameter.getName()));
        }
    }

    private static void problems(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem());
        Map<String, String> said = Map.of(
                "Malformed", "Something is malformed; errors says what and where, all at once",
                "LoginRequired", "Nobody is logged in",
                "Forbidden", "Who is logged in may not do this",
                "Unknown", "The address names something that is not recorded, or was not known then",
                "TooManyRequests", "Too many requests; Retry-After says when to ask again",
                "Unavailable", "Not possible at the moment; Retry-After says when to ask again");
        said.forEach((name, description) -> {
            ApiResponse response = new ApiResponse()
                    .description(description)
                    .content(new Content()
                            .addMediaType(
                                    PROBLEM,
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
            if (description.contains("Retry-After")) {
                response.addHeaderObject(
                        "Retry-After",
                        new Header().description("After how many seconds").schema(ofType("integer")));
            }
            api.getComponents().addResponses(name, response);
        });
    }

    private static Schema<Object> problem() {
        Schema<Object> error = ofType("object");
        List.of("pointer", "code", "detail").forEach(name -> error.addProperty(name, ofType("string")));
        Schema<Object> problem = ofType("object");
        problem.description("A problem document (RFC 9457)");
        List.of("type", "title", "code", "detail", "instance", "reference", "correlationId")
                .forEach(name -> problem.addProperty(name, ofType("string")));
        problem.addProperty("status", ofType("integer"));
        problem.addProperty("errors", listOf(error));
        problem.addProperty("facts", listOf(ofType("string")));
        return problem;
    }

    private static Schema<Object> listOf(Schema<Object> items) {
        Schema<Object> list = ofType("array");
        list.setItems(items);
        return list;
    }

    private static Schema<Object> ofType(String type) {
        Schema<Object> schema = new Schema<>();
        schema.setType(type);
        schema.addType(type);
        return schema;
    }

    /** All that are used, by name. */
    private void tags(OpenAPI api) {
        TreeSet<String> names = new TreeSet<>();
        api.getPaths().values().forEach(item -> item.readOperations()
                .forEach(operation -> names.addAll(operation.getTags())));
        List<Tag> tags = new ArrayList<>();
        names.forEach(name -> tags.add(new Tag().name(name).description(words.tag(name))));
        api.setTags(tags);
    }

    /** An answer about an item, and the body of a command for which an id is made, mean by their fields what those mean. */
    private void fields(String name, Schema<?> schema) {
        fields(List.of(name, name.replaceFirst("^(Answer|Page)(?=[A-Z])|New$", "")), schema);
    }

    private void fields(List<String> names, Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().forEach((field, value) -> {
                if (value.getDescription() == null) {
                    value.setDescription(words.field(names, field));
                }
                fields(names, value);
            });
        }
        if (schema.getItems() != null) {
            fields(names, schema.getItems());
        }
    }
}
