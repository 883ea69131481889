package org.preventionnetwork.registry.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JsonNode;

/** The query side as an application of its own: history, facts, the export of events, and operations. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryOverHttpTest {
    private static final NetworkId LATIN = new NetworkId("latin-american-network");
    private static final OfficialId OFFICIAL = new OfficialId("o-1");
    private static final Map<String, String> ANA = Map.of(
            "actor", "ana", "role", "SECRETARIAT", "batch", "b-1", "source", "=cmd, \"Acta\"", "reason", "Asunción");

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
            })
    @ComponentScan(
            basePackages = {"org.preventionnetwork.registry.query", "org.preventionnetwork.registry.personal"},
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
    static class QuerySide {}

    private final HttpClient http = HttpClient.newHttpClient();
    private TestRegistry registry;
    private ConfigurableApplicationContext application;
    private String address;

    @BeforeAll
    void start() throws Exception {
        registry = TestRegistry.with();
        record();
        application = new SpringApplicationBuilder(QuerySide.class)
                .properties(Map.of(
                        "server.port", "0",
                        "registry.data", "target/history-" + UUID.randomUUID(),
                        "spring.datasource.url", registry.url(),
                        "spring.datasource.username", "postgres",
                        "spring.flyway.enabled", "false",
                        "axon.axonserver.enabled", "false",
                        "axon.update-check.disabled", "true",
                        "spring.main.banner-mode", "off"))
                .run();
        address = "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get("/api/history").get("position").asLong() == 6);
    }

    private void record() {
        FactId out = new FactId("bo-out");
        MembershipId bolivia = new MembershipId("lan-bo");
        registry.record(new NetworkEvent.NetworkRegistered(
                LATIN, new FactId("lan"), "Latin American Network", NetworkKind.REGIONAL));
        registry.record(new NetworkEvent.StateAdmitted(
                LATIN,
                new FactId("bo-in"),
                bolivia,
                new StateCode("BO"),
                MembershipKind.MEMBER,
                HistoricalDate.parse("2012-03-29")));
        registry.record(
                new NetworkEvent.StateWithdrew(LATIN, out, bolivia, HistoricalDate.parse("2015~")),
                ANA,
                Instant.parse("2026-02-01T12:00:00Z"));
        registry.record(
                new NetworkEvent.FactCorrected(
                        LATIN,
                        out,
                        new NetworkEvent.StateWithdrew(LATIN, out, bolivia, HistoricalDate.parse("2016")),
                        CorrectionKind.CONFLICTING_SOURCES),
                ANA,
                Instant.parse("2026-02-02T12:00:00Z"));
        registry.record(
                new NetworkEvent.FactAnnulled(LATIN, out, null, null), ANA, Instant.parse("2026-02-03T12:00:00Z"));
        registry.record(
                new OfficialEvent.OfficialRegistered(
                        OFFICIAL,
                        new FactId("registered"),
                        PersonalText.plain(OFFICIAL, "Juana Quispe"),
                        null,
                        new StateCode("BO"),
                        null,
                        null,
                        null),
                ANA,
                Instant.parse("2026-02-04T12:00:00Z"));
    }

    @AfterAll
    void stop() {
        if (application != null) {
            application.close();
        }
        registry.close();
    }

    private HttpResponse<String> send(String method, String path, String accept) {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .header("Accept", accept)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode get(String path) {
        return RegistryJson.mapper()
                .readTree(send("GET", path, "application/json").body());
    }

    private List<Long> positions(String query) {
        return get("/api/history?" + query)
                .get("items")
                .valueStream()
                .map(item -> item.get("position").asLong())
                .toList();
    }

    @Test
    void the_newest_event_comes_first_with_who_when_why_and_on_what_source() {
        JsonNode page = get("/api/history");
        assertThat(page.get("total").asLong()).isEqualTo(6);
        assertThat(positions("")).containsExactly(6L, 5L, 4L, 3L, 2L, 1L);
        assertThat(positions("sort=position,asc&size=2&page=1")).containsExactly(3L, 4L);
        JsonNode corrected = page.get("items").get(2);
        assertThat(corrected.get("type").asString()).isEqualTo("network.FactCorrected");
        assertThat(corrected.get("entity").asString()).isEqualTo("network:latin-american-network");
        assertThat(corrected.get("recordedAt").asString()).isEqualTo("2026-02-02T12:00:00Z");
        assertThat(corrected.get("effectiveOn").asString()).isEqualTo("2016");
        assertThat(corrected.get("actor").asString()).isEqualTo("ana");
        assertThat(corrected.get("reason").asString()).isEqualTo("Asunción");
        assertThat(corrected.get("batch").asString()).isEqualTo("b-1");
    }

    @Test
    void events_are_filtered_by_entity_type_actor_batch_time_and_words() {
        assertThat(positions("entity=network:latin-american-network")).hasSize(5);
        assertThat(positions("entity=o-1")).containsExactly(6L);
        assertThat(positions("entityType=officials")).containsExactly(6L);
        assertThat(positions("type=network.StateAdmitted")).containsExactly(2L);
        assertThat(positions("type=network.")).hasSize(5);
        assertThat(positions("actor=local")).containsExactly(2L, 1L);
        assertThat(positions("batch=b-1&type=official.")).containsExactly(6L);
        assertThat(positions("from=2026-02-01&to=2026-02-02")).containsExactly(4L, 3L);
        assertThat(positions("knownAt=2026-02-02T12:00:00Z")).containsExactly(4L, 3L, 2L, 1L);
        assertThat(positions("q=asuncion&size=1")).containsExactly(6L);
        assertThat(positions("q=" + URLEncoder.encode("bolivia with", StandardCharsets.UTF_8)))
                .containsExactly(5L, 4L, 3L);
        assertThat(positions("subject=lan-bo&factId=bo-in")).containsExactly(2L);
    }

    @Test
    void what_cannot_be_read_is_answered_with_a_problem() {
        for (String query : List.of(
                "entity=Bad%20Id",
                "entity=planet:mars",
                "entityType=planet",
                "q=%25",
                "sort=actor",
                "from=yesterday",
                "to=2026-13-01",
                "size=0",
                "page=-1")) {
            HttpResponse<String> answer = send("GET", "/api/history?" + query, "application/json");
            assertThat(answer.statusCode()).describedAs(query).isEqualTo(400);
            assertThat(answer.body()).contains("MALFORMED");
        }
        assertThat(send("GET", "/api/history/unknown", "application/json").statusCode())
                .isEqualTo(404);
    }

    /** None of two filters that contradict each other is left out in silence. */
    @Test
    void filters_that_name_two_things_are_refused_at_the_later_of_their_fields() {
        Map<String, String> contradictions = Map.of(
                "entity=network:lan&id=lan-2", "id",
                "entity=network:lan&id=seminar:lan", "id",
                "entity=network:lan&entityType=seminar", "entityType",
                "id=network:lan&entityType=seminars", "entityType",
                "entity=planet:mars", "entity",
                "id=planet:mars", "id",
                "from=2016-03-02&to=2016-03-01", "to");
        contradictions.forEach((query, parameter) -> {
            HttpResponse<String> answer = send("GET", "/api/history?" + query, "application/json");
            assertThat(answer.statusCode()).describedAs(query).isEqualTo(400);
            assertThat(answer.body()).describedAs(query).contains("MALFORMED").contains("\"" + parameter + "\"");
        });
        List<Long> those = positions("entity=network:latin-american-network");
        for (String same : List.of(
                "entity=network:latin-american-network&id=latin-american-network",
                "entity=latin-american-network&id=network:latin-american-network",
                "entity=latin-american-network&entityType=network",
                "entity=networks:latin-american-network&entityType=network")) {
            assertThat(positions(same)).describedAs(same).isEqualTo(those);
        }
    }

    @Test
    void a_list_and_an_export_of_any_length_come_as_csv_too() {
        String page = send("GET", "/api/history", "text/csv").body();
        String export = send("GET", "/api/history/export", "text/csv").body();
        assertThat(export).isEqualTo(page).startsWith("eventId,position,type,").contains(",\"'=cmd, \"\"Acta\"\"\",");
        assertThat(send("GET", "/api/history/export?type=network.", "*/*")
                        .body()
                        .lines())
                .hasSize(5)
                .allMatch(line -> RegistryJson.mapper().readTree(line).has("summary"));
    }

    @Test
    void a_single_event_is_shown_as_stored_without_personal_data() {
        String id = get("/api/history?entity=o-1").at("/items/0/eventId").asString();
        JsonNode event = get("/api/history/" + id);
        assertThat(event.toString()).doesNotContain("Quispe");
        assertThat(event.at("/payload/fullName").asString()).isEqualTo("…");
        assertThat(event.at("/payload/state").asString()).isEqualTo("BO");
        assertThat(event.at("/metadata/actor").asString()).isEqualTo("ana");
        assertThat(event.get("revision").asString()).isEqualTo("1");
        assertThat(event.get("sequenceNumber").asLong()).isZero();
        assertThat(event.get("payloadSha256").asString()).matches("[0-9a-f]{64}");
        String corrected = get("/api/history?type=network.FactCorrected")
                .at("/items/0/eventId")
                .asString();
        assertThat(get("/api/history/" + corrected).at("/before/on").asString()).isEqualTo("2015~");
        assertThat(get("/api/history/" + corrected).at("/after/on").asString()).isEqualTo("2016");
        assertThat(send("GET", "/api/history/" + corrected + "?knownAt=2026-02-01T12:00:00Z", "*/*")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void the_facts_of_a_thing_are_listed_with_their_ids() {
        String path = "/api/networks/latin-american-network/facts";
        assertThat(send("GET", path, "application/json").headers().firstValue("ETag"))
                .contains("\"5\"");
        assertThat(get(path).get("items").valueStream().map(item -> item.get("factId")
                        .asString()))
                .containsExactly("lan", "bo-in");
        JsonNode annulled = get(path + "?annulled=true").at("/items/2");
        assertThat(annulled.get("annulled").asBoolean()).isTrue();
        assertThat(annulled.at("/positions").toString()).isEqualTo("[3,4,5]");
        JsonNode before = get(path + "?knownAt=2026-02-01T12:00:00Z").at("/items/2");
        assertThat(before.get("type").asString()).isEqualTo("network.StateWithdrew");
        assertThat(before.get("effectiveOn").asString()).isEqualTo("2015~");
        assertThat(before.at("/fields/on").asString()).isEqualTo("2015~");
        assertThat(get("/api/officials/o-1/facts").toString()).doesNotContain("Quispe");
        assertThat(send("GET", "/api/networks/nowhere/facts", "*/*").statusCode())
                .isEqualTo(404);
        assertThat(send("GET", "/api/planets/mars/facts", "*/*").statusCode()).isEqualTo(404);
    }

    @Test
    void events_are_exported_as_cloud_events_from_any_position_on() {
        HttpResponse<String> answer = send("GET", "/api/events?after=2&limit=3", "*/*");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/x-ndjson");
        List<JsonNode> events =
                answer.body().lines().map(RegistryJson.mapper()::readTree).toList();
        assertThat(events).extracting(event -> event.get("sequence").asString()).containsExactly("3", "4", "5");
        assertThat(events.get(0).get("specversion").asString()).isEqualTo("1.0");
        assertThat(events.get(0).get("type").asString()).isEqualTo("network.StateWithdrew");
        assertThat(events.get(0).get("subject").asString()).isEqualTo("network:latin-american-network");
        assertThat(events.get(0).at("/data/on").asString()).isEqualTo("2015~");
        assertThat(send("GET", "/api/events", "*/*").body())
                .hasLineCount(6)
                .contains("\"fullName\":\"…\"")
                .doesNotContain("Quispe");
        assertThat(send("GET", "/api/events?after=6", "*/*").body()).isEmpty();
        assertThat(send("GET", "/api/events?after=x", "*/*").statusCode()).isEqualTo(400);
    }

    @Test
    void a_rebuild_is_asked_for_and_watched() {
        JsonNode history = get("/api/operations/projections/history");
        assertThat(history.get("head").asLong()).isEqualTo(6);
        assertThat(history.get("lag").asLong()).isZero();
        HttpResponse<String> accepted = send("POST", "/api/operations/projections/history/rebuild", "*/*");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Location")).contains("/api/operations/projections/history");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> get("/api/operations/projections/history")
                                .get("version")
                                .asInt()
                        == 2);
        assertThat(get("/api/operations/projections").get("items").size()).isGreaterThan(1);
        assertThat(get("/api/operations/dead-letters").get("items").size()).isZero();
        assertThat(positions("")).hasSize(6);
        for (String path : List.of(
                "/projections/nothing/rebuild",
                "/projections/history/dead-letters/7/retry",
                "/projections/history/dead-letters/7/evict",
                "/dead-letters/x/retry")) {
            assertThat(send("POST", "/api/operations" + path, "*/*").statusCode())
                    .isEqualTo(404);
        }
    }
}
