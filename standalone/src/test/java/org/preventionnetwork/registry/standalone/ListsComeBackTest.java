package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Lists that leave the registry for a spreadsheet, and come back from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsComeBackTest {
    private static final String MARK = "\uFEFF";
    private static final String FOR_SPREADSHEETS = "text/csv; bom=true";
    private final Client registry = RunningRegistry.shared().client();

    @BeforeAll
    void record_networks_whose_ends_follow_from_other_facts() throws IOException {
        Imports.run(registry, "institute.zip", Imports.institute());
        registry.put("/api/networks/back-1", "{'name': 'Réseau qui revient', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put("/api/institutions/back-ministry", "{'name': '=Ministry', 'kind': 'MINISTRY'}")
                .expect(201);
        member("back-gh", "GH", "MEMBER", "2011");
        member("back-ga", "GA", "MEMBER", "unknown");
        member("back-tg", "TG", "OBSERVER", "2012~");
        member("back-tg-2", "TG", "MEMBER", "2014-03");
        registry.put(
                        "/api/networks/back-1/meetings/back-meeting",
                        "{'title': 'First; \\\"so to say\\\"', 'startsOn': '2013', 'attendingStates': ['GH', 'TG'], 'ordinal': 1}")
                .expect(201);
        registry.put(
                        "/api/networks/back-1/focal-points/back-seat",
                        "{'state': 'GH', 'institution': 'back-ministry', 'from': '2012'}")
                .expect(201);
        registry.post("/api/networks/back-1/dissolve", "{'on': '2015-06-01'}").expect(200);
        RunningRegistry.shared().settle();
    }

    private void member(String id, String state, String kind, String from) {
        registry.put(
                        "/api/networks/back-1/memberships/" + id,
                        "{'state': '" + state + "', 'kind': '" + kind + "', 'from': '" + from + "'}")
                .expect(201);
    }

    @Test
    void a_list_asked_for_as_csv_is_imported_as_it_is_and_records_nothing() {
        Map<String, String> wrong = new LinkedHashMap<>();
        long before = position();
        for (String list : List.of(
                "networks/back-1/members?asOf=2013",
                "networks/back-1/members?asOf=2015-01",
                "networks/back-1/meetings?asOf=2014",
                "networks/back-1/focal-points?asOf=2014",
                "networks/latin-american-network/members?asOf=2020",
                "networks/latin-american-network/meetings?asOf=2025",
                "seminars/s-2008-10/enrollments?asOf=2025",
                "programmes?asOf=2025",
                "institutions?q=ministry",
                "networks?asOf=2014",
                "seminars?asOf=2025",
                "officials?asOf=2025",
                "initiatives?asOf=2025",
                "statements?asOf=2025")) {
            JsonNode report = Imports.run(registry, "download.csv", csv(list));
            if (report.get("recorded").asLong() != 0
                    || !report.get("status").asString().equals("COMPLETED")
                    || report.get("unchanged").asLong() == 0
                    || list.contains("networks/")
                            && report.get("unchanged").asLong()
                                    != report.get("rowsTotal").asLong()) {
                wrong.put(list, report.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(position()).isEqualTo(before);
    }

    /** What was said anew holds since; it corrects nothing of the beginning, and is no other account of it. */
    @Test
    void a_list_of_what_changed_since_it_was_recorded_comes_back_unchanged_whatever_its_day() {
        registry.put("/api/programmes/back-changing", "{'name': 'Changing', 'establishedOn': '2010'}")
                .expect(201);
        seminar("plain", "", "conclude", "{}");
        seminar("convened", "", "convene", "{'on': '2014-05-01'}");
        seminar("in-session", ", 'endsOn': '2026'", "convene", "{'on': '2014-05-01'}");
        seminar("cancelled", "", "cancel", "{'on': '2014'}");
        seminar("moved", "", "reschedule", "{'startsOn': '2014-06-01', 'endsOn': '2014-06-05', 'on': '2014'}");
        seminar("moved-back", ", 'endsOn': '2014-05-03'", "reschedule", "{'startsOn': '2014-07'}");
        seminar(
                "elsewhere",
                ", 'city': 'Lima', 'state': 'PE'",
                "relocate",
                "{'mode': 'ONLINE', 'venue': 'Hall', 'on': '2014-02'}");
        seminar("larger", "", "change-capacity", "{'capacity': 30, 'on': '2014-02'}");
        seminar("unlimited", ", 'capacity': 20", "change-capacity", "{'on': '2014-02'}");
        seminar("taught", "", "set-curriculum", "{'themes': ['Law', 'History'], 'on': '2014-02'}");
        seminar("joined", ", 'coOrganisers': ['A body']", "add-co-organiser", "{'organiser': 'Some body'}");
        seminar("left", ", 'coOrganisers': ['A body', 'Some body']", "remove-co-organiser", "{'organiser': 'A body'}");
        registry.post("/api/programmes/back-changing/rename", "{'name': 'Changed', 'from': '2015'}")
                .expect(200);
        registry.put("/api/institutions/back-renamed", "{'name': 'Changing office', 'kind': 'MINISTRY'}")
                .expect(201);
        registry.post("/api/institutions/back-renamed/rename", "{'name': 'Office that changed', 'from': '2015'}")
                .expect(200);
        registry.put("/api/networks/back-renamed", "{'name': 'Changing network', 'kind': 'REGIONAL'}")
                .expect(201);
        registry.post("/api/networks/back-renamed/rename", "{'name': 'Network that changed', 'from': '2015'}")
                .expect(200);
        registry.put("/api/officials/back-person", "{'fullName': 'Baku Changer', 'state': 'AZ'}")
                .expect(201);
        registry.post("/api/officials/back-person/change-contact", "{'email': 'baku@example.org', 'from': '2015'}")
                .expect(200);
        registry.post(
                        "/api/officials/back-person/change-affiliation",
                        "{'state': 'GE', 'position': 'Judge', 'from': '2015'}")
                .expect(200);
        long before = RunningRegistry.shared().settle();

        Map<String, String> wrong = new LinkedHashMap<>();
        for (String day : List.of("2013-01-01", "2014-05-01", "2025", "2030")) {
            for (String list : List.of(
                    "seminars?programme=back-changing&", "programmes?", "institutions?", "networks?", "officials?")) {
                JsonNode report = Imports.run(registry, "download.csv", own(csv(list + "asOf=" + day)));
                if (report.get("rowsTotal").asLong() == 0
                        || report.get("unchanged").asLong()
                                != report.get("rowsTotal").asLong()) {
                    wrong.put(list + day, report.toString());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(RunningRegistry.shared().settle()).isEqualTo(before);
        assertThat(Imports.run(
                                registry,
                                "download.csv",
                                csv("seminars?programme=back-changing&asOf=2025")
                                        .replace("2014-07", "2014-08"))
                        .get("conflicts")
                        .asLong())
                .as("what nobody recorded is still another account")
                .isEqualTo(1);
    }

    private void seminar(String name, String more, String change, String how) {
        String path = "/api/seminars/back-" + name;
        registry.put(
                        path,
                        "{'title': 'Changing: " + name
                                + "', 'programme': 'back-changing', 'edition': 'OTHER', 'startsOn': '2014-05-01'" + more
                                + "}")
                .expect(201);
        registry.post(path + "/" + change, how).expect(200);
    }

    private String csv(String list) {
        return registry.get("/api/" + list + (list.contains("?") ? "&" : "?") + "size=500", "Accept", FOR_SPREADSHEETS)
                .expect(200)
                .body();
    }

    /** The header, and the lines of this class's own. */
    private static String own(String csv) {
        return csv.lines()
                .filter(line -> line.startsWith(MARK) || line.startsWith("back-"))
                .collect(Collectors.joining("\r\n"));
    }

    private long position() {
        return registry.get("/api/networks?size=1&atLeastPosition=0")
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    @Test
    void what_is_for_a_spreadsheet_begins_with_the_mark_by_which_it_knows_utf_8() {
        String id = Imports.run(registry, "memberships.csv", "network,state,kind,from\nback-1,Españah,MEMBER,2012\n")
                .get("id")
                .asString();
        for (String path : List.of(
                "/api/networks?size=1",
                "/api/history/export?entity=network:back-1",
                "/api/imports/" + id + "/problems")) {
            assertThat(registry.get(path, "Accept", FOR_SPREADSHEETS)
                            .expect(200)
                            .body())
                    .startsWith(MARK);
            assertThat(registry.get(path, "Accept", "text/csv").expect(200).body())
                    .as("a program's")
                    .doesNotContain(MARK);
        }
        assertThat(registry.get("/imports/" + id + "/problems.csv").expect(200).body())
                .startsWith(MARK + "file,line,column,value,code,detail\r\n")
                .contains("Españah");
    }
}
