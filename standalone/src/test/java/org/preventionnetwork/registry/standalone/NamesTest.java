package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** What networks, institutions and programmes are called, on a day, in a language, as it is known. */
class NamesTest {
    private static final Client REGISTRY = RunningRegistry.shared().client();

    private record Kind(String type, String begin, String path) {}

    private static Kind of(String type) {
        return switch (type) {
            case "network" -> new Kind(type, "{'name': '%s', 'kind': 'REGIONAL', 'foundedOn': '2010'}", "networks");
            case "institution" -> new Kind(type, "{'name': '%s', 'kind': 'MINISTRY', 'state': 'AR'}", "institutions");
            default -> new Kind(type, "{'name': '%s', 'establishedOn': '2008'}", "programmes");
        };
    }

    @ParameterizedTest
    @CsvSource({"network", "institution", "programme"})
    void are_those_of_the_day_in_the_readers_language_and_todays_are_offered(String type) {
        Kind kind = of(type);
        String entity = Ids.next(type);
        String id = entity.substring(entity.lastIndexOf('/') + 1);
        String page = "/" + kind.path() + "/" + id;
        String first = "Old " + id;
        REGISTRY.put(entity, kind.begin().formatted(first)).expect(201);
        REGISTRY.post(entity + "/name", "{'language': 'ES', 'name': 'Viejo %s'}".formatted(id))
                .expect(200);
        Reply renamed = REGISTRY.post(entity + "/rename", "{'name': 'New %s', 'from': '2015'}".formatted(id))
                .expect(200);
        long between = position(REGISTRY.get(entity + "?atLeastVersion="
                        + renamed.json().get("version").asLong())
                .expect(200));
        long version = REGISTRY.post(
                        entity + "/name", "{'language': 'ES', 'name': 'Nuevo %s', 'from': '2015'}".formatted(id))
                .expect(200)
                .json()
                .get("version")
                .asLong();
        String since = "&atLeastVersion=" + version;

        assertThat(REGISTRY.get(entity + "?asOf=2012" + since)
                        .json()
                        .get("names")
                        .toString())
                .isEqualTo("{\"es\":\"Viejo " + id + "\"}");
        assertThat(REGISTRY.get(entity + "?asOf=2012" + since).text("name")).isEqualTo(first);
        assertThat(REGISTRY.get(entity + "?asOf=2020" + since)
                        .json()
                        .get("names")
                        .toString())
                .isEqualTo("{\"es\":\"Nuevo " + id + "\"}");
        assertThat(REGISTRY.get(entity + "?asOf=2020&knownAtPosition=" + between)
                        .json()
                        .get("names")
                        .toString())
                .isEqualTo("{}");

        assertThat(page(page + "?lang=es&asOf=2012" + since))
                .contains("<h1>Viejo " + id + "</h1>", "hoy: Nuevo " + id, "Nombre registrado");
        assertThat(page(page + "?lang=fr&asOf=2012" + since))
                .contains("<h1>" + first + "</h1>", "aujourd’hui : New " + id);
        assertThat(page(page + "?lang=es" + since))
                .contains("<h1>Nuevo " + id + "</h1>")
                .doesNotContain("hoy: ");
        assertThat(page("/" + kind.path() + "?lang=es&asOf=2012"))
                .contains(">Viejo " + id + "</a>", "hoy: Nuevo " + id);
        assertThat(page("/history?lang=es&entity=" + type + ":" + id)).contains("«Nuevo " + id + "»");
    }

    @ParameterizedTest
    @CsvSource({"institution", "programme"})
    void of_every_day_and_language_find_what_had_them(String type) {
        String entity = Ids.next(type);
        String id = entity.substring(entity.lastIndexOf('/') + 1);
        REGISTRY.put(entity, of(type).begin().formatted("Former " + id)).expect(201);
        REGISTRY.post(entity + "/rename", "{'name': 'Latter', 'from': '2015'}").expect(200);
        REGISTRY.post(entity + "/name", "{'language': 'PT', 'name': 'Actual %s', 'from': '2015'}".formatted(id))
                .expect(200);
        REGISTRY.get(entity + "?atLeastVersion=3").expect(200);
        for (String words : List.of("former " + id, "actual " + id)) {
            String q = URLEncoder.encode(words, StandardCharsets.UTF_8);
            List<JsonNode> found =
                    REGISTRY.get("/api/" + type + "s?asOf=2020&q=" + q).items();
            assertThat(found).as(words).singleElement().satisfies(one -> assertThat(
                            one.get("name").asString())
                    .isEqualTo("Latter"));
        }
        String csv = REGISTRY.get("/api/" + type + "s?asOf=2020&q=actual%20" + id, "Accept", "text/csv")
                .body();
        assertThat(csv).contains("name,names", "Latter,pt: Actual " + id);
    }

