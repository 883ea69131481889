package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** What is answered is what the OpenAPI document says is answered: every field is described, none is missing. */
class AnswersAsDescribedTest {
    /** What stands for the variables of an address, by the end of the address where it is about something else. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("networkId", "described-network"),
            Map.entry("programmeId", "described-programme"),
            Map.entry("institutionId", "described-institution"),
            Map.entry("seminarId", "described-seminar"),
            Map.entry("officialId", "described-official"),
            Map.entry("initiativeId", "described-initiative"),
            Map.entry("statementId", "described-statement"),
            Map.entry("editionId", "described-edition"),
            Map.entry("collection", "networks"),
            Map.entry("id", "described-network"),
            Map.entry("key", "members"),
            Map.entry("code", "AR"),
            Map.entry("metric", "MEMBER_STATES"));
    /** Asked with, where an answer has more to it then. */
    private static final Map<String, String> MORE = Map.of(
            "/api/networks/{networkId}/diff", "?asOf1=2011&asOf2=2016",
            "/api/statements", "?verdict=true",
            "/ledger/consistency", "?from=1",
            "/api/{collection}/{id}/facts", "?annulled=true");

    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private static String event;

    @BeforeAll
    static void something_is_recorded_of_every_kind() {
        put("programmes/described-programme", "{'name': 'A Programme', 'establishedOn': '2008'}");
        put("institutions/described-institution", "{'name': 'A Ministry', 'kind': 'MINISTRY', 'state': 'AR'}");
        act("institutions/described-institution/open-office", "{'city': 'Salta', 'state': 'AR', 'from': '2010'}");
        put("networks/described-network", "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        put(
                "networks/described-network/memberships/described-membership",
                "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012-03'}");
        put(
                "officials/described-official",
                "{'fullName': 'Described Person', 'email': 'described@example.org', 'state': 'AR', 'institution':"
                        + " 'described-institution', 'position': 'Director', 'from': '2010'}");
        put(
                "networks/described-network/focal-points/described-seat",
                "{'state': 'AR', 'institution': 'described-institution', 'official': 'described-official', 'from':"
                        + " '2012'}");
        put(
                "networks/described-network/meetings/described-meeting",
                "{'title': 'A Meeting', 'ordinal': 1, 'startsOn': '2013-05', 'mode': 'IN_PERSON', 'city': 'Salta',"
                        + " 'hostState': 'AR', 'attendingStates': ['AR']}");
        put(
                "seminars/described-seminar",
                "{'title': 'A Seminar', 'programme': 'described-programme', 'edition': 'GLOBAL', 'startsOn':"
                        + " '2012-05-01', 'endsOn': '2012-05-05', 'city': 'Salta', 'state': 'AR', 'foundational': true}");
        act(
                "seminars/described-seminar/report-figures",
                "{'participants': 20, 'statesCount': 5, 'source': 'A report'}");
        act("seminars/described-seminar/assign-instructor", "{'official': 'described-official'}");
        act(
                "seminars/described-seminar/enrollments/record",
                "{'official': 'described-official', 'status': 'COMPLETED', 'on': '2012-05-05'}");
        put(
                "initiatives/described-initiative",
                "{'title': 'A Law', 'states': ['AR'], 'network': 'described-network', 'type': 'LEGISLATION', 'launchedOn':"
                        + " '2014'}");
        act("initiatives/described-initiative/reach-milestone", "{'title': 'A Draft', 'on': '2015'}");
        act("initiatives/described-initiative/name-contributor", "{'official': 'described-official'}");
        put(
                "statements/described-statement",
                "{'statedOn': '2015', 'metric': 'MEMBER_STATES', 'qualifier': 'EXACTLY', 'value': 2, 'scope':"
                        + " 'described-network', 'roster': ['AR', 'BO']}");
        put(
                "editions/described-edition",
                "{'title': 'A Report', 'figures': [{'key': 'members', 'label': 'Members', 'metric': 'MEMBER_STATES',"
                        + " 'scope': 'described-network', 'asOf': '2015', 'printed': 2}]}");
        put(
                "networks/described-network/memberships/later-membership",
                "{'state': 'BO', 'kind': 'MEMBER', 'from': '2013'}");
        RUNNING.settle();
        event = REGISTRY.get("/api/history?entity=network:described-network")
                .items()
                .get(0)
                .get("eventId")
                .asString();
    }

