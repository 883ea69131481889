package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;

/** Lists come in pages that name their neighbours, in the order asked for, and as CSV that no spreadsheet executes. */
class ListAnswersTest {
    private static final List<String> STATES = List.of("AR", "BO", "BR", "CL", "CO", "CR", "DO");
    private static final Pattern NEXT = Pattern.compile("<([^>]*)>; rel=\"next\"");

    private static final Client REGISTRY = RunningRegistry.shared().client();
    private static final String NETWORK = Ids.next("network");
    private static final String MEMBERS = NETWORK + "/members?atLeastVersion=" + (STATES.size() + 1);

    @BeforeAll
    static void record_seven_members() {
        REGISTRY.put(NETWORK, "{'name': '=HYPERLINK(0)', 'kind': 'REGIONAL'}").expect(201);
        for (String state : STATES) {
            REGISTRY.put(
                            NETWORK + "/memberships/member-" + state.toLowerCase(),
                            "{'state': '" + state
                                    + "', 'kind': 'MEMBER', 'from': '2012', 'source': '+1; \\\"quoted\\\"'}")
                    .expect(201);
        }
    }

    @Test
    void whoever_follows_next_sees_everything_once() {
        List<String> seen = new ArrayList<>();
        String address = MEMBERS + "&size=3";
        while (address != null) {
            Reply page = REGISTRY.get(address).expect(200);
            assertThat(page.json().get("total").asInt()).isEqualTo(STATES.size());
            page.items().forEach(item -> seen.add(item.get("state").asString()));
            Matcher next = NEXT.matcher(page.header("Link"));
            address = next.find() ? next.group(1) : null;
        }
        assertThat(seen).containsExactlyInAnyOrderElementsOf(STATES);
    }

    @Test
    void a_page_after_the_last_is_empty() {
        Reply page = REGISTRY.get(MEMBERS + "&size=3&page=9").expect(200);
        assertThat(page.items()).isEmpty();
        assertThat(page.header("Link"))
                .contains("rel=\"first\"", "rel=\"last\"")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void a_list_says_how_old_it_is_and_for_when_it_answers() {
        Reply page = REGISTRY.get(MEMBERS + "&asOf=2013").expect(200);
        assertThat(page.text("asOf")).isEqualTo("2013");
        assertThat(page.text("knownAt")).endsWith("Z");
        assertThat(page.json().get("position").asLong()).isPositive();
        assertThat(page.json().get("lag").asLong()).isNotNegative();
    }

    @Test
    void is_sorted_as_asked() {
        assertThat(REGISTRY.get(MEMBERS + "&sort=state,desc")
                        .expect(200)
                        .items()
                        .get(0)
                        .get("state")
                        .asString())
                .isEqualTo("DO");
        Reply unsorted = REGISTRY.get(MEMBERS + "&sort=password").expect(400);
        assertThat(unsorted.text("code")).isEqualTo("MALFORMED");
    }

    @Test
    void is_json_for_whoever_does_not_ask_for_anything_else() {
        assertThat(REGISTRY.get(MEMBERS, "Accept", "*/*").expect(200).header("Content-Type"))
                .startsWith("application/json");
        assertThat(REGISTRY.get(MEMBERS).expect(200).header("Content-Type")).startsWith("application/json");
    }

    @Test
    void is_csv_for_whoever_asks_for_it_and_no_cell_is_a_formula() {
        Reply csv = REGISTRY.get(MEMBERS, "Accept", "text/csv").expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        String[] lines = csv.body().split("\r\n");
        assertThat(lines).hasSize(STATES.size() + 1);
        assertThat(lines[0]).startsWith("state,name,kind,from,until,certain");
        assertThat(lines[1]).startsWith("AR,Argentina,MEMBER,2012,,true").contains(",\"'+1; \"\"quoted\"\"\",");
        assertThat(REGISTRY.get("/api/networks", "Accept", "text/csv").body()).contains(",'=HYPERLINK(0),");
    }

    @Test
    void the_list_of_nothing_still_has_its_header_as_csv() {
        String csv = REGISTRY.get(MEMBERS + "&asOf=1990", "Accept", "text/csv")
                .expect(200)
                .body();
        assertThat(csv).startsWith("state,name,kind").hasLineCount(1);
    }
}
