package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/**
 * The annual report of 2024 goes to print with three members. In 2025 a letter turns up: one of them had left before.
 * Whoever opens the report a year later asks why the number is another one now, and is answered with the letter.
 */
class PinnedEditionTest {
    private final Client registry = RunningRegistry.shared().client();
    private final String network = Ids.next("network");
    private final String memberships = network + "/memberships";
    private final String edition = Ids.next("edition");
    private final String report = "{'title': 'Annual report 2024', 'publishedOn': '2025-03', 'figures': ["
            + "{'key': 'members', 'label': 'States in the network', 'metric': 'MEMBER_STATES',"
            + " 'scope': 'network:" + network.replaceAll(".*/", "") + "', 'asOf': '2024', 'printed': 4},"
            + "{'key': 'observers', 'label': 'Observers', 'metric': 'OBSERVER_STATES',"
            + " 'scope': 'network:" + network.replaceAll(".*/", "") + "', 'asOf': '2024'}]}";

    @BeforeEach
    void record_three_members() {
        registry.put(network, "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                .expect(201);
        for (String state : List.of("AR", "BO", "PE")) {
            registry.put(memberships + "/" + state.toLowerCase() + "-member", member(state))
                    .expect(201);
        }
    }

    private static String member(String state) {
        return "{'state': '" + state + "', 'kind': 'MEMBER', 'from': '2012-03-29', 'source': 'Founding act'}";
    }

    @Test
    void why_did_this_number_change() {
        // The report is printed. The registry says 3, whatever the designer set in type.
        Reply pinned = registry.put(edition, report).expect(201);
        assertThat(pinned.header("Location")).isEqualTo(edition);
        JsonNode printed = figure(asked(pinned, ""), "members");
        assertThat(printed.get("printed").asInt()).isEqualTo(4);
        assertThat(printed.at("/pinned/minimum").asInt()).isEqualTo(3);
        assertThat(printed.at("/pinned/maximum").asInt()).isEqualTo(3);
        assertThat(printed.at("/today/maximum").asInt()).isEqualTo(3);
        assertThat(printed.get("changed").asBoolean()).isFalse();
        assertThat(printed.get("changes")).isEmpty();

        // Life goes on: what is recorded of later years is no business of the report's.
        registry.put(memberships + "/cl-member", "{'state': 'CL', 'kind': 'MEMBER', 'from': '2025-06-01'}")
                .expect(201);
        registry.post(network + "/rename", "{'name': 'The Network', 'from': '2020'}")
                .expect(200);

        // A letter turns up, and is first recorded with the wrong year.
        registry.post(memberships + "/bo-member/withdraw", "{'on': '2026-01-01', 'source': 'Letter of Bolivia'}")
                .expect(200);
        Reply corrected = registry.post(
                        memberships + "/bo-member/correct",
                        "{'until': '2023-05-01', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'the letter says 2023',"
                                + " 'source': 'Letter of Bolivia, p. 1'}")
                .expect(200);

        // A year later somebody opens the report again.
        JsonNode answer = asked(pinned, "&atLeastPosition=" + position(corrected));
        JsonNode members = figure(answer, "members");
        assertThat(members.get("printed").asInt()).isEqualTo(4);
        assertThat(members.at("/pinned/minimum").asInt()).isEqualTo(3);
        assertThat(members.at("/today/minimum").asInt()).isEqualTo(2);
        assertThat(members.at("/today/maximum").asInt()).isEqualTo(2);
        assertThat(members.get("changed").asBoolean()).isTrue();
        assertThat(members.get("rowsAdded")).isEmpty();
        assertThat(members.at("/rowsRemoved/0/counts").asString()).isEqualTo("BO");

        // One event made the difference: not the withdrawal as it was recorded at first, but its correction.
        assertThat(members.get("changesTotal").asInt()).isEqualTo(1);
        JsonNode why = members.at("/changes/0");
        assertThat(why.get("type").asString()).isEqualTo("network.FactCorrected");
        assertThat(why.get("actor").asString()).isEqualTo("admin");
        assertThat(why.get("reason").asString()).isEqualTo("the letter says 2023");
        assertThat(why.get("source").asString()).isEqualTo("Letter of Bolivia, p. 1");
        assertThat(why.get("summary").asString())
                .startsWith("Corrected (clerical error): withdrawal of Bolivia from")
                .endsWith("on 2026-01-01 → 2023-05-01");
        assertThat(why.get("position").asLong())
                .isGreaterThan(answer.get("pinnedPosition").asLong());
        assertThat(why.at("/after/maximum").asInt()).isEqualTo(2);
        assertThat(why.at("/rowsRemoved/0/counts").asString()).isEqualTo("BO");
        assertThat(registry.get("/api/history/" + why.get("eventId").asString())
                        .expect(200)
                        .text("reason"))
                .isEqualTo("the letter says 2023");

        // The other figure is what it was, and so is this one for who asks what was known before the correction.
        assertThat(figure(answer, "observers").get("changed").asBoolean()).isFalse();
        JsonNode before = registry.get(
                        edition + "?knownAtPosition=" + (why.get("position").asLong() - 1))
                .expect(200)
                .json();
        assertThat(figure(before, "members").get("changed").asBoolean()).isFalse();

        // Every event that changed a figure can be listed, page by page.
        Reply changes = registry.get(edition + "/figures/members/changes").expect(200);
        assertThat(changes.items()).containsExactly(why);

        // The report is sent again, with no position: it is there already, pinned to where it was.
        registry.put(edition, report).expect(200);
        assertThat(asked(pinned, "").get("pinnedPosition")).isEqualTo(answer.get("pinnedPosition"));

        // And when the publisher takes it back, it says so.
        Reply withdrawn =
                registry.post(edition + "/withdraw", "{'on': '2025-09'}").expect(200);
        assertThat(asked(withdrawn, "&asOf=2026").get("withdrawn").asBoolean()).isTrue();
    }

    @Test
    void an_edition_cannot_be_pinned_to_what_is_not_recorded_yet() {
        Reply refused = registry.put(edition, report.replace("'figures'", "'position': 999999999, 'figures'"))
                .expect(409);
        assertThat(refused.text("code")).isEqualTo("POSITION_BEYOND_LEDGER");
        assertThat(refused.text("detail")).contains("the ledger reaches to position ");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/position");
    }

    @Test
    void a_figure_of_what_is_not_recorded_is_refused_by_its_place_in_the_body() {
        Reply refused = registry.put(
                        edition,
                        "{'title': 'Report', 'figures': [{'key': 'alumni', 'label': 'Alumni', 'metric': 'ALUMNI',"
                                + " 'asOf': '2024', 'scope': 'there-is-none'}]}")
                .expect(409);
        assertThat(refused.text("code")).isEqualTo("UNKNOWN_REFERENCE");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/figures/0/scope");
    }

    @Test
    void what_was_told_just_before_is_in_the_edition() {
        for (String state : List.of("BR", "CL", "CO", "CR", "DO")) {
            registry.put(memberships + "/" + state.toLowerCase() + "-member", member(state))
                    .expect(201);
            String another = Ids.next("edition");
            Reply pinned = registry.put(another, report).expect(201);
            JsonNode members = figure(
                    registry.get(another + "?atLeastVersion=" + version(pinned))
                            .expect(200)
                            .json(),
                    "members");
            assertThat(members.at("/rowsAdded")).isEmpty();
            assertThat(members.get("pinned")).isEqualTo(members.get("today"));
        }
    }

    private JsonNode asked(Reply known, String more) {
        return registry.get(edition + "?atLeastVersion=" + version(known) + more)
                .expect(200)
                .json();
    }

    private long position(Reply recorded) {
        return registry.get(network + "?atLeastVersion=" + version(recorded))
                .expect(200)
                .json()
                .get("position")
                .asLong();
    }

    private static JsonNode figure(JsonNode edition, String key) {
        return StreamSupport.stream(edition.get("figures").spliterator(), false)
                .filter(figure -> figure.get("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static long version(Reply reply) {
        return Long.parseLong(reply.header("ETag").replace("\"", ""));
    }
}
