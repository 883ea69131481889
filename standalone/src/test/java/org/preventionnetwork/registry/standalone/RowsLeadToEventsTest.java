package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** From a row of a page one gets to the events behind it, and from an event to no form that would refuse. */
class RowsLeadToEventsTest {
    private static final Client REGISTRY = RunningRegistry.shared().client();

    @Test
    void of_offices_partners_and_instructors() {
        String institution = Ids.next("institution");
        String other = Ids.next("institution");
        String official = Ids.next("official");
        String seminar = Ids.next("seminar");
        String programme = Ids.next("programme");
        REGISTRY.put(institution, "{'name': 'A Ministry', 'kind': 'MINISTRY', 'state': 'AR'}")
                .expect(201);
        REGISTRY.put(other, "{'name': 'A Museum', 'kind': 'MUSEUM', 'state': 'PL'}")
                .expect(201);
        REGISTRY.post(institution + "/open-office", "{'officeId': 'in-lima', 'city': 'Lima', 'state': 'PE'}")
                .expect(200);
        String partnered = REGISTRY.post(
                        institution + "/partner", "{'with': '" + id(other) + "', 'purpose': 'training'}")
                .expect(200)
                .text("factId");
        REGISTRY.put(official, "{'fullName': 'Somebody Teaching', 'state': 'AR'}")
                .expect(201);
        REGISTRY.put(programme, "{'name': 'A Programme'}").expect(201);
        REGISTRY.put(
                        seminar,
                        "{'title': 'A Seminar', 'programme': '%s', 'edition': 'GLOBAL', 'mode': 'ONLINE', 'startsOn': '2014-05-04'}"
                                .formatted(id(programme)))
                .expect(201);
        String assigned = REGISTRY.post(
                        seminar + "/assign-instructor", "{'official': '" + id(official) + "', 'from': '2014-05-04'}")
                .expect(200)
                .text("factId");
        RunningRegistry.shared().settle();
        assertThat(REGISTRY.get("/institutions/" + id(institution)).expect(200).body())
                .contains("/history?entity=institution:" + id(institution) + "&amp;subject=in-lima")
                .contains("/history?factId=" + partnered);
        String page = REGISTRY.get("/seminars/" + id(seminar)).expect(200).body();
        assertThat(page).contains("/history?entity=seminar:" + id(seminar) + "&amp;factId=" + assigned);
        assertThat(REGISTRY.get("/history?factId=" + partnered + "&lang=en")
                        .expect(200)
                        .body())
                .contains("training");
    }

    @Test
    void but_those_of_an_erased_person_offer_no_correction_and_say_why() {
        String official = Ids.next("official");
        REGISTRY.put(official, "{'fullName': 'Somebody Forgotten', 'state': 'AR'}")
                .expect(201);
        RunningRegistry.shared().settle();
        String event = REGISTRY.get("/api/history?entity=official:" + id(official)).expect(200).items().stream()
                .map(one -> one.get("eventId").asString())
                .findFirst()
                .orElseThrow();
        assertThat(REGISTRY.get("/history/" + event).expect(200).body())
                .contains("/record/officials/correct-fact", "/record/officials/annul-fact");
        REGISTRY.post(official + "/erase", "{'reason': 'asked for it'}").expect(200);
        RunningRegistry.shared().settle();
        Map<String, String> words = Map.of(
                "en", "The person’s data is erased.",
                "es", "Los datos de la persona se borraron.",
                "fr", "Les données de la personne sont effacées.",
                "pt", "Os dados da pessoa foram apagados.");
        words.forEach((language, sentence) -> assertThat(REGISTRY.get("/history/" + event + "?lang=" + language)
                        .expect(200)
                        .body())
                .contains(sentence)
                .doesNotContain("/record/officials/"));
    }

    @Test
    void and_what_was_corrected_is_cited_with_the_corrections_source_and_leads_to_both() {
        String network = Ids.next("network");
        REGISTRY.put(network, "{'name': 'A Corrected Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(
                        network + "/memberships/right",
                        "{'state': 'PE', 'kind': 'MEMBER', 'from': '2012', 'source': 'first list'}")
                .expect(201);
        RunningRegistry.shared().settle();
        String path = "/networks/" + id(network);
        String before = REGISTRY.get(path + "?lang=en").expect(200).body();
        assertThat(before).contains("first list").doesNotContain(">corrected<");
        REGISTRY.post(network + "/memberships/right/suspend", "{'from': '2014', 'source': 'press'}")
                .expect(200);
        REGISTRY.post(
                        network + "/memberships/right/correct",
                        "{'from': '2011', 'correctionKind': 'LATE_REPORT', 'reason': 'found', 'source': 'the treaty'}")
                .expect(200);
        String late = REGISTRY.post(
                        network + "/declare-complete", "{'list': 'MEMBERS', 'asOf': '2012', 'source': 'annual report'}")
                .expect(200)
                .text("factId");
        REGISTRY.post(
                        network + "/facts/" + late + "/correct",
                        "{'asOf': '2013', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'mistyped'}")
                .expect(200);
        RunningRegistry.shared().settle();
        String history = "/history?entity=network:" + id(network);
        Map.of("en", "corrected", "es", "corregido", "fr", "corrigé", "pt", "corrigido")
                .forEach((language, word) -> assertThat(REGISTRY.get(path + "?lang=" + language)
                                .expect(200)
                                .body())
                        .contains("the treaty")
                        .contains(history + "&amp;subject=right\">" + word + "</a>")
                        .as("a correction without a source of its own leaves the old one, marked")
                        .contains("annual report")
                        .contains(history + "&amp;factId=" + late + "\">" + word + "</a>"));
        assertThat(REGISTRY.get(history + "&subject=right").expect(200).body()).contains("first list", "the treaty");
        assertThat(REGISTRY.get("/states/PE?lang=en").expect(200).body())
                .contains("the treaty", history + "&amp;subject=right\">corrected</a>");
    }

    @Test
    void and_a_page_of_before_something_was_known_keeps_the_clocks_and_says_since_when() {
        String network = Ids.next("network");
        REGISTRY.put(network, "{'name': 'A Later Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        RunningRegistry.shared().settle();
        long first = REGISTRY.get("/api/history?entity=network:" + id(network) + "&sort=position,asc")
                .items()
                .get(0)
                .get("position")
                .asLong();
        String path = "/networks/" + id(network);
        Map.of("en", "known here since", "es", "se conoce desde", "fr", "connaît ici depuis", "pt", "conhece-se desde")
                .forEach((language, words) -> assertThat(
                                REGISTRY.get(path + "?asOf=2020&knownAtPosition=" + (first - 1) + "&lang=" + language)
                                        .expect(404)
                                        .body())
                        .contains(words, "id=\"clocks\"", "name=\"asOf\"", "value=\"2020\"")
                        .contains("knownAtPosition=" + first));
        String byDay =
                REGISTRY.get(path + "?knownAt=2001-01-01&lang=en").expect(404).body();
        assertThat(byDay).contains("known here since", "id=\"clocks\"", "value=\"2001-01-01\"");
        assertThat(REGISTRY.get(path + "?knownAtPosition=" + first).expect(200).body())
                .contains("A Later Network");
        assertThat(REGISTRY.get("/networks/never-was?knownAtPosition=" + first)
                        .expect(404)
                        .body())
                .contains("id=\"clocks\"")
                .doesNotContain("id=\"since\"");
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
