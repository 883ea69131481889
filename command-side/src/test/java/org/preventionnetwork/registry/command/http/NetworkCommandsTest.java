package org.preventionnetwork.registry.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.command.http.Client.Answer;
import org.preventionnetwork.registry.command.reading.RandomId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HttpTest
class NetworkCommandsTest {
    private static final String REGISTRATION = "{'name': 'Latin American Network', 'kind': 'REGIONAL'}";
    private static final String ADMISSION = "{'state': 'BO', 'kind': 'MEMBER', 'from': '2012-03-29'}";

    @Autowired
    private EventStorageEngine events;

    @Autowired
    private EventStore store;

    private Client client;
    private String network;

    @BeforeEach
    void a_network(@LocalServerPort int port) {
        client = new Client(port);
        network = "/api/networks/n-" + RandomId.next();
    }

    private void registered() {
        assertThat(client.put(network, REGISTRATION).status()).isEqualTo(201);
    }

    private List<? extends DomainEventMessage<?>> recorded() {
        return events.readEvents("network:" + network.substring("/api/networks/".length()))
                .asStream()
                .toList();
    }

    @Nested
    class creating {
        @Test
        void answers_201_with_address_version_and_fact() {
            Answer answer = client.put(network, REGISTRATION);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.header("Location")).isEqualTo(network);
            assertThat(answer.header("ETag")).isEqualTo("\"1\"");
            assertThat(answer.json().get("version").asInt()).isEqualTo(1);
            assertThat(answer.text("outcome")).isEqualTo("CREATED");
            assertThat(answer.text("factId")).isNotEmpty();
        }

