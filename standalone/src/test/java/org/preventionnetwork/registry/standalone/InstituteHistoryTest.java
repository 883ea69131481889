package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/**
 * What the registry is for, told from beginning to end. Eighteen states founded the Latin American Network on 29 March
 * 2012. One source no longer lists Bolivia in 2015, and that is recorded; another contradicts it, and that is recorded
 * too. What was believed in between stays answerable for ever: every answer has a day it is true on and a moment it was
 * known at.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InstituteHistoryTest {
    private static final String NETWORK = "/api/networks/latin-american-network";
    private static final String TODAY = LocalDate.now(ZoneOffset.UTC).toString();
    private static final Client REGISTRY = RunningRegistry.shared().client();

    /** Moments on the registry's own clock: with 18 members; without Bolivia; with Bolivia again. */
    private static String imported;

    private static String withdrawn;
    private static String corrected;

    @BeforeAll
    static void live_through_it() {
        JsonNode report = Imports.instituteInShared();
        assertThat(report.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(report.get("errors").asInt()).as("%s", report).isZero();
        imported = knownNow(NETWORK);

        String bolivia = NETWORK + "/memberships/"
                + bolivia("2012-06-01", imported)
                        .orElseThrow()
                        .get("membershipId")
                        .asString();
        Reply withdrawal = REGISTRY.post(
                        bolivia + "/withdraw",
                        "{'on': '2015~', 'source': 'Annual report 2015: a list of 17 states without Bolivia'}")
                .expect(200);
        withdrawn = knownNow(NETWORK + "?atLeastVersion=" + version(withdrawal));

        Reply correction = REGISTRY.post(
                        bolivia + "/correct",
                        "{'until': null, 'correctionKind': 'CONFLICTING_SOURCES',"
                                + " 'reason': 'Bolivia took part in the seminar of 2016 and is listed again later'}")
                .expect(200);
        corrected = knownNow(NETWORK + "?atLeastVersion=" + version(correction));
    }

    @Test
    @Order(1)
    void eighteen_states_belonged_to_it_in_june_2012_and_none_before_it_was_founded() {
        assertThat(members("2012-06-01", imported)).hasSize(18).allMatch(member -> member.get("certain")
                .asBoolean());
        assertThat(members("2012-03-29", imported)).hasSize(18);
        assertThat(members("2012-03-28", imported)).isEmpty();
        assertThat(members("2012-03-01", imported)).isEmpty();
    }

    @Test
    @Order(2)
    void before_the_withdrawal_was_recorded_bolivia_had_always_been_a_member() {
        for (String day : List.of("2012-06-01", "2015-06-01", "2016-06-01", TODAY)) {
            assertThat(members(day, imported)).hasSize(18);
            assertBolivia(day, imported, null, true);
        }
    }

    @Test
    @Order(3)
    void after_it_bolivia_had_left_at_some_time_in_2015() {
        assertBolivia("2012-06-01", withdrawn, "2015~", true);
        assertBolivia("2014-12-31", withdrawn, "2015~", true);
        assertBolivia("2015-06-01", withdrawn, "2015~", false);
        for (String day : List.of("2016-06-01", TODAY)) {
            assertThat(bolivia(day, withdrawn)).isEmpty();
            assertThat(members(day, withdrawn)).hasSize(17);
        }
        assertThat(members("2015-06-01", withdrawn)).hasSize(18);
    }

    @Test
    @Order(4)
    void after_the_correction_bolivia_never_left() {
        for (String day : List.of("2012-06-01", "2015-06-01", "2016-06-01", TODAY)) {
            assertThat(members(day, corrected)).hasSize(18);
            assertBolivia(day, corrected, null, true);
        }
    }

    @Test
    @Order(5)
    void an_answer_without_a_moment_is_todays_knowledge() {
        Reply now = REGISTRY.get(NETWORK + "/members?asOf=2016").expect(200);
        assertThat(now.json().get("total").asInt()).isEqualTo(18);
        assertThat(now.text("asOf")).isEqualTo("2016");
    }

    @Test
    @Order(6)
    void what_differs_between_two_moments_names_the_events_that_made_it() {
        JsonNode left = difference("asOf1=2016-06-01&asOf2=2016-06-01&knownAt1=" + imported + "&knownAt2=" + withdrawn);
        assertThat(left.get("first").asString()).contains("MEMBER from 2012-03-29");
        assertThat(left.get("second").isNull()).isTrue();
        assertThat(types(left)).contains("network.StateWithdrew").doesNotContain("network.FactAnnulled");

        JsonNode back =
                difference("asOf1=2016-06-01&asOf2=2016-06-01&knownAt1=" + withdrawn + "&knownAt2=" + corrected);
        assertThat(back.get("first").isNull()).isTrue();
        assertThat(back.get("second").asString()).contains("MEMBER from 2012-03-29");
        assertThat(types(back)).contains("network.FactAnnulled");
        JsonNode taken = REGISTRY.get("/api/history?type=network.FactAnnulled&entity=network:latin-american-network")
                .expect(200)
                .items()
                .get(0);
        assertThat(taken.get("correctionKind").asString()).isEqualTo("CONFLICTING_SOURCES");
        assertThat(taken.get("summary").asString()).startsWith("Annulled (conflicting sources): ");

        JsonNode flagged =
                difference("asOf1=2015-06-01&asOf2=2015-06-01&knownAt1=" + imported + "&knownAt2=" + withdrawn);
        assertThat(flagged.get("second").asString()).contains("until 2015~", "uncertain");
        assertThat(types(flagged)).containsExactly("network.StateWithdrew");
    }

    @Test
    @Order(7)
    void what_differs_between_two_days_names_the_events_that_made_it() {
        JsonNode left =
                difference("asOf1=2014-06-01&asOf2=2016-06-01&knownAt1=" + withdrawn + "&knownAt2=" + withdrawn);
        assertThat(types(left)).contains("network.StateWithdrew");
        Reply none = REGISTRY.get(NETWORK + "/diff?asOf1=2014-06-01&asOf2=2016-06-01&knownAt1=" + corrected
                        + "&knownAt2=" + corrected)
                .expect(200);
        assertThat(none.json().get("differences").findValuesAsString("what")).doesNotContain("member");
    }

    @Test
    @Order(8)
    void the_history_tells_all_of_it_in_plain_words() {
        List<JsonNode> told = REGISTRY.get(
                        "/api/history?entity=network:latin-american-network&q=Bolivia&atLeastPosition="
                                + REGISTRY.get(NETWORK).text("position"))
                .expect(200)
                .items();
        assertThat(told).hasSizeGreaterThanOrEqualTo(3);
        assertThat(told.get(0).get("reason").asString()).contains("seminar of 2016");
        assertThat(told.get(1).get("source").asString()).contains("Annual report 2015");
        assertThat(told.get(told.size() - 1).get("summary").asString())
                .contains("Bolivia", "admitted", "Latin American Network", "member", "2012-03-29");
    }

    @Test
    @Order(9)
    void the_same_files_again_record_nothing() {
        long before = recorded();
        JsonNode report = Imports.run(REGISTRY, "institute.zip", Imports.institute());
        assertThat(report.get("recorded").asInt()).isZero();
        assertThat(report.get("errors").asInt()).isZero();
        assertThat(report.get("conflicts").asInt()).isZero();
        assertThat(recorded()).isEqualTo(before);
    }

    private static long recorded() {
        String all = "/api/history?size=1&atLeastPosition="
                + RunningRegistry.shared().settle();
        return REGISTRY.get(all).expect(200).json().get("total").asLong();
    }

    private static JsonNode difference(String points) {
        for (JsonNode difference :
                REGISTRY.get(NETWORK + "/diff?" + points).expect(200).json().get("differences")) {
            if (difference.get("what").asString().equals("member")) {
                assertThat(difference.get("key").asString()).isEqualTo("BO");
                return difference;
            }
        }
        throw new AssertionError("no member differs at " + points);
    }

    private static List<String> types(JsonNode difference) {
        return difference.get("events").findValuesAsString("type");
    }

    private static void assertBolivia(String day, String knownAt, String until, boolean certain) {
        JsonNode member = bolivia(day, knownAt).orElseThrow();
        assertThat(member.get("name").asString()).isEqualTo("Bolivia");
        assertThat(member.get("kind").asString()).isEqualTo("MEMBER");
        assertThat(member.get("from").asString()).isEqualTo("2012-03-29");
        assertThat(member.get("until").asString(null)).isEqualTo(until);
        assertThat(member.get("certain").asBoolean()).isEqualTo(certain);
    }

    private static Optional<JsonNode> bolivia(String day, String knownAt) {
        return members(day, knownAt).stream()
                .filter(member -> member.get("state").asString().equals("BO"))
                .findAny();
    }

    private static List<JsonNode> members(String day, String knownAt) {
        return REGISTRY.get(NETWORK + "/members?asOf=" + day + "&knownAt=" + knownAt)
                .expect(200)
                .items();
    }

    private static String knownNow(String address) {
        return REGISTRY.get(address).expect(200).text("knownAt");
    }

    private static long version(Reply reply) {
        return Long.parseLong(reply.header("ETag").replace("\"", ""));
    }
}
