package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.web.bind.annotation.RequestMethod;
import tools.jackson.databind.JsonNode;

/**
 * Bodies that nobody means, at every address that takes one, commands or not: JSON of the right shape with one wrong
 * value, of no shape at all, nested, torn, in no encoding; parts of forms that cannot be told apart; and what says that it
 * is something else. Each is answered with a problem document or a page, never 500, and leaves no value and no stack trace
 * in the log.
 */
class FuzzedBodiesTest {
    private static final long SEED = TestRun.SEED;
    private static final int OF_EACH = TestRun.of(3, 12);
    private static final String CANARY = "qzfuzzqz";
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client ADMIN = RUNNING.client();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e400",
            "1E999999999",
            "9".repeat(400),
            "0.1",
            "\"\"",
            "\"" + CANARY + "\"",
            "\"" + CANARY + "\\ud800\"",
            "\"\\udc00" + CANARY + "\"",
            "\"" + CANARY + "\\u0000\"",
            "\"\\u202e" + CANARY + "\"",
            "\"" + (CANARY + " ").repeat(9_000) + "\"",
            "[]",
            "[[\"" + CANARY + "\"]]",
            "{}",
            "{\"" + CANARY + "\": 1}",
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500));

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json",
            "application/json; charset=utf-16",
            "application/json; charset=" + CANARY,
            "application/*+json",
            "*/*;q=1",
            "application/xml",
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/form-data; boundary=\"" + CANARY + "\"",
            "application/octet-stream",
            CANARY);

    private final Random random = new Random(SEED);
    private final List<String> wrong = new ArrayList<>();

    @AfterAll
    static void let_imports_end() {
        Imports.awaitAll(ADMIN);
    }

    private record Body(byte[] bytes, String type) {}

    @Test
    void whatever_body_is_sent_wherever_there_is_an_answer_that_says_so_and_nothing_in_the_log() throws IOException {
        JsonNode described = RegistryJson.mapper()
                .readTree(Files.readString(Path.of("../docs/openapi.json")))
                .get("paths");
        int addresses = 0;
        try (WrittenLog log = new WrittenLog()) {
            for (Endpoint endpoint : Endpoint.of(RUNNING)) {
                if (endpoint.isQuery() || endpoint.method() == RequestMethod.HEAD) {
                    continue;
                }
                addresses++;
                // Wrong guesses lock an account, and what follows would only hear of that.
                Client client = someone(addresses);
                String example = described
                        .path(endpoint.path())
                        .path(endpoint.method().name().toLowerCase(Locale.ROOT))
                        .at("/requestBody/content/application~1json/example")
                        .toString();
                for (int i = 0; i < OF_EACH; i++) {
                    send(client, endpoint, body(example));
                }
            }
            assertThat(wrong).as("seed %d", SEED).isEmpty();
            assertThat(addresses).isGreaterThan(100);
            assertSilent(log);
        }
    }

    private static Client someone(int number) {
        String name = "fuzz-" + number;
        ADMIN.put(
                        "/api/accounts/" + name,
                        "{'password': 'fuzzed fuzzed', 'roles': ['SECRETARIAT', 'ADMIN', 'AUDITOR']}")
                .expect(201);
        return ADMIN.as(name, "fuzzed fuzzed");
    }

    private void send(Client client, Endpoint endpoint, Body body) {
        Reply reply = client.send(
                endpoint.method().name(),
                endpoint.address(variable -> "fuzzed-" + random.nextInt(3)),
                BodyPublishers.ofByteArray(body.bytes()),
                "Content-Type",
                body.type());
        boolean understood = reply.status() < 400;
        boolean refused = reply.status() < 500
                && (reply.header("Content-Type").startsWith("application/problem+json")
                                && !reply.text("code").isEmpty()
                        || reply.header("Content-Type").startsWith("text/html"));
        if (!understood && !refused || reply.body().contains("\tat ")) {
            String said = new String(body.bytes(), StandardCharsets.ISO_8859_1);
            wrong.add(endpoint + " " + body.type() + " " + said.substring(0, Math.min(200, said.length())) + " -> "
                    + reply.status() + " " + reply.headers().map() + " " + reply.body());
        }
    }

    private Body body(String example) {
        String json = mutated(example);
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        String type = random.nextInt(3) == 0 ? pick(TYPES) : "application/json";
        switch (random.nextInt(5)) {
            case 0 -> bytes = torn(bytes);
            case 1 -> bytes = form(json);
            case 2 -> bytes = json.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : Charset.forName("UTF-32"));
            default -> {}
        }
        return new Body(bytes, type);
    }

    /** One value of the right shape is another one; or there is no right shape. */
    private String mutated(String example) {
        String value = pick(VALUES);
        List<String> fields = new ArrayList<>();
        if (example.startsWith("{")) {
            RegistryJson.mapper().readTree(example).propertyNames().forEach(fields::add);
        }
        if (fields.isEmpty() || random.nextInt(4) == 0) {
            return random.nextBoolean()
                    ? value
                    : "{\"" + pick(List.of("a", "roles", "label", "body")) + "\": " + value + "}";
        }
        String field = pick(fields);
        StringBuilder json = new StringBuilder("{");
        for (String each : fields) {
            json.append(json.length() > 1 ? "," : "")
                    .append('"')
                    .append(each)
                    .append("\":")
                    .append(
                            each.equals(field)
                                    ? value
                                    : RegistryJson.mapper()
                                            .readTree(example)
                                            .get(each)
                                            .toString());
        }
        return json.append(random.nextInt(6) == 0 ? ",\"" + field + "\":" + value + "}" : "}")
                .toString();
    }

    /** Cut off, or with bytes in it that no text has: half a surrogate, an overlong letter, the end of another one. */
    private byte[] torn(byte[] json) {
        int at = random.nextInt(json.length + 1);
        byte[] half =
                switch (random.nextInt(4)) {
                    case 0 -> new byte[0];
                    case 1 -> new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80};
                    case 2 -> new byte[] {(byte) 0xC0, (byte) 0xAF};
                    default -> new byte[] {(byte) 0xFF, 0, (byte) 0x80};
                };
        byte[] torn = java.util.Arrays.copyOf(json, at + half.length);
        System.arraycopy(half, 0, torn, at, half.length);
        return torn;
    }

    private byte[] form(String value) {
        String boundary = CANARY;
        String head = pick(List.of(
                "Content-Disposition: form-data; name=\"file\"; filename=\"" + CANARY + ".csv\"",
                "Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''%FF" + CANARY,
                "Content-Disposition: form-data; name=\"file\"; filename=\"../../" + CANARY + "\"",
                "Content-Disposition: form-data; name=\"\"",
                "Content-Disposition: " + CANARY,
                "content-disposition: form-data; name=\"file\"; name=\"file\"",
                CANARY + ": " + "x".repeat(5_000),
                ""));
        String end = pick(List.of("\r\n--" + boundary + "--\r\n", "\r\n--" + boundary + "\r\n", "", "\n--"));
        String part = "--" + boundary + "\r\n" + head + "\r\n\r\n" + value;
        return (part.repeat(random.nextInt(3)) + part + end).getBytes(StandardCharsets.UTF_8);
    }

    /** The parts of an upload's form that cannot be told apart, or that are not what is asked for. */
    @Test
    void forms_of_uploads_that_are_none_are_refused_wherever_a_file_is_taken() {
        try (WrittenLog log = new WrittenLog()) {
            for (int i = 0; i < TestRun.of(40, 150); i++) {
                Reply reply = ADMIN.send(
                        "POST",
                        "/api/imports?dryRun=true",
                        BodyPublishers.ofByteArray(form(pick(List.of("network,name,kind\n" + CANARY, "PK", "", "\0")))),
                        "Content-Type",
                        pick(List.of(
                                "multipart/form-data; boundary=" + CANARY,
                                "multipart/form-data; boundary=" + CANARY,
                                "multipart/form-data; boundary=" + "x".repeat(300),
                                "multipart/mixed; boundary=" + CANARY,
                                "multipart/form-data")));
                boolean refused = reply.status() >= 400
                        && reply.status() < 500
                        && !reply.text("code").isEmpty();
                if (reply.status() >= 300 && !refused) {
                    wrong.add(reply.status() + " " + reply.body());
                }
            }
            assertThat(wrong).as("seed %d", SEED).isEmpty();
            assertSilent(log);
        }
    }

    private static void assertSilent(WrittenLog log) {
        assertThat(log.entries())
                .noneMatch(entry -> entry.toLowerCase(Locale.ROOT).contains(CANARY));
        assertThat(log.ofRequests()).as("no stack traces").noneMatch(entry -> entry.contains("\tat "));
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
