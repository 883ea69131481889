package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            String csv = registry.get(
                            "/api/" + list + (list.contains("?") ? "&" : "?") + "size=500", "Accept", FOR_SPREADSHEETS)
                    .expect(200)
                    .body();
            JsonNode report = Imports.run(registry, "download.csv", csv);
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
