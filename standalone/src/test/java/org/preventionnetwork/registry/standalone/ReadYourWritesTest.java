package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;

/** Who has just told the registry something can ask for an answer that knows it; and can tell it again, safely. */
class ReadYourWritesTest {
    private static final List<String> STATES = List.of("AR", "BO", "BR", "CL", "CO", "CR", "DO", "EC", "SV", "GT");

    private final Client registry = RunningRegistry.shared().client();
    private final String network = Ids.next("network");

    @BeforeEach
    void record_a_network() {
        registry.put(network, "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                .expect(201);
    }

    @Test
    void an_answer_of_at_least_my_version_knows_what_i_have_just_recorded() {
        for (int i = 0; i < STATES.size(); i++) {
            Reply admitted = registry.post(
                            network + "/memberships",
                            "{'state': '" + STATES.get(i) + "', 'kind': 'MEMBER', 'from': '2012-03-29'}")
                    .expect(201);
            Reply members = registry.get(network + "/members?atLeastVersion=" + version(admitted))
                    .expect(200);
            assertThat(members.json().get("total").asInt()).isEqualTo(i + 1);
        }
    }

    @Test
    void an_answer_of_at_least_a_position_is_no_older() {
        long position = registry.get(network + "?atLeastVersion=2")
                .expect(200)
                .json()
                .get("position")
                .asLong();
        Reply later = registry.get("/api/networks?atLeastPosition=" + position).expect(200);
        assertThat(later.json().get("position").asLong()).isGreaterThanOrEqualTo(position);
    }

    @Test
    void the_overview_counts_what_was_acknowledged_before_without_being_asked_to() {
        for (int i = 0; i < 10; i++) {
            long before = networksOnTheOverview();
            registry.put(Ids.next("network"), "{'name': 'Another', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                    .expect(201);
            assertThat(networksOnTheOverview()).isEqualTo(before + 1);
        }
    }

    private long networksOnTheOverview() {
        String page = registry.get("/", "Accept", "text/html", "Accept-Language", "en")
                .expect(200)
                .body();
        Matcher tile = Pattern.compile("(?s)/figures/NETWORKS\".*?<strong>([0-9,]+)</strong>")
                .matcher(page);
        assertThat(tile.find()).isTrue();
        return Long.parseLong(tile.group(1).replace(",", ""));
    }

    @Test
    void an_answer_that_nobody_can_give_yet_is_put_off_after_two_seconds() {
        long asked = System.nanoTime();
        Reply later = registry.once(network + "?atLeastPosition=999999999").expect(503);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(1900));
        assertThat(later.header("Retry-After")).isEqualTo("1");
        assertThat(later.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(later.text("code")).isEqualTo("NOT_YET_KNOWN");
        registry.once(network + "?atLeastVersion=999").expect(503);
    }

    @Test
    void the_etag_of_an_answer_is_what_a_command_can_insist_on() {
        String seen = registry.get(network + "?atLeastVersion=2").expect(200).header("ETag");
        registry.post(network + "/rename", "{'name': 'Renamed', 'from': '2014'}", "If-Match", seen)
                .expect(200);
        Reply tooLate = registry.post(
                        network + "/rename", "{'name': 'Renamed again', 'from': '2015'}", "If-Match", seen)
                .expect(412);
        assertThat(tooLate.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(tooLate.text("code")).isEqualTo("VERSION_MOVED_ON");
    }

    @Test
    void a_retry_is_answered_like_the_first_time_and_records_nothing() {
        String body = "{'state': 'PE', 'kind': 'MEMBER', 'from': '2012', 'source': 'A report, page 3'}";
        Reply first = registry.put(network + "/memberships/peru", body).expect(201);
        assertThat(first.header("Location")).isEqualTo(network + "/memberships/peru");
        Reply again = registry.put(network + "/memberships/peru", body).expect(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.text("factId")).isEqualTo(first.text("factId"));
        registry.put(network, "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012-03-29'}")
                .expect(200);
        assertThat(registry.get(network + "?atLeastVersion=" + version(first)).header("ETag"))
                .isEqualTo(first.header("ETag"));
    }

    @Test
    void the_same_id_with_another_content_is_a_conflict() {
        Reply other = registry.put(network, "{'name': 'Another Network', 'kind': 'REGIONAL'}")
                .expect(409);
        assertThat(other.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(other.text("type")).isNotBlank();
        assertThat(other.text("code")).isNotBlank();
        assertThat(other.text("detail")).isNotBlank();
    }

    @Test
    void all_that_is_wrong_with_a_body_is_said_at_once() {
        Reply refused = registry.post(
                        network + "/memberships", "{'state': 'XX', 'kind': 'FRIEND', 'from': '12-03-2012'}")
                .expect(400);
        assertThat(refused.text("code")).isEqualTo("MALFORMED");
        assertThat(refused.json().get("errors").findValuesAsString("pointer"))
                .containsExactlyInAnyOrder("/state", "/kind", "/from");
    }

    private static long version(Reply reply) {
        return Long.parseLong(reply.header("ETag").replace("\"", ""));
    }
}