        @Test
        void again_with_the_same_values_answers_200_and_records_nothing() {
            Answer first = client.put(network, REGISTRATION);
            Answer again = client.put(network, REGISTRATION);
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.text("outcome")).isEqualTo("UNCHANGED");
            assertThat(again.text("factId")).isEqualTo(first.text("factId"));
            assertThat(recorded()).hasSize(1);
        }

        @Test
        void again_with_other_values_is_a_conflict_that_names_what_stands_against_it() {
            Answer first = client.put(network, REGISTRATION);
            Answer other = client.put(network, "{'name': 'Another name', 'kind': 'REGIONAL'}");
            assertThat(other.status()).isEqualTo(409);
            assertThat(other.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(other.json().get("facts").get(0).asString()).isEqualTo(first.text("factId"));
            assertThat(recorded()).hasSize(1);
        }

        @Test
        void without_an_id_in_hand_makes_one() {
            Answer answer = client.post("/api/networks", REGISTRATION);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.text("networkId")).matches("[a-z2-7]{20}");
            assertThat(answer.header("Location")).isEqualTo("/api/networks/" + answer.text("networkId"));
        }

        @Test
        void a_part_answers_with_its_id_and_its_own_version() {
            registered();
            Answer posted = client.post(network + "/memberships", ADMISSION);
            assertThat(posted.status()).isEqualTo(201);
            String id = posted.text("membershipId");
            assertThat(posted.header("Location")).isEqualTo(network + "/memberships/" + id);
            Answer retried = client.put(network + "/memberships/" + id, ADMISSION);
            assertThat(retried.status()).isEqualTo(200);
            assertThat(retried.header("ETag")).isEqualTo(posted.header("ETag"));
            Answer elsewhere = client.post(network + "/memberships", ADMISSION);
            assertThat(elsewhere.status()).isEqualTo(200);
            assertThat(elsewhere.text("membershipId")).isEqualTo(id);
            assertThat(recorded()).hasSize(2);
        }
    }

    @Nested
    class provenance {
        @Test
        void goes_into_the_metadata_of_the_event_and_the_expected_version_does_not() {
            registered();
            client.post(
                    network + "/found",
                    "{'on': '2012-03-29', 'source': 'Declaration, p. 1', 'note': 'signed'}",
                    "X-Actor",
                    "maria",
                    "If-Match",
                    "\"1\"");
            assertThat(recorded().get(1).getMetaData())
                    .containsEntry(Provenance.ACTOR, "maria")
                    .containsEntry(Provenance.ROLE, "SECRETARIAT")
                    .containsEntry(Provenance.SOURCE, "Declaration, p. 1")
                    .containsEntry(Provenance.NOTE, "signed")
                    .containsKeys("correlationId", "traceId")
                    .doesNotContainKey(Provenance.EXPECTED_VERSION);
            assertThat(recorded().get(0).getMetaData()).containsEntry(Provenance.ACTOR, "local");
        }

        @Test
        void a_further_source_is_recorded_of_what_is_known() {
            registered();
            Answer answer = client.put(network, REGISTRATION.replace("}", ", 'source': 'Web site'}"));
            assertThat(answer.text("outcome")).isEqualTo("SOURCE_ADDED");
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @Nested
    class an_expected_version {
        @Test
        void that_moved_on_is_answered_412() {
            registered();
            client.post(network + "/found", "{'on': '2012-03-29'}");
            Answer stale = client.post(network + "/rename", "{'name': 'N', 'from': '2013'}", "If-Match", "\"1\"");
            assertThat(stale.status()).isEqualTo(412);
            assertThat(stale.text("code")).isEqualTo("VERSION_MOVED_ON");
            assertThat(client.post(network + "/rename", "{'name': 'N', 'from': '2013'}", "If-Match", "\"2\"")
                            .header("ETag"))
                    .isEqualTo("\"3\"");
        }

        @Test
        void of_a_membership_is_not_made_stale_by_others() {
            registered();
            Answer bolivia = client.put(network + "/memberships/bolivia", ADMISSION);
            client.put(network + "/memberships/chile", ADMISSION.replace("BO", "CL"));
            assertThat(client.post(
                                    network + "/memberships/bolivia/withdraw",
                                    "{'on': '2015~'}",
                                    "If-Match",
                                    bolivia.header("ETag"))
                            .status())
                    .isEqualTo(200);
        }

        @Test
        void may_be_any_but_not_malformed() {
            assertThat(client.put(network, REGISTRATION, "If-Match", "7").status())
                    .isEqualTo(400);
            assertThat(client.put(network, REGISTRATION, "If-Match", "W/\"0\"").status())
                    .isEqualTo(400);
            assertThat(client.put(network, REGISTRATION, "If-Match", "*").status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class correcting {
        @Test
        void a_membership_reopens_it() {
            registered();
            client.put(network + "/memberships/bolivia", ADMISSION);
            client.post(network + "/memberships/bolivia/withdraw", "{'on': '2015~'}");
            Answer answer = client.post(
                    network + "/memberships/bolivia/correct",
                    "{'until': null, 'correctionKind': 'CONFLICTING_SOURCES', 'reason': 'listed again in 2016'}");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(recorded().get(3).getPayload())
                    .asInstanceOf(type(NetworkEvent.FactAnnulled.class))
                    .extracting(NetworkEvent.FactAnnulled::correctionKind)
                    .isEqualTo(CorrectionKind.CONFLICTING_SOURCES);
            assertThat(recorded().get(3).getMetaData()).containsEntry(Provenance.REASON, "listed again in 2016");
        }

        @Test
        void any_fact_needs_a_reason_and_a_kind() {
            registered();
            Answer answer = client.post(network + "/facts/no-such-fact/correct", "{'name': 'Another'}");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains("\"/correctionKind\"", "\"/reason\"");
            Answer annulled = client.post(
                    network + "/facts/" + client.put(network, REGISTRATION).text("factId") + "/annul", "{}");
            assertThat(annulled.status()).isEqualTo(400);
            assertThat(annulled.text("code")).isEqualTo("REASON_REQUIRED");
            assertThat(annulled.body()).contains("\"/reason\"");
        }

        @Test
        void a_fact_by_its_id() {
            String fact = client.put(network, REGISTRATION).text("factId");
            String correction = "{'name': 'The Network', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misspelt'}";
            assertThat(client.post(network + "/facts/" + fact + "/correct", correction)
                            .text("factId"))
                    .isEqualTo(fact);
            Answer wrong = client.post(
                    network + "/facts/" + fact + "/correct",
                    "{'from': '2013', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'r'}");
            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.text("code")).isEqualTo("NOT_CORRECTABLE");
            assertThat(wrong.body()).contains("\"/from\"");
        }

        @Test
        void what_later_facts_depend_on_is_refused_naming_them() {
            registered();
            String admission =
                    client.put(network + "/memberships/bolivia", ADMISSION).text("factId");
            String withdrawal = client.post(network + "/memberships/bolivia/withdraw", "{'on': '2015~'}")
                    .text("factId");
            Answer refused = client.post(network + "/facts/" + admission + "/annul", "{'reason': 'never'}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text("code")).isEqualTo("FACTS_DEPEND_ON_IT");
            assertThat(refused.text("type")).isEqualTo("/problems/facts-depend-on-it");
            assertThat(refused.json().get("facts").get(0).asString()).isEqualTo(withdrawal);
        }
    }

    @Nested
    class references {
        @Test
        void to_what_is_not_recorded_are_refused_naming_the_field() {
            Answer answer = client.put(network, REGISTRATION.replace("}", ", 'secretariat': 'nobody'}"));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text("code")).isEqualTo("UNKNOWN_REFERENCE");
            assertThat(answer.json().get("errors").get(0).get("pointer").asString())
                    .isEqualTo("/secretariat");
            assertThat(recorded()).isEmpty();
        }

        @Test
        void to_what_is_recorded_are_accepted() {
            InstitutionId institution = new InstitutionId("i-" + RandomId.next());
            InstitutionRegistered event = new InstitutionRegistered(
                    institution, new FactId("f-1"), "The Secretariat", InstitutionKind.OTHER, null);
            store.publish(
                    new GenericDomainEventMessage<>("Institution", institution.aggregateId(), 0, event, Map.of()));
            assertThat(client.put(network, REGISTRATION.replace("}", ", 'secretariat': '" + institution + "'}"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @Nested
    class problems {
        private void problem(Answer answer, int status, String code) {
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(answer.text("code")).isEqualTo(code);
            assertThat(answer.json().get("status").asInt()).isEqualTo(status);
            assertThat(answer.text("detail")).isNotEmpty();
            assertThat(answer.body()).doesNotContain("Exception", "org.", "tools.jackson");
        }

        @Test
        void about_a_body_name_every_field() {
            Answer answer = client.put(network, "{'kind': 7, 'foundedOn': '2012-02-30', 'nam': 'x'}");
            problem(answer, 400, "MALFORMED");
            assertThat(answer.json().get("errors")).hasSize(4);
            assertThat(answer.body()).contains("\"/name\"", "\"/kind\"", "\"/foundedOn\"", "\"/nam\"");
        }

        @Test
        void about_an_id_of_wrong_shape() {
            Answer answer = client.put("/api/networks/Not-An-Id", REGISTRATION);
            problem(answer, 400, "MALFORMED");
            assertThat(answer.body()).contains("\"/networkId\"");
        }

        @Test
        void about_what_the_address_names_and_nobody_knows() {
            problem(client.post(network + "/found", "{'on': '2012'}"), 404, "UNKNOWN_ENTITY");
            registered();
            problem(client.post(network + "/memberships/none/withdraw", "{'on': '2012'}"), 404, "UNKNOWN_SUBJECT");
            problem(client.post(network + "/facts/none/annul", "{'reason': 'r'}"), 404, "UNKNOWN_FACT");
        }

        /** Whoever comes second had seen it, so it is a conflict and no unknown address; one alone has annulled it. */
        @ParameterizedTest
        @CsvSource({
            "facts/{fact}/annul,facts/{fact}/annul",
            "facts/{fact}/annul,facts/{fact}/correct",
            "memberships/{membership}/annul,memberships/{membership}/annul",
            "memberships/{membership}/annul,memberships/{membership}/withdraw",
            "memberships/{membership}/annul,memberships/{membership}/suspend",
            "memberships/{membership}/annul,facts/{fact}/annul"
        })
        void to_whoever_loses_a_race_for_an_annulment(String one, String other) {
            registered();
            for (boolean conditional : new boolean[] {false, true}) {
                String membership = "raced-" + conditional;
                Answer made = client.put(
                        network + "/memberships/" + membership, "{'state': 'KE', 'kind': 'MEMBER', 'from': '2012'}");
                String[] headers = conditional ? new String[] {"If-Match", made.header("ETag")} : new String[0];
                List<Integer> statuses = IntStream.range(0, 12)
                        .parallel()
                        .mapToObj(i -> i % 2 == 0 ? one : other)
                        .map(action -> client.post(
                                        network + "/"
                                                + action.replace("{fact}", made.text("factId"))
                                                        .replace("{membership}", membership),
                                        body(action),
                                        headers)
                                .status())
                        .toList();
                assertThat(statuses).contains(200).allMatch(status -> List.of(200, 409, 412)
                        .contains(status));
                Answer late =
                        client.post(network + "/facts/" + made.text("factId") + "/annul", "{'reason': 'r'}", headers);
                assertThat(late.status()).isEqualTo(conditional ? 412 : 409);
            }
        }

        private String body(String action) {
            return action.endsWith("/annul")
                    ? "{'reason': 'r'}"
                    : action.endsWith("/correct")
                            ? "{'reason': 'r', 'correctionKind': 'LATE_REPORT', 'from': '2013'}"
                            : action.endsWith("/withdraw") ? "{'on': '2015'}" : "{'from': '2015'}";
        }

        @Test
        void about_the_request_itself() {
            problem(client.put("/api/nothing/here", "{}"), 404, "NOT_FOUND");
            assertThat(client.put("/api/networks/a%2Fb", "{}").text("code")).isEqualTo("MALFORMED");
            Answer method = client.send("DELETE", network, new byte[0]);
            problem(method, 405, "METHOD_NOT_ALLOWED");
            assertThat(method.header("Allow")).contains("PUT");
            problem(client.put(network, REGISTRATION, "Content-Type", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
            problem(
                    client.put(network, REGISTRATION, "Content-Type", "application/x-www-form-urlencoded"),
                    415,
                    "UNSUPPORTED_MEDIA_TYPE");
            problem(
                    client.post(network + "/found", REGISTRATION, "Content-Type", "multipart/form-data"),
                    400,
                    "MALFORMED");
            problem(client.put(network, REGISTRATION, "Accept", "text/html"), 406, "NOT_ACCEPTABLE");
            problem(client.put(network, "{'name': '" + "x".repeat(1 << 20) + "'}"), 413, "TOO_LARGE");
            assertThat(recorded()).isEmpty();
        }

        @Test
        void about_bodies_that_are_not_one_object() {
            for (String body : List.of("[]", "null", "7", "{", "{} {}", "{'a': 1, 'a': 2}", "[".repeat(5000))) {
                problem(client.put(network, body), 400, "MALFORMED");
            }
            problem(client.send("PUT", network, new byte[] {'{', '"', (byte) 0xff, '"', '}'}), 400, "MALFORMED");
        }

        @Test
        void about_a_missing_body_name_what_is_missing() {
            assertThat(client.put(network, "").body()).contains("\"/name\"", "\"/kind\"");
        }
    }
}
