package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/**
 * A state was an observer from 8 March 1999 until 1999 and a member from 1999: the source gives no better dates. However
 * it is recorded, each day has the state once, and says where the source leaves it open.
 */
class MembershipLadderTest {
    /** What is answered on a day: nothing, or the kind; {@code ?} where it is not certain. */
    private static final Map<String, String> ANSWERS = Map.of(
            "1998-12-31", "",
            "1999-03-08", "OBSERVER?",
            "1999-07-01", "OBSERVER?",
            "1999-12-30", "OBSERVER?",
            "1999-12-31", "MEMBER",
            "2000-01-01", "MEMBER",
            "1999", "MEMBER",
            "2020-02-29", "MEMBER");

    private final Client registry = RunningRegistry.shared().client();
    private final String network = Ids.next("network");
    private final String memberships = network + "/memberships";

    @Test
    void as_two_spells() {
        found();
        registry.put(memberships + "/first", "{'state': 'AR', 'kind': 'OBSERVER', 'from': '1999-03-08'}")
                .expect(201);
        registry.post(memberships + "/first/withdraw", "{'on': '1999'}").expect(200);
        assertAnswers(registry.put(memberships + "/second", "{'state': 'AR', 'kind': 'MEMBER', 'from': '1999'}")
                .expect(201));
    }

    @Test
    void as_two_spells_the_later_one_recorded_first() {
        found();
        registry.put(memberships + "/second", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2000'}")
                .expect(201);
        registry.put(memberships + "/first", "{'state': 'AR', 'kind': 'OBSERVER', 'from': '1999-03-08'}")
                .expect(201);
        registry.post(memberships + "/first/withdraw", "{'on': '1999'}").expect(200);
        assertAnswers(registry.post(
                        memberships + "/second/correct",
                        "{'from': '1999', 'correctionKind': 'CONFLICTING_SOURCES', 'reason': 'another list'}")
                .expect(200));
    }

    @Test
    void as_a_change_of_kind() {
        found();
        registry.put(memberships + "/first", "{'state': 'AR', 'kind': 'OBSERVER', 'from': '1999-03-08'}")
                .expect(201);
        assertAnswers(registry.post(memberships + "/first/change-kind", "{'kind': 'MEMBER', 'from': '1999'}")
                .expect(200));
    }

    @Test
    void as_rows_of_a_file() {
        found();
        String id = network.replaceAll(".*/", "");
        JsonNode report = Imports.run(
                registry,
                "memberships.csv",
                "network,state,kind,from,until\n" + id + ",AR,MEMBER,1999,\n" + id + ",AR,OBSERVER,1999-03-08,1999\n");
        assertThat(report.get("recorded").asInt()).as("%s", report).isEqualTo(2);
        assertAnswers(registry.get(network).expect(200));
    }

    private void found() {
        registry.put(network, "{'name': 'A Ladder', 'kind': 'INTERNATIONAL', 'foundedOn': '1998-05'}")
                .expect(201);
    }

    private void assertAnswers(Reply last) {
        String known = "&atLeastVersion=" + last.header("ETag").replace("\"", "");
        ANSWERS.forEach((day, expected) -> {
            List<JsonNode> members = registry.get(network + "/members?asOf=" + day + known)
                    .expect(200)
                    .items();
            assertThat(members.stream()
                            .map(member -> member.get("kind").asString()
                                    + (member.get("certain").asBoolean() ? "" : "?")))
                    .as(day)
                    .containsExactlyElementsOf(
                            Stream.of(expected).filter(kind -> !kind.isEmpty()).toList());
        });
        assertThat(registry.get(network + "/members?asOf=1999-02-01" + known).items())
                .as("at most once, and not for certain")
                .hasSizeLessThan(2)
                .allMatch(member -> !member.get("certain").asBoolean());
    }
}
