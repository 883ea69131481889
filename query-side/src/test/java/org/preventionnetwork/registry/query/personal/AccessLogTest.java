package org.preventionnetwork.registry.query.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.preventionnetwork.registry.query.personal.PersonSample.ANA;
import static org.preventionnetwork.registry.query.personal.PersonSample.BEA;
import static org.preventionnetwork.registry.query.personal.PersonSample.TWIN;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.query.TestQuerySide;
import tools.jackson.databind.JsonNode;

/** What reading personal data leaves behind, over HTTP on real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AccessLogTest {
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

    @BeforeEach
    void forget_what_other_tests_read() {
        queries.registry.jdbc.update("DELETE FROM access_log.viewing");
    }

    /** Kind and whose, in the order of ids. */
    private List<String> rows() {
        return queries.registry.jdbc.queryForList(
                "SELECT kind || ' ' || official FROM access_log.viewing ORDER BY official, id", String.class);
    }

    @Test
    void a_page_of_officials_leaves_a_row_for_each_person_whose_data_is_on_it() {
        HttpResponse<byte[]> page = queries.get("/api/officials?size=3");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(rows()).containsExactly("OFFICIAL_LIST canary-ana", "OFFICIAL_LIST canary-bea");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        Map<String, Object> row = queries.registry.jdbc.queryForMap(
                "SELECT actor, role, path, correlation FROM access_log.viewing WHERE official = 'canary-ana'");
        assertThat(row)
                .containsEntry("actor", "carla")
                .containsEntry("role", "AUDITOR")
                .containsEntry("path", "/api/officials")
                .containsEntry(
                        "correlation",
                        page.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void csv_leaves_the_same_rows() {
        HttpResponse<byte[]> page = queries.get("/api/officials", "Accept", "text/csv");
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Bea Canary");
        assertThat(rows())
                .containsExactly("OFFICIAL_LIST canary-ana", "OFFICIAL_LIST canary-bea", "OFFICIAL_LIST canary-twin");
    }

    @Test
    void a_search_leaves_rows_for_who_was_found_and_not_what_was_searched_for() {
        queries.json("/api/officials?q=bea");
        assertThat(rows()).containsExactly("SEARCH canary-bea");
        assertThat(queries.registry.jdbc.queryForObject("SELECT path FROM access_log.viewing", String.class))
                .isEqualTo("/api/officials");
    }

    @Test
    void one_official_leaves_a_row_also_for_the_other_record_that_is_told_of() {
        queries.json("/api/officials/" + ANA);
        assertThat(rows()).containsExactly("OFFICIAL canary-ana", "OFFICIAL canary-twin");
    }

    @Test
    void a_page_for_people_leaves_rows_for_those_it_names_before_it_leaves() {
        HttpResponse<byte[]> roster = queries.get("/seminars/s1", "Accept", "text/html");
        assertThat(new String(roster.body(), StandardCharsets.UTF_8)).contains("Bea Canary", "Ana B. Canary");
        assertThat(rows()).containsExactly("ROSTER canary-ana", "ROSTER canary-bea", "ROSTER canary-twin");
        assertThat(roster.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(queries.registry.jdbc.queryForObject(
                        "SELECT DISTINCT path || ' ' || correlation FROM access_log.viewing", String.class))
                .isEqualTo("/seminars/s1 "
                        + roster.headers().firstValue("X-Correlation-Id").orElseThrow());
    }

    @Test
    void a_page_without_names_leaves_none() {
        for (String path : List.of("/seminars", "/officials/canary-erased", "/networks/lan", "/states/AR")) {
            assertThat(queries.get(path, "Accept", "text/html").statusCode()).isEqualTo(200);
        }
        assertThat(queries.get("/seminars/s1", "Accept", "text/html", "X-Roles", "DASHBOARD")
                        .statusCode())
                .isEqualTo(200);
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_page_that_cannot_be_written_down_names_nobody() {
        queries.registry.jdbc.execute("ALTER TABLE access_log.viewing ADD CONSTRAINT broken CHECK (false) NOT VALID");
        try {
            for (String path : List.of(
                    "/seminars/s1",
                    "/initiatives/nm-ar",
                    "/officials",
                    "/officials/canary-ana",
                    "/duplicate-officials")) {
                HttpResponse<byte[]> page = queries.get(path, "Accept", "text/html");
                if (!path.equals("/duplicate-officials")) {
                    assertThat(page.statusCode()).as(path).isEqualTo(503);
                }
                assertThat(new String(page.body(), StandardCharsets.UTF_8))
                        .as(path)
                        .doesNotContain("Bea", "Ana ", "adviser", "@example.org");
            }
        } finally {
            queries.registry.jdbc.execute("ALTER TABLE access_log.viewing DROP CONSTRAINT broken");
        }
    }

    @Test
    void affiliations_leave_a_row() {
        queries.json("/api/officials/" + BEA + "/affiliations");
        assertThat(rows()).containsExactly("AFFILIATIONS canary-bea");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/officials/canary-erased",
                "/api/officials/canary-erased/affiliations",
                "/api/officials/canary-erased/personal-data",
                "/api/officials?q=nobody",
                "/api/seminars/s1/enrollments",
                "/api/networks/lan/focal-points",
                "/api/history",
                "/api/overview",
                "/api/evidence?entity=network:lan",
                "/api/evidence?entity=official:canary-erased",
                "/api/events?after=1&limit=2"
            })
    void an_answer_without_personal_data_leaves_none(String path) {
        assertThat(queries.get(path, "X-Roles", "SECRETARIAT").statusCode()).isEqualTo(200);
        assertThat(rows()).isEmpty();
    }

    @Test
    void a_refusal_leaves_none() {
        assertThat(queries.refusal("/api/officials?sort=nothing")).isEqualTo("400 MALFORMED");
        assertThat(queries.refusal("/api/officials/nobody")).isEqualTo("404 UNKNOWN_ENTITY");
        assertThat(rows()).isEmpty();
    }

    @Test
    void packs_of_evidence_events_and_entries_of_the_ledger_leave_a_row_for_each_official_in_them() {
        queries.bytes("/api/evidence?entity=official:canary-bea");
        queries.bytes("/api/events");
        long size = queries.ledger.tree().size();
        HttpResponse<byte[]> entries = queries.get("/ledger/tile/entries/000.p/" + size);
        assertThat(entries.statusCode()).isEqualTo(200);
        assertThat(entries.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(rows())
                .containsExactly(
                        "EXPORT canary-ana",
                        "EXPORT canary-ana",
                        "EVIDENCE_PACK canary-bea",
                        "EXPORT canary-bea",
                        "EXPORT canary-bea",
                        "EXPORT canary-twin",
                        "EXPORT canary-twin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/officials",
                "/api/officials/canary-ana",
                "/api/officials/canary-ana/affiliations",
                "/api/officials/canary-ana/personal-data",
                "/api/evidence?entity=official:canary-ana",
                "/api/events",
                "/ledger/tile/entries/000.p/8"
            })
    void what_cannot_be_written_down_is_not_shown(String path) {
        queries.registry.jdbc.execute("ALTER TABLE access_log.viewing ADD CONSTRAINT broken CHECK (false) NOT VALID");
        try {
            for (String accept : List.of("application/json", "text/csv", "*/*")) {
                HttpResponse<byte[]> answer = queries.get(path, "X-Roles", "SECRETARIAT", "Accept", accept);
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                if (answer.statusCode() != 406) {
                    assertThat(answer.statusCode()).isEqualTo(503);
                    assertThat(body).contains("ACCESS_LOG_UNAVAILABLE");
                }
                assertThat(body + answer.headers().map())
                        .doesNotContain("Canary", "adviser", "head of unit", "@example.org", "canary-cert");
            }
        } finally {
            queries.registry.jdbc.execute("ALTER TABLE access_log.viewing DROP CONSTRAINT broken");
        }
    }

    @Test
    void auditors_filter_it_and_others_do_not_see_it() {
        queries.json("/api/officials/" + BEA);
        queries.json("/api/officials/" + BEA + "/affiliations");
        queries.json("/api/officials/" + TWIN);
        JsonNode all = queries.json("/api/access-log?size=2");
        assertThat(all.get("total").asInt()).isEqualTo(3);
        assertThat(all.get("items")).hasSize(2);
        JsonNode first = queries.json(
                        "/api/access-log?official=canary-bea&kind=AFFILIATIONS&actor=carla&from=2020-01-01")
                .at("/items/0");
        assertThat(first.get("path").asString()).isEqualTo("/api/officials/canary-bea/affiliations");
        assertThat(first.get("official").asString()).isEqualTo("canary-bea");
        assertThat(queries.json("/api/access-log?official=official:canary-bea")
                        .get("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(queries.json("/api/access-log?to=2020-01-01").get("total").asInt())
                .isZero();
        assertThat(queries.json("/api/access-log?actor=dora").get("total").asInt())
                .isZero();
        assertThat(queries.refusal("/api/access-log?kind=NONE")).isEqualTo("400 MALFORMED");
        HttpResponse<byte[]> csv = queries.get("/api/access-log", "Accept", "text/csv");
        assertThat(new String(csv.body(), StandardCharsets.UTF_8))
                .startsWith("viewedAt,actor,role,official,kind,path,correlationId\r\n")
                .hasLineCount(4);
        for (String role : List.of("SECRETARIAT", "ADMIN", "DASHBOARD")) {
            assertThat(queries.get("/api/access-log", "X-Roles", role).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void what_is_older_than_is_kept_is_deleted_and_nothing_is_ever_changed() {
        queries.registry.jdbc.update(
                """
                INSERT INTO access_log.viewing (viewed_at, actor, role, official, kind, path, correlation)
                SELECT now() - age::interval, 'ana', 'AUDITOR', 'o', 'OFFICIAL', '/', age
                FROM unnest(ARRAY['2 years 1 hour', '1 year 364 days', '5 years']) AS age
                """);
        assertThat(queries.part("accessLogRetention", AccessLogRetention.class).deleteOld())
                .isEqualTo(2);
        assertThat(queries.registry.jdbc.queryForList("SELECT correlation FROM access_log.viewing", String.class))
                .containsExactly("1 year 364 days");
        assertThatThrownBy(() -> queries.registry.jdbc.update("UPDATE access_log.viewing SET actor = 'nobody'"))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void nothing_personal_is_read_unless_somebody_accounts_for_it() {
        PersonalReader reader = queries.part("personalReader", PersonalReader.class);
        PersonalText name = PersonalText.plain(ANA, "Ana Canary");
        assertThatThrownBy(() -> reader.read(name)).isInstanceOf(IllegalStateException.class);
        String read = queries.part("viewings", Viewings.class)
                .withoutRequest("nightly", ViewKind.EXPORT, "nightly export", () -> String.valueOf(reader.read(name)));
        assertThat(read).isEqualTo("Ana Canary");
        assertThat(rows()).containsExactly("EXPORT canary-ana");
        assertThatThrownBy(() -> reader.read(name)).isInstanceOf(IllegalStateException.class);
    }
}
