package org.preventionnetwork.registry.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.editions.EditionCommand;
import org.preventionnetwork.registry.api.facts.RegistryCommand;
import org.preventionnetwork.registry.api.initiatives.InitiativeCommand;
import org.preventionnetwork.registry.api.institutions.InstitutionCommand;
import org.preventionnetwork.registry.api.networks.NetworkCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.api.programmes.ProgrammeCommand;
import org.preventionnetwork.registry.api.seminars.SeminarCommand;
import org.preventionnetwork.registry.api.statements.StatementCommand;
import org.preventionnetwork.registry.command.http.CommandEndpoints.Endpoint;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@HttpTest
class CommandDocumentationTest {
    /** It needs keys, and so its endpoint is not in an application without a database. */
    private static final Set<Class<?>> NOT_OFFERED = Set.of(EraseOfficial.class);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private CommandReader reader;

    @Test
    void every_command_has_an_address_here_but_erasure() {
        Set<String> commands = new TreeSet<>();
        for (Class<?> vocabulary : List.of(
                ProgrammeCommand.class,
                InstitutionCommand.class,
                SeminarCommand.class,
                OfficialCommand.class,
                NetworkCommand.class,
                InitiativeCommand.class,
                StatementCommand.class,
                EditionCommand.class)) {
            records(vocabulary).stream()
                    .filter(command -> !NOT_OFFERED.contains(command))
                    .forEach(command -> commands.add(command.getName()));
        }
        Set<String> mapped = new TreeSet<>();
        CommandEndpoints.of(mappings)
                .forEach(endpoint -> mapped.add(endpoint.command().getName()));
        assertThat(mapped).isEqualTo(commands);
    }

    @Test
    void the_document_describes_every_endpoint_with_an_example_that_is_accepted(@LocalServerPort int port) {
        JsonNode document =
                new Client(port).send("GET", "/v3/api-docs", new byte[0]).json();
        assertThat(document.get("info").get("title").asString()).isEqualTo("Prevention Network Registry");
        assertThat(document.get("info").get("description").asString()).contains("knownAt");
        Set<String> operationIds = new TreeSet<>();
        for (Endpoint endpoint : CommandEndpoints.of(mappings)) {
            JsonNode operation = document.get("paths")
                    .get(endpoint.path())
                    .get(endpoint.verb().toLowerCase(Locale.ROOT));
            assertThat(operation.get("summary").asString()).as("%s", endpoint).isNotBlank();
            assertThat(operationIds.add(operation.get("operationId").asString()))
                    .as("%s", endpoint)
                    .isTrue();
            assertThat(parameters(operation)).as("%s", endpoint).containsAll(endpoint.variables());
            assertThat(parameters(operation)).as("%s", endpoint).doesNotHaveDuplicates();
            JsonNode body = operation.get("requestBody").get("content").get("application/json");
            JsonNode schema = body.get("schema");
            JsonNode shape = schema.has("$ref")
                    ? document.at(schema.get("$ref").asString().substring(1))
                    : schema;
            assertThat(shape.path("type").asString()).as("%s", endpoint).isEqualTo("object");
            ObjectNode example = (ObjectNode) body.get("example");
            if (!endpoint.verb().equals("PUT")) {
                addMadeIds(endpoint, example);
            }
            assertThatCode(() -> reader.read(endpoint.command(), example, endpoint.sampleVariables()))
                    .as("%s %s", endpoint, example)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void the_documentation_can_be_browsed(@LocalServerPort int port) {
        Client client = new Client(port);
        assertThat(client.send("GET", "/swagger-ui.html", new byte[0]).status()).isIn(200, 302);
        assertThat(client.send("GET", "/swagger-ui/index.html", new byte[0]).status())
                .isEqualTo(200);
    }

    private static List<String> parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        operation
                .get("parameters")
                .forEach(parameter -> names.add(parameter.get("name").asString()));
        return names;
    }

    private static void addMadeIds(Endpoint endpoint, ObjectNode example) {
        String entity = endpoint.command().getPackageName().replaceAll(".*\\.|s$", "") + "Id";
        if (!endpoint.variables().contains(entity)) {
            example.put(entity, RandomId.next());
        }
    }

    private static List<Class<? extends RegistryCommand>> records(Class<?> type) {
        if (!type.isSealed()) {
            return List.of(type.asSubclass(RegistryCommand.class));
        }
        List<Class<? extends RegistryCommand>> records = new ArrayList<>();
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            records.addAll(records(permitted));
        }
        return records;
    }
}
