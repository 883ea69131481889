package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.Client.Reply;

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
}