    private static void put(String path, String body) {
        Reply reply = REGISTRY.put("/api/" + path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isIn(200, 201);
    }

    private static void act(String path, String body) {
        Reply reply = REGISTRY.post("/api/" + path, body);
        assertThat(reply.status()).as(path + " " + reply.body()).isIn(200, 201);
    }

    @Test
    void every_answer_in_json_has_the_fields_that_are_described_and_no_others() {
        assertThat(asked(REGISTRY))
                .contains("/api/networks/{networkId}/diff", "/api/editions/{editionId}", "/api/history/{eventId}")
                .hasSizeGreaterThan(45);
    }

    /** What tells who somebody is is null then. */
    @Test
    void so_has_every_answer_to_who_sees_no_persons() {
        REGISTRY.put("/api/accounts/described", "{'password': 'a dashboard to be described', 'roles': ['DASHBOARD']}")
                .expect(201);
        assertThat(asked(REGISTRY.as("described", "a dashboard to be described")))
                .contains("/api/networks/{networkId}/focal-points", "/api/initiatives/{initiativeId}")
                .hasSizeGreaterThan(20);
    }

    /** The addresses that answered, each as it is described. */
    private static Set<String> asked(Client client) {
        JsonNode document = REGISTRY.get("/v3/api-docs").expect(200).json();
        ApiSchema schemas = new ApiSchema(document);
        List<String> faults = new ArrayList<>();
        Set<String> asked = new TreeSet<>();
        document.get("paths").properties().forEach(path -> {
            JsonNode schema = path.getValue()
                    .at("/get/responses/200/content")
                    .path("application/json")
                    .path("schema");
            String address = address(path.getKey());
            if (!schema.isMissingNode() && !address.contains("{")) {
                Reply reply = client.get(address + MORE.getOrDefault(path.getKey(), ""), "Accept", "application/json");
                if (reply.status() == 200) {
                    asked.add(path.getKey());
                    schemas.faults(reply.json(), schema).forEach(fault -> faults.add(address + " " + fault));
                }
            }
        });
        assertThat(faults).isEmpty();
        return asked;
    }

    @Test
    void refusals_and_dry_runs_are_described_too() {
        ApiSchema schemas = new ApiSchema(REGISTRY.get("/v3/api-docs").json());
        JsonNode document = REGISTRY.get("/v3/api-docs").json();
        JsonNode problem = document.at("/components/schemas/Problem");
        JsonNode answer = document.at("/components/schemas/CommandAnswer");
        for (Reply refused : List.of(
                REGISTRY.get("/api/networks?asOf=yesteryear"),
                REGISTRY.get("/api/networks?asof=2012"),
                REGISTRY.get("/api/networks/nowhere"),
                REGISTRY.withoutLogin().get("/api/networks"),
                REGISTRY.put("/api/networks/described-network", "{'name': 'Another', 'kind': 'REGIONAL'}"),
                REGISTRY.put("/api/networks/described-other", "{'nam': 'Another'}"))) {
            assertThat(refused.status()).isBetween(400, 499);
            assertThat(schemas.faults(refused.json(), problem)).isEmpty();
        }
        Reply tried = REGISTRY.post(
                "/api/networks/described-network/memberships?dryRun=true",
                "{'state': 'CL', 'kind': 'MEMBER', 'from': '2013'}");
        assertThat(schemas.faults(tried.expect(200).json(), answer)).isEmpty();
        Reply again = REGISTRY.put(
                "/api/networks/described-network/memberships/described-membership",
                "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012-03'}");
        assertThat(schemas.faults(again.expect(200).json(), answer)).isEmpty();
    }

    /** With a variable left in it where there is nothing that stands for it. */
    private static String address(String path) {
        String address = path.replace("accounts/{name}", "accounts/admin")
                .replace("projections/{name}", "projections/networks")
                .replace("{eventId}", event);
        for (Map.Entry<String, String> value : VALUES.entrySet()) {
            address = address.replace("{" + value.getKey() + "}", value.getValue());
        }
        return address;
    }
}
