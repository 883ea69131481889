package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Short bodies that stand for very much are bad input like any other, wherever a body is read. */
class HugeBodiesTest {
    private static final Client REGISTRY = RunningRegistry.shared().client();
    private static final List<String> NUMBERS =
            List.of("1E999999999", "-1E999999999", "1E-999999999", "1E400", "9".repeat(900), "9".repeat(5_000));
    private static final String DEEP = "[".repeat(100_000);

    @Test
    void a_number_of_a_thousand_million_digits_is_no_number_of_anything() throws IOException {
        JsonNode described = RegistryJson.mapper()
                .readTree(Files.readString(Path.of("../docs/openapi.json")))
                .get("paths");
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Endpoint endpoint : Endpoint.of(RunningRegistry.shared())) {
            if (endpoint.command() == null || endpoint.isQuery() || endpoint.method() == RequestMethod.HEAD) {
                continue;
            }
            ObjectNode body = (ObjectNode) described
                    .get(endpoint.path())
                    .get(endpoint.method().name().toLowerCase(Locale.ROOT))
                    .at("/requestBody/content/application~1json/example");
            for (String field : body.propertyNames()) {
                if (!body.get(field).isNumber()) {
                    continue;
                }
                for (String number : NUMBERS) {
                    tried++;
                    ObjectNode changed = body.deepCopy();
                    changed.put(field, "HERE");
                    Reply reply = REGISTRY.send(
                            endpoint.method().name(),
                            endpoint.address(variable -> "huge-body") + "?dryRun=true",
                            BodyPublishers.ofString(changed.toString().replace("\"HERE\"", number)),
                            "Content-Type",
                            "application/json");
                    if (reply.status() != 400 || reply.text("detail").isEmpty()) {
                        wrong.add(endpoint + " " + field + " " + reply.status() + " " + reply.body());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(30);
        for (String number : NUMBERS) {
            for (Reply reply : List.of(
                    REGISTRY.post("/api/tokens", "{'label': 'huge', 'days': " + number + "}"),
                    REGISTRY.post("/api/networks/huge-body/rename", "{'name': " + number + ", 'from': '2012'}"),
                    REGISTRY.post("/api/networks/huge-body/rename", "{'name': 'N', 'from': " + number + "}"),
                    REGISTRY.post("/api/networks/huge-body/rename", "{'name': 'N', 'from': '" + number + "'}"),
                    REGISTRY.post(
                            "/record/networks/correct-membership/preview",
                            "{'path': {'networkId': " + number + "}, 'body': {}}"))) {
                assertThat(reply.status()).as(number + reply.body()).isIn(400, 409);
                assertThat(reply.body()).hasSizeLessThan(3_000);
            }
        }
    }

    @Test
    void a_body_is_nested_a_hundred_thousand_times() {
        for (String body : List.of(DEEP, "{'name': " + DEEP, "{'name': " + DEEP + "]".repeat(DEEP.length()) + "}")) {
            for (String path : List.of(
                    "/api/networks/huge-body/rename",
                    "/api/tokens",
                    "/api/me/password",
                    "/api/accounts/huge/set-roles",
                    "/api/imports/huge/annul",
                    "/record/networks/correct-membership/preview")) {
                Reply reply = REGISTRY.post(path, body);
                assertThat(reply.status()).as(path + reply.body()).isIn(400, 404, 413);
            }
        }
    }
}
