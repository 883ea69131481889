package org.preventionnetwork.registry.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.http.Client.Answer;
import org.preventionnetwork.registry.command.http.CommandEndpoints.Endpoint;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends rubbish to every command's address: never an internal error, and what is malformed records nothing. Repeat a
 * failure with {@code -Dseed=…}.
 */
@Tag("slow")
@HttpTest
class CommandFuzzTest {
    private static final String HUGE = "x".repeat(200_000);
    private static final long SEED = TestRun.SEED;

    /** JSON that no field of any command accepts. */
    private static final List<String> RUBBISH = List.of(
            "{}",
            "{\"a\": 1}",
            "[[]]",
            "[null]",
            "[7, \"\", {}]",
            "-1",
            "1.5",
            "99999999999999999999999999",
            "1e400",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"a\\u001b[31mb\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"" + HUGE + "\"");

    /** JSON that some field may accept. */
    private static final List<String> SUSPICIOUS = List.of(
            "null",
            "true",
            "0",
            "7",
            "[]",
            "\"9999-99-99\"",
            "\"12-03-2012\"",
            "\"2012-02-30\"",
            "\"-0001\"",
            "\"unknown\"",
            "\"'; DROP TABLE events; --\"",
            "\"<script>alert(1)</script>\"",
            "\"../../etc/passwd\"",
            "\"${jndi:ldap://x}\"",
            "\"\u202Etxet\"",
            "\"a\"",
            "\"NaN\"");

    private static final List<String> BAD_IDS = List.of(
            "UPPER",
            "x",
            "-a",
            "a_b",
            "a%20b",
            "%E2%80%AE",
            "%F0%9F%92%A9",
            "a..b",
            "a%27--",
            "x".repeat(64),
            "a%0Ab",
            "a%00b",
            "a%2Fb",
            "%FF%FE");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private EventStorageEngine events;

    @Autowired
    private EventStore store;

    private Client client;
    private Random random = new Random(SEED);
    private int sent;

    @Test
    void rubbish_is_refused_and_never_an_internal_error(@LocalServerPort int port) {
        System.out.println("seed " + SEED);
        client = new Client(port);
        random = new Random(SEED);
        List<Endpoint> endpoints = CommandEndpoints.of(mappings);
        assertThat(endpoints).hasSizeGreaterThan(90);
        recordWhatExamplesReferTo();
        recordSamples(endpoints);
        for (Endpoint endpoint : endpoints) {
            bodies(endpoint);
            fields(endpoint);
            ids(endpoint);
            headers(endpoint);
        }
        System.out.println(sent + " requests to " + endpoints.size() + " endpoints, "
                + HttpTestApplication.recorded(events) + " events recorded");
    }

    private void recordWhatExamplesReferTo() {
        ProgrammeId programme = new ProgrammeId("latin-america-program");
        OfficialId official = new OfficialId("official-0017");
        InstitutionId institution = new InstitutionId("argentina-secretariat-of-human-rights");
        FactId fact = new FactId("registered");
        for (RegistryEvent event : List.of(
                new ProgrammeEstablished(programme, fact, "Latin America Program", null),
                new InstitutionRegistered(institution, fact, "The Secretariat", InstitutionKind.MINISTRY, null),
                new OfficialRegistered(
                        official, fact, PersonalText.plain(official, "Ana Example"), null, null, null, null, null))) {
            store.publish(
                    new GenericDomainEventMessage<>("sample", event.entity().aggregateId(), 0, event));
        }
    }

    /** So that rubbish reaches the aggregates too: what the sample addresses name is there. */
    private void recordSamples(List<Endpoint> endpoints) {
        for (int i = 0; i < 2; i++) {
            for (Endpoint endpoint : endpoints) {
                if (endpoint.verb().equals("PUT")) {
                    ObjectNode body = RegistryJson.mapper().readValue(example(endpoint), ObjectNode.class);
                    boolean entity = endpoint.variables().size() == 1;
                    body.put(
                            "factId",
                            entity
                                    ? "sample-factid"
                                    : "fact-of-part-" + endpoint.path().length());
                    Answer answer = send(
                            endpoint,
                            endpoint.sampleVariables(),
                            body.toString().getBytes(StandardCharsets.UTF_8));
                    assertThat(answer.status())
                            .as("%s %s", endpoint, answer.body())
                            .isIn(201, 200, 404, 409, 503);
                }
            }
        }
    }

    private void bodies(Endpoint endpoint) {
        for (String body : List.of(
                "[]",
                "null",
                "7",
                "\"x\"",
                "{",
                "{\"a\"}",
                "{} 1",
                "{\"a\": 1, \"a\": 1}",
                "{'a': 1}",
                "NaN",
                "\uFEFF{}",
                "[".repeat(100_000),
                "{\"a\":".repeat(21) + "1" + "}".repeat(21),
                "{\"" + HUGE + "\": 1}",
                "{\"a\": 1" + "0".repeat(5000) + "}")) {
            malformed(endpoint, body.getBytes(StandardCharsets.UTF_8));
        }
        malformed(endpoint, new byte[] {'{', '"', (byte) 0xc3, '"', ':', '1', '}'});
        malformed(endpoint, new byte[] {(byte) 0xff, (byte) 0xfe, '{', 0, '}', 0});
        Answer large = send(endpoint, endpoint.sampleVariables(), new byte[(1 << 20) + 1]);
        assertThat(large.status()).as("%s", endpoint).isEqualTo(413);
    }

