package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** An account whose recording is limited to one network and one programme, line by line. */
class ScopesTest {
    private static final Client ALL = RunningRegistry.shared().client();
    private static final String RECALLED = "'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'";
    private static Client limited;

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
    void records_nothing_else() {
        assertRefused(limited.post("/api/programmes/scope-in/rename", "{'name': 'Mine', 'from': '2020'}"));
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
        assertThat(ALL.get("/api/networks/scope-out/members?atLeastVersion=1").items())
                .isEmpty();
    }
}
