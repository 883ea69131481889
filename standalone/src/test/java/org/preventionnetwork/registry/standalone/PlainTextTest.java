package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** What looks like markup, SQL or a template is a text like any other: kept as it is, and never obeyed. */
class PlainTextTest {
    private final Client registry = RunningRegistry.shared().client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert('1')</script>",
                "<img src=x onerror=\"alert(1)\"> & co.",
                "'; DROP TABLE events.domainevententry; --",
                "Robert'); DELETE FROM ledger.entry WHERE ('1'='1",
                "${jndi:ldap://example.org/a} #{1+1} {{7*7}} %s %n $1 \\1 \\u0041",
                "=HYPERLINK(\"http://example.org\")",
                "{\"a\": null} [1] , ; \"",
                "Ñandú – “Red” 网络 שלום 🕊"
            })
    void is_answered_as_it_was_recorded(String text) {
        String network = Ids.next("network");
        String body = RegistryJson.mapper()
                .writeValueAsString(Map.of("name", text, "kind", "REGIONAL", "source", text, "note", text));
        Reply recorded = registry.send(
                        "PUT", network, BodyPublishers.ofString(body), "Content-Type", "application/json")
                .expect(201);
        Reply answer = registry.get(network + "?atLeastVersion=" + recorded.text("version"))
                .expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.text("name")).isEqualTo(text);
        assertThat(answer.text("source")).isEqualTo(text);
        Reply history = registry.get("/api/history?entity=network:" + network.replaceAll(".*/", "")
                        + "&atLeastPosition=" + answer.text("position"))
                .expect(200);
        assertThat(history.items()).isNotEmpty();
        assertThat(history.items().get(0).get("source").asString()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Red \u202eaciremA", "\u3164\u3164", "Boli\u200bvia"})
    void what_people_would_misread_is_refused_wherever_it_comes_in(String text) throws Exception {
        String network = Ids.next("network");
        Map<String, String> told = Map.of("name", text, "kind", "REGIONAL");
        for (Reply refused : List.of(json("PUT", network, told), json("PUT", network + "?dryRun=true", told))) {
            assertThat(refused.body()).contains("/name").containsPattern("not accepted|can be seen");
        }
        json("PUT", network, Map.of("name", "Named well", "kind", "REGIONAL")).expect(201);
        assertThat(json("POST", network + "/rename", Map.of("name", text, "on", "2015"))
                        .expect(400)
                        .body())
                .contains("/name")
                .containsPattern("not accepted|can be seen");
        assertThat(json("POST", "/api/tokens", Map.of("label", text))
                        .expect(400)
                        .body())
                .containsPattern("not accepted|can be seen");
        JsonNode imported = Imports.run(
                registry,
                "networks.csv",
                "network,name,kind\n" + Ids.next("network").replaceAll(".*/", "") + ",\"" + text + "\",REGIONAL\n");
        assertThat(imported.get("errors").asInt()).as("%s", imported).isOne();
        assertThat(imported.get("problems").get(0).get("column").asString()).isEqualTo("name");
    }

    private Reply json(String method, String path, Map<String, ?> body) {
        return registry.send(
                method,
                path,
                BodyPublishers.ofString(RegistryJson.mapper().writeValueAsString(body)),
                "Content-Type",
                "application/json");
    }
}