    @Test
    void are_corrected_annulled_and_tried_like_every_fact() {
        String network = Ids.next("network");
        REGISTRY.put(network, "{'name': 'Network', 'kind': 'REGIONAL'}").expect(201);
        Reply tried = REGISTRY.post(network + "/name?dryRun=true", "{'language': 'FR', 'name': 'Réseau'}")
                .expect(200);
        assertThat(tried.body()).contains("\"outcome\":\"RECORDED\"", "network.NetworkNamed");
        String fact = REGISTRY.post(network + "/name", "{'language': 'FR', 'name': 'Reseau', 'from': '2012'}")
                .expect(200)
                .text("factId");
        REGISTRY.post(
                        network + "/facts/" + fact + "/correct",
                        "{'name': 'Réseau', 'from': null, 'correctionKind': 'CLERICAL_ERROR', 'reason': 'its accent'}")
                .expect(200);
        assertThat(names(network, 3)).isEqualTo("{\"fr\":\"Réseau\"}");
        REGISTRY.post(network + "/facts/" + fact + "/annul", "{'reason': 'nobody calls it so'}")
                .expect(200);
        assertThat(names(network, 4)).isEqualTo("{}");
        Reply refused = REGISTRY.post(network + "/name", "{'language': 'DE', 'name': 'Netz'}")
                .expect(400);
        assertThat(refused.body()).contains("/language", "EN, ES, FR, PT");
    }

    @Test
    void come_from_files_and_the_same_file_again_records_nothing() {
        String network = Ids.next("network");
        String id = network.substring(network.lastIndexOf('/') + 1);
        REGISTRY.put(network, "{'name': 'Network', 'kind': 'REGIONAL'}").expect(201);
        String file = "network,name,language,from\n%1$s,Red,es,\n%1$s,Network of all,,2016~\n%1$s,Rede,PT,2016~\n"
                .formatted(id);
        JsonNode report = Imports.run(REGISTRY, "network_names.csv", file);
        assertThat(report.get("recorded").asInt()).as(report.toString()).isEqualTo(3);
        JsonNode again = Imports.run(REGISTRY, "network_names.csv", file);
        assertThat(again.get("unchanged").asInt()).as(again.toString()).isEqualTo(3);
        REGISTRY.get(network + "?atLeastVersion=4").expect(200);
        assertThat(REGISTRY.get(network + "?asOf=2012").json().get("names").toString())
                .isEqualTo("{\"es\":\"Red\"}");
        Reply later = REGISTRY.get(network + "?asOf=2020");
        assertThat(later.text("name")).isEqualTo("Network of all");
        assertThat(later.json().get("names").toString()).isEqualTo("{\"pt\":\"Rede\"}");
        JsonNode wrong = Imports.run(REGISTRY, "network_names.csv", "network,name,language,from\n" + id + ",Net,,\n");
        assertThat(wrong.get("errors").asInt()).isEqualTo(1);
    }

    @Test
    void by_which_a_form_finds_what_it_is_about_are_all_it_ever_had() {
        String network = Ids.next("network");
        String id = network.substring(network.lastIndexOf('/') + 1);
        REGISTRY.put(network, "{'name': 'Begun %s', 'kind': 'REGIONAL'}".formatted(id))
                .expect(201);
        REGISTRY.post(network + "/rename", "{'name': 'Ended', 'from': '2015'}").expect(200);
        REGISTRY.post(network + "/name", "{'language': 'ES', 'name': 'Acabada', 'from': '2015'}")
                .expect(200);
        REGISTRY.get(network + "?atLeastVersion=3").expect(200);
        String found = REGISTRY.get("/record/find?kind=networks&q=begun%20" + id, "Accept-Language", "es")
                .expect(200)
                .body();
        assertThat(found).contains(id, "Acabada");
    }

    private static String names(String entity, int version) {
        return REGISTRY.get(entity + "?asOf=2020&atLeastVersion=" + version)
                .expect(200)
                .json()
                .get("names")
                .toString();
    }

    private static long position(Reply reply) {
        return reply.json().get("position").asLong();
    }

    private static String page(String address) {
        return REGISTRY.get(address, "Accept", "text/html").expect(200).body();
    }
}
