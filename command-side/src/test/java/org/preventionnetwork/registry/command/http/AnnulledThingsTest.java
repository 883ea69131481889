package org.preventionnetwork.registry.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.command.http.Client.Answer;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A thing that somebody else has just annulled as a whole is not one that never was. */
@HttpTest
class AnnulledThingsTest {
    private static final String LAUNCH = "{'title': 'I', 'states': ['AR'], 'type': 'NATIONAL_MECHANISM'}";
    private static final String WHY = "{'reason': 'never was'}";

    private Client client;

    @BeforeEach
    void a_client(@LocalServerPort int port) {
        client = new Client(port);
        client.put("/api/programmes/annulled-things", "{'name': 'P'}");
    }

    private static String body(String deed) {
        return switch (deed) {
            case "annul" -> WHY;
            case "correct" -> "{'title': 'J', 'correctionKind': 'LATE_REPORT', 'reason': 'r'}";
            case "change-stage" -> "{'stage': 'OFFICIALLY_ESTABLISHED', 'on': '2020'}";
            default -> "{'title': 'Law', 'on': '2020'}";
        };
    }

    @ParameterizedTest
    @CsvSource({"annul,annul", "annul,correct", "annul,reach-milestone", "annul,change-stage"})
    void losers_of_a_race_for_a_whole_initiative_hear_that_it_is_annulled(String one, String other) {
        for (boolean conditional : new boolean[] {false, true}) {
            String initiative = "/api/initiatives/i-" + RandomId.next();
            Answer made = client.put(initiative, LAUNCH);
            assertThat(made.status()).isEqualTo(201);
            String[] headers = conditional ? new String[] {"If-Match", made.header("ETag")} : new String[0];
            List<Answer> answers = IntStream.range(0, 12)
                    .parallel()
                    .mapToObj(i -> i % 2 == 0 ? one : other)
                    .map(deed -> client.post(initiative + "/" + deed, body(deed), headers))
                    .toList();
            assertThat(answers).extracting(Answer::status).contains(200).containsOnly(200, conditional ? 412 : 409);
            if (!conditional) {
                assertThat(answers.stream().filter(answer -> answer.status() == 409))
                        .isNotEmpty()
                        .allSatisfy(answer -> assertThat(answer.text("code")).isEqualTo("ALREADY_ANNULLED"));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programmes | {'name': 'P'} | rename | {'name': 'Q', 'from': '2020'}",
                "institutions | {'name': 'M', 'kind': 'MINISTRY', 'state': 'AR'} | rename | {'name': 'N', 'from': '2020'}",
                "networks | {'name': 'N', 'kind': 'REGIONAL'} | rename | {'name': 'M', 'from': '2020'}",
                "networks | {'name': 'N', 'kind': 'REGIONAL'} | memberships | {'state': 'BO', 'kind': 'MEMBER', 'from': '2012'}",
                "officials | {'fullName': 'An Official'} | grant-alumni-status | {'on': '2020'}",
                "initiatives | {'title': 'I', 'states': ['AR'], 'type': 'NATIONAL_MECHANISM'} | reach-milestone | {'title': 'Law', 'on': '2020'}",
                "statements | {'statedOn': '2020', 'metric': 'MEMBER_STATES', 'qualifier': 'EXACTLY', 'value': 3} | withdraw | {'on': '2021'}",
                "seminars | {'title': 'S', 'programme': 'annulled-things', 'edition': 'GLOBAL', 'startsOn': '2020-01-06', 'languages': [], 'foundational': false, 'themes': [], 'coOrganisers': []} | reschedule | {'startsOn': '2020-02-03'}"
            })
    void whatever_is_annulled_is_known_to_have_been(String collection, String creation, String deed, String body) {
        String thing = "/api/" + collection + "/t-" + RandomId.next();
        Answer unknown = client.post(thing + "/" + deed, body);
        assertThat(unknown.status()).as(unknown.body()).isEqualTo(404);
        Answer made = client.put(thing, creation);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(client.post(thing + "/facts/" + made.text("factId") + "/annul", WHY)
                        .status())
                .isEqualTo(200);
        Answer late = client.post(thing + "/" + deed, body);
        assertThat(late.status()).as(late.body()).isEqualTo(409);
        assertThat(late.text("code")).isEqualTo("ALREADY_ANNULLED");
    }

    @Test
    void what_is_recorded_anew_is_there_again() {
        String initiative = "/api/initiatives/i-" + RandomId.next();
        client.put(initiative, LAUNCH);
        client.post(initiative + "/annul", WHY);
        assertThat(client.post(initiative + "/annul", WHY).text("code")).isEqualTo("ALREADY_ANNULLED");
        assertThat(client.put(initiative, LAUNCH).status()).isIn(200, 201);
        assertThat(client.post(initiative + "/reach-milestone", body("reach-milestone"))
                        .status())
                .isEqualTo(200);
    }
}
