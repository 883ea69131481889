package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A dry run says what would be recorded, and leaves no trace of any command. */
class DryRunTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private static final String NETWORK = "/api/networks/dry-network";
    private static final String SEMINAR = "/api/seminars/dry-seminar";
    private static final String OFFICIAL = "/api/officials/dry-official";
    private static final String ENROLLMENT = SEMINAR + "/enrollments/dry-enrollment";
    private static final String INITIATIVE = "/api/initiatives/dry-initiative";

    private final JdbcTemplate store = new JdbcTemplate(RUNNING.part("dataSource", DataSource.class));
    private final JdbcTemplate keys = new JdbcTemplate(RUNNING.part("keysDataSource", DataSource.class));

    private record Step(String method, String path, String body) {
        Reply send(String query) {
            return method.equals("PUT") ? REGISTRY.put(path + query, body) : REGISTRY.post(path + query, body);
        }
    }

    /** A history in which each command needs those before it. */
    private static final List<Step> STEPS = List.of(
            put("/api/programmes/dry-programme", "{'name': 'A programme', 'establishedOn': '2007'}"),
            post("/api/programmes/dry-programme/set-curriculum", "{'themes': ['memory'], 'from': '2009'}"),
            put("/api/institutions/dry-ministry", "{'name': 'A ministry', 'kind': 'MINISTRY', 'state': 'Chile'}"),
            post("/api/institutions/dry-ministry/open-office", "{'officeId': 'dry-office', 'city': 'Arica'}"),
            put(NETWORK, "{'name': 'A network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}"),
            put(NETWORK + "/memberships/dry-chile", "{'state': 'CL', 'kind': 'MEMBER', 'from': '2012-03-29'}"),
            post(NETWORK + "/memberships/dry-chile/suspend", "{'from': '2014'}"),
            post(NETWORK + "/memberships/dry-chile/reinstate", "{'from': '2015'}"),
            post(
                    NETWORK + "/memberships/dry-chile/change-kind",
                    "{'kind': 'OBSERVER', 'from': '2016', 'nextMembershipId': 'dry-chile-2'}"),
            post(
                    NETWORK + "/memberships/dry-chile-2/correct",
                    "{'until': '2019', 'correctionKind': 'LATE_REPORT', 'reason': 'a letter'}"),
            put(OFFICIAL, "{'fullName': 'Ana Dry Example', 'email': 'dry@example.org', 'state': 'CL', 'from': '2010'}"),
            post(OFFICIAL + "/change-contact", "{'email': 'dry2@example.org', 'from': '2012'}"),
            post(OFFICIAL + "/change-affiliation", "{'institution': 'dry-ministry', 'from': '2012'}"),
            put(
                    NETWORK + "/focal-points/dry-seat",
                    "{'state': 'CL', 'institution': 'dry-ministry', 'official': 'dry-official', 'from': '2013'}"),
            post(NETWORK + "/focal-points/dry-seat/relieve", "{'on': '2015'}"),
            put(NETWORK + "/meetings/dry-meeting", "{'title': 'First meeting', 'startsOn': '2013'}"),
            put(
                    SEMINAR,
                    "{'title': 'A seminar', 'programme': 'dry-programme', 'edition': 'GLOBAL', 'startsOn': '2014-05'}"),
            post(SEMINAR + "/change-capacity", "{'capacity': 20}"),
            put(ENROLLMENT, "{'official': 'dry-official', 'nominatedBy': 'CL', 'on': '2014-01'}"),
            post(ENROLLMENT + "/accept", "{'on': '2014-02'}"),
            post(ENROLLMENT + "/complete", "{'on': '2014-05', 'certificate': '17'}"),
            post(SEMINAR + "/report-figures", "{'participants': 21, 'statesCount': 11}"),
            put(INITIATIVE, "{'title': 'An initiative', 'states': ['CL'], 'type': 'POLICY', 'launchedOn': '2016'}"),
            post(INITIATIVE + "/change-stage", "{'stage': 'IN_IMPLEMENTATION', 'on': '2017'}"),
            put(
                    "/api/statements/dry-statement",
                    "{'statedOn': '2015', 'metric': 'MEMBER_STATES', 'qualifier': 'EXACTLY', 'value': 18,"
                            + " 'scope': 'dry-network'}"),
            put(
                    "/api/editions/dry-edition",
                    "{'title': 'A report', 'figures': [{'key': 'states', 'label': 'States', 'metric': 'MEMBER_STATES',"
                            + " 'asOf': '2015'}]}"),
            post(ENROLLMENT + "/annul", "{'reason': 'it was somebody else'}"),
            post(INITIATIVE + "/annul", "{'reason': 'it never was'}"));

    private static Step put(String path, String body) {
        return new Step("PUT", path, body);
    }

    private static Step post(String path, String body) {
        return new Step("POST", path, body);
    }

    /** Of everything that a command about these things can leave behind, how much there is. */
    private List<Long> traces() {
        return List.of(
                count(store, "SELECT count(*) FROM events.domainevententry WHERE aggregateidentifier LIKE '%:dry-%'"),
                count(store, "SELECT count(*) FROM ledger.erasure_receipt WHERE official LIKE '%dry-%'"),
                count(keys, "SELECT count(*) FROM keys.person WHERE official LIKE '%dry-%'"));
    }

    private static Long count(JdbcTemplate database, String sql) {
        return database.queryForObject(sql, Long.class);
    }

    private static List<String> types(JsonNode events) {
        return StreamSupport.stream(events.spliterator(), false)
                .map(event -> event.get("type").asString())
                .toList();
    }

    @Test
    void what_it_says_is_what_is_recorded_afterwards_and_until_then_nothing_is() {
        for (Step step : STEPS) {
            List<Long> before = traces();
            Reply tried = step.send("?dryRun=true").expect(200);
            assertThat(traces()).as(step.path()).isEqualTo(before);
            assertThat(tried.json().get("dryRun").asBoolean()).isTrue();
            assertThat(tried.header("ETag")).isEmpty();
            assertThat(tried.body()).doesNotContain("Ana Dry", "@example.org");
            Reply told = step.send("");
            assertThat(told.status()).as(step.path() + told.body()).isIn(200, 201);
            assertThat(told.json().get("outcome")).isEqualTo(tried.json().get("outcome"));
            assertThat(told.json().get("version")).isEqualTo(tried.json().get("version"));
            List<String> types = types(tried.json().get("events"));
            assertThat(types).isNotEmpty();
            assertThat(recorded(step, types.size(), tried.json())).isEqualTo(types);
            assertThat(step.send("?dryRun=true").status()).isIn(200, 404, 409);
        }
    }

    private static List<String> recorded(Step step, int count, JsonNode tried) {
        String entity = tried.get("events").get(0).get("entity").asString();
        String position = REGISTRY.get("/api/history?size=1&entity=" + entity + "&atLeastVersion="
                        + tried.get("version").asString())
                .expect(200)
                .text("position");
        List<String> types = new ArrayList<>();
        REGISTRY.get("/api/history?size=" + count + "&entity=" + entity + "&knownAtPosition=" + position)
                .items()
                .forEach(event -> types.add(0, event.get("type").asString()));
        return types;
    }

    @Test
    void it_refuses_as_the_registry_does() {
        String network = "/api/networks/dry-refusing";
        REGISTRY.put(network, "{'name': 'Refusing', 'kind': 'REGIONAL', 'foundedOn': '2012'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/dry-ar", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        List<Long> before = traces();
        List<Step> refused = List.of(
                post(network + "/memberships", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2014'}"),
                post(network + "/memberships", "{'state': 'Atlantis', 'kind': 'MEMBER', 'from': 'soon', 'x': 1}"),
                post(network + "/memberships", "{'state': 'CL', 'kind': 'MEMBER', 'from': '1990'}"),
                post(network + "/designate-secretariat", "{'institution': 'dry-there-is-none'}"),
                post(network + "/memberships/dry-ar/annul", "{}"),
                post("/api/networks/dry-nowhere/found", "{'on': '2012'}"),
                post("/api/officials/dry-nobody/erase", "{'reason': 'asked for'}"));
        for (Step step : refused) {
            Reply tried = step.send("?dryRun=true");
            Reply told = step.send("");
            assertThat(tried.status()).as(step.path()).isEqualTo(told.status()).isGreaterThanOrEqualTo(400);
            assertThat(tried.json()).isEqualTo(told.json());
        }
        Reply stale = REGISTRY.post(
                network + "/memberships/dry-ar/withdraw?dryRun=true", "{'on': '2015'}", "If-Match", "\"1\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(REGISTRY.post(network + "/found?dryRun=maybe", "{'on': '2012'}")
                        .status())
                .isEqualTo(400);
        assertThat(traces()).isEqualTo(before);
    }

    @Test
    void to_try_to_erase_erases_nobody() {
        REGISTRY.put("/api/officials/dry-erased", "{'fullName': 'Bea Example'}").expect(201);
        List<Long> before = traces();
        Reply tried = REGISTRY.post("/api/officials/dry-erased/erase?dryRun=true", "{'reason': 'asked for'}")
                .expect(200);
        assertThat(types(tried.json().get("events"))).containsExactly("official.OfficialErased");
        assertThat(traces()).isEqualTo(before);
        assertThat(REGISTRY.get("/api/officials/dry-erased?atLeastVersion=1").body())
                .contains("Bea Example");
    }
}
