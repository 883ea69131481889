package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An account whose recording is limited to one network and one programme, line by line. */
class ScopesTest {
    private static final Client ALL = RunningRegistry.shared().client();
    private static final String RECALLED = "'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'";
    private static Client limited;
    /** Limited as the other, and an administrator. */
    private static Client limitedAdmin;

    /** The ways to write that are no command of the registry, and how each asks for the limits; each is tried below. */
    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("/api/imports POST", "row by row; what is outside is left out and listed"),
            Map.entry("/api/samples/institute POST", "as an import, row by row"),
            Map.entry("/api/imports/{id}/annul POST", "whole or not at all"),
            Map.entry("/record/{collection}/{command}/preview POST", "as the command that it supposes"),
            Map.entry("/record/{collection}/{command}/follows POST", "as the command that it supposes"),
            Map.entry("/api/accounts/{name} PUT", "no wider limits than the own"),
            Map.entry("/api/accounts/{name}/set-password POST", "only of accounts within the own limits"),
            Map.entry("/api/accounts/{name}/set-roles POST", "only of accounts within the own limits, and within them"),
            Map.entry("/api/accounts/{name}/disable POST", "only of accounts within the own limits"),
            Map.entry("/api/accounts/{name}/enable POST", "only of accounts within the own limits"),
            Map.entry("/api/accounts/{name}/unlock POST", "only of accounts within the own limits"),
            Map.entry("/api/accounts/{name}/revoke-tokens POST", "only of accounts within the own limits"));

    /** What concerns the own login, or how the machine runs, and records nothing about anybody. */
    private static final Set<String> NOT_LIMITED = Set.of(
            "/erasure/find POST",
            "/api/me/password POST",
            "/api/tokens POST",
            "/api/tokens/{id} DELETE",
            "/api/operations/clock POST",
            "/api/operations/dead-letters/{id}/evict POST",
            "/api/operations/dead-letters/{id}/retry POST",
            "/api/operations/projections/{name}/dead-letters/{id}/evict POST",
            "/api/operations/projections/{name}/dead-letters/{id}/retry POST",
            "/api/operations/projections/{name}/rebuild POST",
            "/api/operations/verification POST");

    /** What everybody needs who records: new facts about officials and institutions, of which none is taken back. */
    private static final Set<String> FOR_EVERYBODY = Set.of(
            "/api/officials POST",
            "/api/officials/{officialId} PUT",
            "/api/officials/{officialId}/change-affiliation POST",
            "/api/officials/{officialId}/change-contact POST",
            "/api/officials/{officialId}/grant-alumni-status POST",
            "/api/officials/{officialId}/revoke-alumni-status POST",
            "/api/institutions POST",
            "/api/institutions/{institutionId} PUT",
            "/api/institutions/{institutionId}/rename POST",
            "/api/institutions/{institutionId}/name POST",
            "/api/institutions/{institutionId}/open-office POST",
            "/api/institutions/{institutionId}/close-office POST",
            "/api/institutions/{institutionId}/partner POST",
            "/api/institutions/{institutionId}/succeed POST",
            "/api/institutions/{institutionId}/dissolve POST");

    @BeforeAll
    static void record() {
        ALL.put("/api/programmes/scope-in", "{'name': 'In'}").expect(201);
        ALL.put("/api/programmes/scope-out", "{'name': 'Out'}").expect(201);
        ALL.put("/api/networks/scope-out", "{'name': 'Out', 'kind': 'REGIONAL', 'foundedOn': '2012'}")
                .expect(201);
        ALL.put("/api/seminars/scope-out", seminar("scope-out")).expect(201);
        ALL.put("/api/initiatives/scope-out", initiative("'scope-out'")).expect(201);
        ALL.put("/api/initiatives/scope-none", initiative("null")).expect(201);
        ALL.put(
                        "/api/accounts/limited",
                        "{'password': 'limited limited', 'roles': ['SECRETARIAT'],"
                                + " 'scopes': ['network:scope-in', 'programme:scope-in']}")
                .expect(201);
        limited = ALL.as("limited", "limited limited");
        ALL.put(
                        "/api/accounts/limited-admin",
                        "{'password': 'limited limited', 'roles': ['SECRETARIAT', 'ADMIN'],"
                                + " 'scopes': ['network:scope-in', 'programme:scope-in']}")
                .expect(201);
        limitedAdmin = ALL.as("limited-admin", "limited limited");
    }

    private static String seminar(String programme) {
        return "{'title': 'S', 'programme': '" + programme
                + "', 'edition': 'GLOBAL', 'startsOn': '2020-01-06', 'languages': [], 'foundational': false,"
                + " 'themes': [], 'coOrganisers': []}";
    }

    private static String initiative(String network) {
        return "{'title': 'I', 'states': ['AR'], 'network': " + network + ", 'type': 'NATIONAL_MECHANISM'}";
    }

    private static void assertRefused(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
        assertThat(reply.text("code")).isEqualTo("OUT_OF_SCOPE");
    }

    @Test
    void links_what_is_within_to_what_is_within_only() {
        limited.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        limited.put("/api/seminars/scope-linked", seminar("scope-in")).expect(201);
        String seminar = "/api/seminars/scope-linked";
        assertRefused(limited.post(seminar + "/give-for-network", "{'network': 'scope-out'}"));
        limited.post(seminar + "/give-for-network", "{'network': 'scope-in', 'factId': 'link-in'}")
                .expect(200);
        ALL.post(seminar + "/give-for-network", "{'network': 'scope-out', 'factId': 'link-out'}")
                .expect(200);
        limited.post(seminar + "/declare-roster-complete", "{'asOf': '2021'}").expect(200);
        assertRefused(limited.post(seminar + "/facts/link-out/annul", "{'reason': 'not mine'}"));
        assertRefused(limited.post(seminar + "/facts/link-out/correct", "{'network': 'scope-in', " + RECALLED + "}"));
        assertRefused(limited.post(seminar + "/facts/link-in/correct", "{'network': 'scope-out', " + RECALLED + "}"));
        limited.post(seminar + "/facts/link-in/annul", "{'reason': 'misread'}").expect(200);

        String initiative = "/api/initiatives/scope-linked";
        limited.put(initiative, initiative("'scope-in'")).expect(201);
        assertRefused(limited.post(initiative + "/assign-to-programme", "{'programme': 'scope-out'}"));
        limited.post(initiative + "/assign-to-programme", "{'programme': 'scope-in'}")
                .expect(200);
        ALL.post(initiative + "/assign-to-programme", "{'programme': 'scope-out', 'factId': 'link-out'}")
                .expect(200);
        for (String query : List.of("?dryRun=true", "")) {
            assertRefused(limited.post(initiative + "/annul" + query, "{'reason': 'never was'}"));
        }
        ALL.post(initiative + "/facts/link-out/annul", "{'reason': 'misread'}").expect(200);
        limited.post(initiative + "/annul", "{'reason': 'never was'}").expect(200);

        String list = "{'list': 'INITIATIVES', 'asOf': '2021'}";
        limited.post("/api/networks/scope-in/declare-complete", list).expect(200);
        assertRefused(limited.post("/api/networks/scope-out/declare-complete", list));
        assertRefused(limited.post("/api/seminars/scope-out/declare-roster-complete", "{'asOf': '2021'}"));
    }

    @Test
    void records_everything_about_its_network_and_nothing_about_others() {
        limited.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        limited.put("/api/networks/scope-in/memberships/mm", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2013'}")
                .expect(201);
        limited.post("/api/networks/scope-in/memberships/mm/correct", "{'from': '2014', " + RECALLED + "}")
                .expect(200);
        limited.post("/api/networks/scope-in/memberships/mm/annul", "{'reason': 'never was'}")
                .expect(200);
        assertRefused(limited.put(
                "/api/networks/scope-out/memberships/mm", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2013'}"));
        assertRefused(limited.post("/api/networks/scope-out/rename", "{'name': 'Mine', 'from': '2020'}"));
        assertRefused(limited.put("/api/networks/scope-new", "{'name': 'New', 'kind': 'REGIONAL'}"));
    }

    @Test
    void records_seminars_of_its_programme_with_their_enrolments() {
        limited.put("/api/seminars/scope-in", seminar("scope-in")).expect(201);
        limited.put("/api/officials/scope-guest", "{'fullName': 'A Guest'}").expect(201);
        limited.put(
                        "/api/seminars/scope-in/enrollments/ee",
                        "{'official': 'scope-guest', 'nominatedBy': 'AR', 'on': '2019-12-01'}")
                .expect(201);
        limited.post("/api/seminars/scope-in/reschedule", "{'startsOn': '2020-02-03'}")
                .expect(200);
        assertRefused(limited.put("/api/seminars/scope-other", seminar("scope-out")));
        assertRefused(limited.put(
                "/api/seminars/scope-out/enrollments/ee",
                "{'official': 'scope-guest', 'nominatedBy': 'AR', 'on': '2019-12-01'}"));
        assertRefused(limited.post("/api/seminars/scope-out/cancel", "{}"));
    }

    @Test
    void moves_no_seminar_out_of_its_programme_or_into_it() {
        String in = limited.put("/api/seminars/scope-moved", seminar("scope-in"))
                .expect(201)
                .text("factId");
        assertRefused(limited.post(
                "/api/seminars/scope-moved/facts/" + in + "/correct", "{'programme': 'scope-out', " + RECALLED + "}"));
        String out = ALL.put("/api/seminars/scope-out-2", seminar("scope-out"))
                .expect(201)
                .text("factId");
        assertRefused(limited.post(
                "/api/seminars/scope-out-2/facts/" + out + "/correct", "{'programme': 'scope-in', " + RECALLED + "}"));
        ALL.post("/api/seminars/scope-moved/facts/" + in + "/correct", "{'programme': 'scope-out', " + RECALLED + "}")
                .expect(200);
        assertRefused(limited.post("/api/seminars/scope-moved/cancel", "{}"));
    }

    @Test
    void records_initiatives_of_its_network() {
        limited.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        String launch = limited.put("/api/initiatives/scope-in", initiative("'scope-in'"))
                .expect(201)
                .text("factId");
        limited.post("/api/initiatives/scope-in/reach-milestone", "{'title': 'Law', 'on': '2020'}")
                .expect(200);
        assertRefused(limited.post("/api/initiatives/scope-out/reach-milestone", "{'title': 'Law', 'on': '2020'}"));
        assertRefused(limited.post("/api/initiatives/scope-none/reach-milestone", "{'title': 'Law', 'on': '2020'}"));
        assertRefused(limited.put("/api/initiatives/scope-free", initiative("null")));
        assertRefused(limited.post(
                "/api/initiatives/scope-in/facts/" + launch + "/correct", "{'network': null, " + RECALLED + "}"));
        assertRefused(limited.post("/api/initiatives/scope-in/correct", "{'network': 'scope-out', " + RECALLED + "}"));
        assertRefused(limited.post("/api/initiatives/scope-out/correct", "{'network': 'scope-in', " + RECALLED + "}"));
    }

    @Test
    void adds_facts_about_officials_and_institutions_and_takes_none_back() {
        limited.put("/api/institutions/scope-ministry", "{'name': 'Ministry', 'kind': 'MINISTRY', 'state': 'AR'}")
                .expect(201);
        String fact = limited.post("/api/institutions/scope-ministry/rename", "{'name': 'Office', 'from': '2020'}")
                .expect(200)
                .text("factId");
        assertRefused(
                limited.post("/api/institutions/scope-ministry/facts/" + fact + "/annul", "{'reason': 'never was'}"));
        limited.put("/api/officials/scope-a", "{'fullName': 'A'}").expect(201);
        limited.put("/api/officials/scope-b", "{'fullName': 'B'}").expect(201);
        String position = limited.post(
                        "/api/officials/scope-a/change-affiliation", "{'state': 'AR', 'position': 'P', 'from': '2020'}")
                .expect(200)
                .text("factId");
        assertRefused(limited.post("/api/officials/scope-a/merge", "{'into': 'scope-b', 'reason': 'the same'}"));
        assertRefused(limited.post(
                "/api/officials/scope-a/facts/" + position + "/correct", "{'position': 'Q', " + RECALLED + "}"));
        assertRefused(limited.post("/api/officials/scope-a/facts/" + position + "/annul", "{'reason': 'never was'}"));
    }

    @Test
    void records_everything_about_its_programme_and_links_it_to_its_networks_only() {
        limited.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        String programme = "/api/programmes/scope-in";
        limited.post(programme + "/rename", "{'name': 'Mine', 'from': '2020'}").expect(200);
        String complete = "{'list': 'SEMINARS', 'asOf': '2021'}";
        String declared = limited.post(programme + "/declare-complete", complete)
                .expect(200)
                .text("factId");
        limited.post(programme + "/facts/" + declared + "/correct", "{'asOf': '2020', " + RECALLED + "}")
                .expect(200);
        limited.post(programme + "/facts/" + declared + "/annul", "{'reason': 'never was'}")
                .expect(200);
        assertRefused(limited.post(programme + "/serve-network", "{'network': 'scope-out'}"));
        limited.post(programme + "/serve-network", "{'network': 'scope-in', 'factId': 'serve-in'}")
                .expect(200);
        ALL.post(programme + "/serve-network", "{'network': 'scope-out', 'factId': 'serve-out'}")
                .expect(200);
        limited.post(programme + "/rename", "{'name': 'Mine still', 'from': '2021'}")
                .expect(200);
        assertRefused(limited.post(programme + "/facts/serve-out/annul", "{'reason': 'not mine'}"));
        assertRefused(
                limited.post(programme + "/facts/serve-out/correct", "{'network': 'scope-in', " + RECALLED + "}"));
        assertRefused(
                limited.post(programme + "/facts/serve-in/correct", "{'network': 'scope-out', " + RECALLED + "}"));
        limited.post(programme + "/facts/serve-in/annul", "{'reason': 'misread'}")
                .expect(200);
        for (String other : List.of("/rename", "/declare-complete", "/close")) {
            String body = other.equals("/close")
                    ? "{'on': '2020'}"
                    : other.equals("/rename") ? "{'name': 'Mine', 'from': '2020'}" : complete;
            assertRefused(limited.post("/api/programmes/scope-out" + other, body));
        }
    }

    @Test
    void records_nothing_else() {
        assertRefused(limited.put("/api/programmes/scope-new", "{'name': 'New'}"));
        assertRefused(limited.put(
                "/api/statements/scope-st",
                "{'statedOn': '2020', 'metric': 'MEMBER_STATES', 'qualifier': 'EXACTLY', 'value': 3}"));
        assertRefused(limited.put(
                "/api/editions/scope-ed",
                "{'title': 'E', 'figures': [{'key': 'mm', 'label': 'M', 'metric': 'MEMBER_STATES', 'asOf': '2020'}]}"));
    }

    @Test
    void of_an_import_only_the_rows_within_its_limits_are_taken() {
        limited.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        String csv =
                """
                network,state,kind,from,until,source,note
                scope-in,BO,MEMBER,2015,,A list,
                scope-out,BO,MEMBER,2015,,A list,
                scope-in,CL,MEMBER,2016,,A list,
                """;
        for (String query : new String[] {"?dryRun=true", ""}) {
            String location = limited.upload("/api/imports" + query, "memberships.csv", csv.getBytes())
                    .expect(202)
                    .header("Location");
            org.awaitility.Awaitility.await()
                    .atMost(java.time.Duration.ofMinutes(2))
                    .until(() -> !Imports.status(limited, location).equals("RUNNING"));
            JsonNode report = limited.get(location).expect(200).json();
            assertThat(report.get("recorded").asInt()).as(report.toString()).isEqualTo(2);
            assertThat(report.get("errors").asInt()).isEqualTo(1);
            assertThat(report.at("/problems/0/code").asString()).isEqualTo("OUT_OF_SCOPE");
            assertThat(report.at("/problems/0/line").asInt()).isEqualTo(3);
        }
        assertThat(states("scope-out")).doesNotContain("BO");
    }

    @Test
    void every_way_to_write_that_the_registry_has_asks_for_the_limits() throws IOException {
        ALL.put("/api/officials/scope-foreign", "{'fullName': 'F'}");
        ALL.put("/api/institutions/scope-foreign", "{'name': 'F', 'kind': 'MINISTRY', 'state': 'AR'}");
        JsonNode described = RegistryJson.mapper()
                .readTree(Files.readString(Path.of("../docs/openapi.json")))
                .get("paths");
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : Endpoint.of(RunningRegistry.shared())) {
            String name = endpoint.toString();
            if (endpoint.isQuery() || endpoint.method() == RequestMethod.HEAD) {
                continue;
            }
            if (endpoint.command() == null) {
                if (!OTHERWISE.containsKey(name) && !NOT_LIMITED.contains(name)) {
                    wrong.add(name + " writes, and nobody has said how it asks for an account's limits");
                }
                continue;
            }
            String address = endpoint.address(ScopesTest::foreign);
            ObjectNode body = (ObjectNode) described
                    .at(pointer(endpoint.path()))
                    .get(endpoint.method().name().toLowerCase(Locale.ROOT))
                    .at("/requestBody/content/application~1json/example");
            body.remove("officialId");
            boolean everybody = FOR_EVERYBODY.contains(name);
            for (String query : everybody ? List.of("?dryRun=true") : List.of("?dryRun=true", "")) {
                Reply reply = limitedAdmin.send(
                        endpoint.method().name(),
                        address + query,
                        BodyPublishers.ofString(body.toString()),
                        "Content-Type",
                        "application/json");
                tried++;
                if (everybody == reply.text("code").equals("OUT_OF_SCOPE")) {
                    wrong.add(name + query + " answers " + reply.status() + " " + reply.body());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(180);
    }

    private static String pointer(String path) {
        return "/" + path.replace("~", "~0").replace("/", "~1");
    }

    private static String foreign(String variable) {
        return switch (variable) {
            case "networkId", "seminarId", "initiativeId", "programmeId" -> "scope-out";
            default -> "scope-foreign";
        };
    }

    @Test
    void an_import_that_recorded_anything_outside_is_not_taken_back_not_even_in_part() {
        ALL.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        String header = "network,state,kind,from\n";
        JsonNode foreign =
                Imports.run(ALL, "memberships.csv", header + "scope-in,PY,MEMBER,2015\nscope-out,PY,MEMBER,2015\n");
        JsonNode persons = Imports.run(ALL, "officials.csv", "official,full_name,state\nscope-batch,B,AR\n");
        JsonNode own = Imports.run(ALL, "memberships.csv", header + "scope-in,UY,MEMBER,2015\n");
        assertThat(List.of(foreign, persons, own))
                .allSatisfy(report -> assertThat(report.get("errors").asInt()).isZero());
        String reason = "{'reason': 'handed in twice'}";
        for (JsonNode refused : List.of(foreign, persons)) {
            String address = "/api/imports/" + refused.get("id").asString();
            assertRefused(limitedAdmin.post(address + "/annul", reason));
            assertThat(ALL.get(address).json().get("annulledAt").isNull()).isTrue();
        }
        assertThat(states("scope-in")).contains("PY", "UY");
        limitedAdmin
                .post("/api/imports/" + own.get("id").asString() + "/annul", reason)
                .expect(200);
        assertThat(states("scope-in")).contains("PY").doesNotContain("UY");
        assertRefused(limitedAdmin.post("/api/imports/" + own.get("id").asString() + "/annul", reason));
        for (JsonNode taken : List.of(foreign, persons)) {
            ALL.post("/api/imports/" + taken.get("id").asString() + "/annul", reason)
                    .expect(200);
        }
        assertThat(states("scope-in")).doesNotContain("PY");
    }

    private static List<String> states(String network) {
        RunningRegistry.shared().settle();
        return ALL.get("/api/networks/" + network + "/members").expect(200).items().stream()
                .map(member -> member.get("state").asString())
                .toList();
    }

    @Test
    void a_preview_of_what_is_outside_is_as_impossible_as_the_command() {
        String form = "/record/networks/correct-membership/";
        String body = ", 'membershipId': 'pm'}, 'body': {'kind': 'OBSERVER', " + RECALLED + "}}";
        ALL.put("/api/networks/scope-in", "{'name': 'In', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        for (String network : List.of("scope-in", "scope-out")) {
            ALL.put("/api/networks/" + network + "/memberships/pm", "{'state': 'EC', 'kind': 'MEMBER', 'from': '2013'}")
                    .expect(201);
        }
        RunningRegistry.shared().settle();
        for (String told : List.of("preview", "follows")) {
            limited.post(form + told, "{'path': {'networkId': 'scope-in'" + body)
                    .expect(200);
            Reply refused = limited.post(form + told, "{'path': {'networkId': 'scope-out'" + body);
            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("NOT_POSSIBLE");
        }
    }

    @Test
    void an_administrator_with_limits_gives_nobody_more_and_manages_nobody_who_has_more() {
        String narrow = "'scopes': ['network:scope-in']}";
        limitedAdmin
                .put(
                        "/api/accounts/scope-clerk",
                        "{'password': 'clerk clerk clerk', 'roles': ['SECRETARIAT'], " + narrow)
                .expect(201);
        for (String scopes : List.of("", ", 'scopes': []", ", 'scopes': ['network:scope-out', 'network:scope-in']")) {
            assertRefused(limitedAdmin.put(
                    "/api/accounts/scope-wide",
                    "{'password': 'clerk clerk clerk', 'roles': ['SECRETARIAT']" + scopes + "}"));
        }
        assertThat(ALL.get("/api/accounts/scope-wide").status()).isEqualTo(404);
        String roles = "{'roles': ['SECRETARIAT'], 'scopes': ";
        assertRefused(limitedAdmin.post("/api/accounts/scope-clerk/set-roles", roles + "[]}"));
        assertRefused(limitedAdmin.post("/api/accounts/limited-admin/set-roles", roles + "[]}"));
        for (String deed : List.of("set-password", "set-roles", "disable", "enable", "unlock", "revoke-tokens")) {
            String body = deed.equals("set-password")
                    ? "{'password': 'guessed guessed'}"
                    : deed.equals("set-roles") ? roles + "['network:scope-in']}" : "{}";
            assertRefused(limitedAdmin.post("/api/accounts/admin/" + deed, body));
            limitedAdmin.post("/api/accounts/scope-clerk/" + deed, body).expect(200);
        }
        ALL.get("/api/me").expect(200);
    }

    /** What whoever does it may, is found out where it is done, and not a moment before. */
    @Test
    void an_account_that_is_given_more_meanwhile_keeps_its_tokens_from_an_administrator_with_limits() throws Exception {
        ALL.put(
                        "/api/accounts/scope-grows",
                        "{'password': 'clerk clerk clerk', 'roles': ['SECRETARIAT'], 'scopes': ['network:scope-in']}")
                .expect(201);
        Client grows = ALL.as("scope-grows", "clerk clerk clerk");
        String token = grows.post("/api/tokens", "{'label': 't'}").expect(201).text("secret");
        DataSource source = RunningRegistry.shared().part("dataSource", DataSource.class);
        CompletableFuture<Reply> revoked;
        try (Connection given = source.getConnection();
                Statement statement = given.createStatement()) {
            given.setAutoCommit(false);
            statement.execute("UPDATE access.account SET scopes = '{}' WHERE name = 'scope-grows'");
            revoked = CompletableFuture.supplyAsync(
                    () -> limitedAdmin.post("/api/accounts/scope-grows/revoke-tokens", "{}"));
            await().until(() -> revoked.isDone() || waitsForAnAccount(statement));
            given.commit();
        }
        assertRefused(revoked.get());
        ALL.bearing(token).get("/api/me").expect(200);
    }

    private static boolean waitsForAnAccount(Statement statement) throws SQLException {
        try (ResultSet waiting = statement.executeQuery("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")) {
            return waiting.next() && waiting.getBoolean(1);
        }
    }

    @Test
    void nobody_gives_more_than_they_have_nor_changes_the_own_roles() {
        String narrow = ", 'scopes': ['network:scope-in']}";
        ALL.put("/api/accounts/only-admin", "{'password': 'limited limited', 'roles': ['ADMIN']}")
                .expect(201);
        ALL.put("/api/accounts/narrow-admin", "{'password': 'limited limited', 'roles': ['ADMIN', 'AUDITOR']" + narrow)
                .expect(201);
        ALL.put("/api/accounts/reads-all", "{'password': 'limited limited', 'roles': ['AUDITOR']" + narrow)
                .expect(201);
        Client onlyAdmin = ALL.as("only-admin", "limited limited");
        Client narrowAdmin = ALL.as("narrow-admin", "limited limited");
        for (String role : List.of("SECRETARIAT", "AUDITOR", "DASHBOARD")) {
            assertNotHeld(onlyAdmin.put(
                    "/api/accounts/given", "{'password': 'limited limited', 'roles': ['ADMIN', '" + role + "']}"));
            assertNotHeld(
                    onlyAdmin.post("/api/accounts/reads-all/set-roles", "{'roles': ['" + role + "'], 'scopes': []}"));
        }
        assertNotHeld(narrowAdmin.put(
                "/api/accounts/given", "{'password': 'limited limited', 'roles': ['SECRETARIAT']" + narrow));
        assertRefused(narrowAdmin.put(
                "/api/accounts/given", "{'password': 'limited limited', 'roles': ['AUDITOR']" + narrow));
        assertThat(ALL.get("/api/accounts/given").status()).isEqualTo(404);
        assertNotHeld(onlyAdmin.post("/api/accounts/reads-all/set-password", "{'password': 'guessed guessed'}"));
        assertNotHeld(onlyAdmin.post("/api/accounts/admin/set-password", "{'password': 'guessed guessed'}"));
        for (String deed : List.of("disable", "enable", "unlock", "revoke-tokens")) {
            onlyAdmin.post("/api/accounts/reads-all/" + deed, "{}").expect(200);
        }
        onlyAdmin
                .put("/api/accounts/only-admin-2", "{'password': 'limited limited', 'roles': ['ADMIN']}")
                .expect(201);
        for (Client own : List.of(ALL, onlyAdmin)) {
            String name = own.get("/api/me").text("name");
            Reply refused = own.post("/api/accounts/" + name + "/set-roles", "{'roles': ['ADMIN'], 'scopes': []}");
            assertThat(refused.status() + " " + refused.text("code")).isEqualTo("409 OWN_ACCOUNT");
        }
        assertThat(ALL.get("/api/me").json().get("roles")).hasSize(4);
    }

    private static void assertNotHeld(Reply reply) {
        assertThat(reply.status() + " " + reply.text("code")).as(reply.body()).isEqualTo("409 ROLES_NOT_HELD");
    }
}