    private void fields(Endpoint endpoint) {
        ObjectNode example =
                RegistryJson.mapper().valueToTree(CommandExamples.body(endpoint.command(), endpoint.variables()));
        List<String> names = new ArrayList<>(example.propertyNames());
        names.add("note");
        for (String name : names) {
            malformed(endpoint, with(example, name, pick(RUBBISH)));
            malformed(endpoint, with(example, name, "\"\\u0007\""));
            suspicious(endpoint, with(example, name, pick(SUSPICIOUS)));
            suspicious(endpoint, with(example, name, pick(SUSPICIOUS)));
        }
        malformed(endpoint, with(example, "noSuchField", pick(SUSPICIOUS)));
        malformed(endpoint, with(example, "\u202E/~" + "y".repeat(100), pick(RUBBISH)));
        malformed(endpoint, with(example, "__proto__", "{}"));
    }

    private void ids(Endpoint endpoint) {
        for (String variable : endpoint.variables()) {
            Map<String, String> variables = endpoint.sampleVariables();
            variables.put(variable, pick(BAD_IDS));
            long before = HttpTestApplication.recorded(events);
            Answer answer = send(endpoint, variables, example(endpoint));
            assertThat(answer.status()).as("%s %s", endpoint, variables).isIn(400, 404);
            assertThat(HttpTestApplication.recorded(events)).isEqualTo(before);
        }
    }

    private void headers(Endpoint endpoint) {
        for (List<String> header :
                List.of(List.of("If-Match", "\"-1\""), List.of("If-Match", "\"99999999999999999999\""))) {
            Answer answer =
                    send(endpoint, endpoint.sampleVariables(), example(endpoint), header.toArray(String[]::new));
            assertThat(answer.status()).as("%s %s", endpoint, header).isEqualTo(400);
        }
        assertThat(send(
                                endpoint,
                                endpoint.sampleVariables(),
                                example(endpoint),
                                "Content-Type",
                                pick(List.of(
                                        "text/xml",
                                        "application/json;charset=utf-16",
                                        "nonsense",
                                        "application/json;charset=x")))
                        .status())
                .as("%s", endpoint)
                .isEqualTo(415);
    }

    private byte[] example(Endpoint endpoint) {
        return RegistryJson.mapper().writeValueAsBytes(CommandExamples.body(endpoint.command(), endpoint.variables()));
    }

    private static byte[] with(ObjectNode example, String name, String json) {
        ObjectNode body = example.deepCopy();
        body.remove(name);
        String fields = body.toString();
        String key = RegistryJson.mapper().writeValueAsString(name);
        return (fields.substring(0, fields.length() - 1) + (body.isEmpty() ? "" : ",") + key + ":" + json + "}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void malformed(Endpoint endpoint, byte[] body) {
        long before = HttpTestApplication.recorded(events);
        Answer answer = send(endpoint, endpoint.sampleVariables(), body);
        assertThat(answer.status())
                .as(() -> shown(endpoint, body) + answer.body())
                .isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo("MALFORMED");
        assertThat(HttpTestApplication.recorded(events))
                .as(() -> shown(endpoint, body))
                .isEqualTo(before);
    }

    private void suspicious(Endpoint endpoint, byte[] body) {
        long before = HttpTestApplication.recorded(events);
        Answer answer = send(endpoint, endpoint.sampleVariables(), body);
        if (answer.status() >= 400) {
            assertThat(HttpTestApplication.recorded(events))
                    .as(() -> shown(endpoint, body))
                    .isEqualTo(before);
        }
    }

    private Answer send(Endpoint endpoint, Map<String, String> variables, byte[] body, String... headers) {
        sent++;
        Answer answer = client.send(endpoint.verb(), endpoint.address(variables), body, headers);
        if (answer.status() == 503) {
            assertThat(hasAggregate(endpoint)).as("%s", endpoint).isFalse();
        } else {
            assertThat(answer.status())
                    .as(() -> shown(endpoint, body) + answer.body())
                    .isLessThan(500);
        }
        assertThat(answer.body().length()).as(() -> shown(endpoint, body)).isLessThan(60_000);
        assertThat(answer.body()).doesNotContain("x".repeat(60), "y".repeat(60), "Exception", "\tat ");
        if (answer.status() >= 400) {
            assertThat(answer.header("Content-Type")).startsWith(Problem.MEDIA_TYPE);
        }
        return answer;
    }

    /** Whether commands of this kind can be handled here at all. */
    private static boolean hasAggregate(Endpoint endpoint) {
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
        return !scanner.findCandidateComponents(
                        endpoint.command().getPackageName().replace(".api.", ".command."))
                .isEmpty();
    }

    private static String shown(Endpoint endpoint, byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return endpoint + " " + text.substring(0, Math.min(300, text.length())) + " seed " + SEED + " → ";
    }
}
