package org.preventionnetwork.registry.query.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.TestQuerySide;
import org.preventionnetwork.registry.query.personal.CallerOfTheTest;
import org.preventionnetwork.registry.query.personal.PersonSample;
import tools.jackson.databind.JsonNode;

/** Everything held about a person, for that person. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SubjectAccessTest {
    private static final String ANA = "/api/officials/canary-ana/personal-data";

    private TestQuerySide queries;

    @BeforeAll
    void start() throws SQLException {
        queries = TestQuerySide.start(Map.of(), CallerOfTheTest.class);
        PersonSample.recordIn(queries);
    }

    @AfterAll
    void stop() {
        queries.close();
    }

    private HttpResponse<byte[]> get(String path, String accept) {
        return queries.get(path, "X-Roles", "SECRETARIAT", "Accept", accept);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private JsonNode file(String path) {
        HttpResponse<byte[]> answer = get(path, "application/json");
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return RegistryJson.mapper().readTree(answer.body());
    }

    private static Iterable<String> all(JsonNode rows, String field) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.path(field).asString(""))
                .toList();
    }

    @Test
    void everything_under_all_records_of_the_person_is_told() {
        queries.json("/api/officials/canary-twin");
        JsonNode file = file(ANA);
        assertThat(file.get("canonical").asString()).isEqualTo("canary-ana");
        assertThat(all(file.get("records"), "official")).containsExactly("canary-ana", "canary-twin");
        assertThat(all(file.get("names"), "value"))
                .containsExactly("Ana Canary", "Ana <b>Canary</b>-Later", "Ana B. Canary");
        assertThat(file.at("/names/0/until").asString()).isEqualTo("2015-01-01");
        assertThat(all(file.get("emails"), "value"))
                .containsExactly("canary-ana@example.org", "canary-twin@example.org");
        assertThat(all(file.get("affiliations"), "position"))
                .containsExactly("canary adviser", "canary head of unit", "canary adviser");
        assertThat(file.at("/seminars/0/status").asString()).isEqualTo("COMPLETED");
        assertThat(file.at("/seminars/0/certificate").asString()).isEqualTo("canary-cert-1");
        assertThat(file.at("/instructor/0/in").asString()).isEqualTo("seminar:s1");
        assertThat(file.at("/focalPoints/0/seatId").asString()).isEqualTo("seat-ar");
        assertThat(file.at("/contributions/0/in").asString()).isEqualTo("initiative:nm-ar");
        assertThat(file.at("/merges/0/into").asString()).isEqualTo("canary-ana");
        assertThat(file.at("/alumni/reason").asString()).isEqualTo("COMPLETED");
        assertThat(all(file.get("readBy"), "path")).contains("/api/officials/canary-twin");
        assertThat(file("/api/officials/canary-twin/personal-data").get("names"))
                .isEqualTo(file.get("names"));
    }

    @Test
    void every_event_about_the_person_is_told_in_plain_words() {
        JsonNode events = file(ANA).get("events");
        assertThat(all(events, "type"))
                .containsExactly(
                        "official.OfficialRegistered",
                        "official.OfficialRegistered",
                        "official.ContactChanged",
                        "official.AffiliationChanged",
                        "seminar.EnrollmentRecorded",
                        "seminar.InstructorAssigned",
                        "network.FocalPointDesignated",
                        "initiative.ContributorNamed",
                        "official.OfficialsMerged");
        JsonNode moved = events.get(3);
        assertThat(moved.at("/data/position").asString()).isEqualTo("canary head of unit");
        assertThat(moved.at("/data/from").asString()).isEqualTo("2014-05-01");
        assertThat(moved.get("effectiveOn").asString()).isEqualTo("2014-05-01");
        assertThat(moved.get("actor").asString()).isEqualTo("recorder");
        assertThat(moved.get("source").asString()).isEqualTo("a report");
        assertThat(moved.get("reason").asString()).isEqualTo("as reported");
        assertThat(moved.get("recordedAt").asString()).startsWith("2026-01-01T00:00");
    }

    @Test
    void what_is_told_lies_nowhere_in_plain() {
        assertThat(queries.registry.jdbc.queryForList(
                        "SELECT convert_from(payload, 'UTF8') FROM events.domainevententry", String.class))
                .isNotEmpty()
                .noneMatch(payload -> payload.contains("Canary") || payload.contains("head of unit"));
        assertThat(queries.registry.jdbc.queryForList("SELECT full_name FROM read.official", String.class))
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .noneMatch(name -> name.contains("Canary"));
    }

    @Test
    void the_page_says_the_same_escaped_and_needs_neither_script_nor_inline_style() {
        HttpResponse<byte[]> page = get(ANA, "text/html");
        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(text(page))
                .contains(
                        "Ana &lt;b&gt;Canary&lt;/b&gt;-Later",
                        "canary head of unit",
                        "canary-twin@example.org",
                        "seminar:s1")
                .doesNotContain("<b>", "<script", "style=", "<style", "onclick", "javascript:");
        assertThat(queries.get("/styles/personal-data.css").statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; style-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void it_can_be_saved_as_a_file() {
        assertThat(get(ANA, "application/json").headers().firstValue("Content-Disposition"))
                .isEmpty();
        assertThat(get(ANA + "?download=true", "application/json").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"personal-data-canary-ana.json\"");
        assertThat(get(ANA + "?download=true", "text/html").headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"personal-data-canary-ana.html\"");
    }

    @Test
    void of_who_is_erased_only_the_day_is_told() {
        JsonNode file = file("/api/officials/canary-erased/personal-data");
        assertThat(file.get("erased").asBoolean()).isTrue();
        assertThat(file.at("/records/0/erasedOn").asString()).isEqualTo("2026-01-01");
        for (String section : new String[] {"names", "emails", "affiliations", "seminars", "events", "readBy"}) {
            assertThat(file.get(section)).isEmpty();
        }
        String page = text(get("/api/officials/canary-erased/personal-data", "text/html"));
        assertThat(page).contains("was erased on 2026-01-01").doesNotContain("Gone", "adviser", "@example.org");
    }

    @Test
    void the_answer_itself_is_accounted_for() {
        file("/api/officials/canary-bea/personal-data");
        JsonNode again = file("/api/officials/canary-bea/personal-data");
        assertThat(again.at("/readBy/0/kind").asString()).isEqualTo("SUBJECT_ACCESS");
        assertThat(again.at("/readBy/0/actor").asString()).isEqualTo("carla");
    }

    @Test
    void only_secretariat_and_administrators_ask_for_it() {
        assertThat(queries.get(ANA, "X-Roles", "ADMIN").statusCode()).isEqualTo(200);
        assertThat(queries.get(ANA, "X-Roles", "AUDITOR").statusCode()).isEqualTo(403);
        assertThat(queries.get(ANA, "X-Roles", "DASHBOARD").statusCode()).isEqualTo(403);
        assertThat(get("/api/officials/nobody/personal-data", "text/html").statusCode())
                .isEqualTo(404);
    }
}
