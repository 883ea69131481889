package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.preventionnetwork.registry.testing.TestRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.Environment;
import org.springframework.dao.DuplicateKeyException;

/** Whatever a request says, and however badly, the log does not repeat it; and there is always an answer, never a 500. */
class SilentLogTest {
    private static final long SEED = TestRun.SEED;
    private static final int REQUESTS = TestRun.of(800, 3_000);
    /** As it stands in a log line, whatever became of it on the way. */
    private static final String CANARY = "qzcanaryqz";

    private final RunningRegistry running = RunningRegistry.shared();
    private final Client registry = running.client();
    private final Random random = new Random(SEED);

    @Test
    void bytes_that_are_no_request_are_answered_and_leave_a_line_at_most() {
        RawHttp raw = new RawHttp(registry.port(), "127.0.9.7");
        String token =
                registry.post("/api/tokens", "{'label': 'raw'}").expect(201).text("secret");
        Map<String, String> faults = new TreeMap<>();
        try (WrittenLog log = new WrittenLog()) {
            for (int i = 0; i < REQUESTS; i++) {
                byte[] request = request(token);
                RawHttp.Answer answer = raw.sendBytes(request);
                // Without a version it is HTTP/0.9, whose answers have no status.
                boolean answered = answer.status() > 0 || answer.text().startsWith("{\"type\":\"/problems/malformed\"");
                if (!answered || answer.status() == 500) {
                    faults.put(new String(request, StandardCharsets.ISO_8859_1), answer.text());
                }
            }
            assertThat(faults).as("seed %d", SEED).isEmpty();
            assertThat(log.ofRequests()).as("lines").hasSizeLessThanOrEqualTo(REQUESTS);
            requireSilent(log);
            assertThat(log.ofRequests()).as("no stack traces").noneMatch(entry -> entry.contains("\tat "));
        }
    }

    /** All that was found to be answered with 500 and kilobytes of log, by anybody. */
    @Test
    void what_cannot_be_decoded_is_refused_with_a_problem_document_and_without_a_word_in_the_log() {
        RawHttp raw = new RawHttp(registry.port(), "127.0.9.7");
        registry.get("/api/me").expect(200);
        try (WrittenLog log = new WrittenLog()) {
            for (String query :
                    List.of("q=%E9" + CANARY, "%zz", "=x", "q=" + CANARY + "%", "q=%C3%28", "%FF=1", "a=%u0041")) {
                for (String path :
                        List.of("/ledger/checkpoint", "/login", "/", "/api/networks", "/nowhere", "/assets/x")) {
                    RawHttp.Answer answer = raw.send("GET " + path + "?" + query);
                    assertThat(answer.status()).as(path + "?" + query).isEqualTo(400);
                    assertThat(answer.text())
                            .contains("application/problem+json")
                            .contains("MALFORMED");
                }
            }
            RawHttp.Answer form = raw.sendBody(
                    "POST /login",
                    "username=%E9" + CANARY,
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Length: " + ("username=%E9" + CANARY).length());
            assertThat(form.status()).isEqualTo(400);
            assertThat(form.text()).contains("MALFORMED");
            assertThat(log.ofRequests()).isEmpty();
        }
        registry.get("/api/programmes?q=a=b").expect(200);
    }

    /** With all its frames, each request of an hour without a database would leave 200 lines. */
    @Test
    void an_outage_is_told_in_a_few_lines_whoever_tells_it() {
        registry.get("/api/me").expect(200);
        SQLException away = new PSQLException("refused to " + CANARY, PSQLState.CONNECTION_UNABLE_TO_CONNECT);
        try (WrittenLog log = new WrittenLog()) {
            Thread told = new Thread(
                    () -> LoggerFactory.getLogger("somebody.elses")
                            .error("no answer", new IllegalStateException("of " + CANARY, away)),
                    "not-main");
            told.start();
            await().until(() -> !told.isAlive());
            assertThat(log.entries())
                    .filteredOn(entry -> entry.contains("not-main"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry)
                                .contains("caused by PSQLException (08001)", "SilentLogTest")
                                .doesNotContain(CANARY);
                        assertThat(entry.lines()).hasSizeLessThan(5);
                    });
        }
    }

    /** As of whatever is tried again every minute and fails for ever. */
    @Test
    void a_failure_that_comes_again_and_again_is_told_in_full_once() {
        registry.get("/api/me").expect(200);
        try (WrittenLog log = new WrittenLog()) {
            Thread failing = new Thread(
                    () -> {
                        for (int i = 0; i < 3; i++) {
                            LoggerFactory.getLogger("somebody.elses")
                                    .error("attempt", new IllegalStateException(CANARY, new NumberFormatException()));
                        }
                        LoggerFactory.getLogger("somebody.elses").error("attempt", new IllegalStateException(CANARY));
                    },
                    "not-main");
            failing.start();
            await().until(() -> !failing.isAlive());
            List<String> told = log.entries().stream()
                    .filter(entry -> entry.contains("not-main"))
                    .toList();
            assertThat(told).hasSize(4);
            assertThat(told).noneMatch(entry -> entry.contains(CANARY));
            assertThat(told.get(0)).contains("Caused by: java.lang.NumberFormatException");
            assertThat(told.subList(1, 3)).allSatisfy(entry -> {
                assertThat(entry).contains("NumberFormatException, as told in full before", "SilentLogTest");
                assertThat(entry.lines()).hasSizeLessThan(5);
            });
            assertThat(told.get(3)).as("another failure").doesNotContain("as told in full before");
        }
    }

    private byte[] request(String token) {
        List<String> methods =
                List.of("GET", "GET", "GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "get", "TRACE", "G(T");
        List<String> paths = List.of(
                "/",
                "/login",
                "/logout",
                "/ledger/checkpoint",
                "/ledger/tile/0/000",
                "/api/networks",
                "/api/officials",
                "/api/history",
                "/api/overview",
                "/assets/registry.css",
                "/actuator/health",
                "/history",
                "/seminars",
                "/states/AR",
                "/record/find",
                "/nowhere",
                "//",
                "/%2e%2e/",
                "*",
                "http://x/",
                "/v3/api-docs",
                "/login/oauth2/code/registry");
        List<String> queries = List.of(
                "",
                "",
                "?q=%E9",
                "?%zz",
                "?=x",
                "?%00",
                "?a%0Ab=1",
                "?%01=1",
                "?%CD%B8=1",
                "?from=1&%7F",
                "?a=b=c",
                "?q=%00",
                "?asOf=%",
                "?&&&",
                "?q[]=1",
                "?q={",
                "?q=;",
                "?lang=es",
                "?page=%ED%A0%80",
                "?q=a|b",
                "?q=^",
                "?q=" + "x".repeat(9_000),
                "?error&error",
                "?continue",
                "?code=%E9");
        List<String> headers = List.of(
                "Accept: text/html",
                "Accept: " + CANARY + "/;q=x",
                "Content-Type: " + CANARY + ";;=",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Type: multipart/form-data",
                "Content-Type: multipart/form-data; boundary=" + CANARY,
                "Content-Type: application/json",
                "Content-Length: 20",
                "Content-Length: -1",
                "Content-Length: " + CANARY,
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: " + CANARY,
                "Cookie: registry-session=" + CANARY + "; lang=\u00e9",
                "Cookie: =;=\u0001",
                "Authorization: Basic %%%",
                "Authorization: Bearer " + CANARY,
                "Authorization: " + CANARY,
                "Authorization: Bearer " + token,
                "Authorization: Bearer " + token,
                "If-Match: " + CANARY,
                "If-None-Match: \"" + CANARY,
                "Range: bytes=" + CANARY,
                "Accept-Language: " + CANARY + ";q=9,\u00ff",
                "X-Forwarded-For: " + CANARY,
                "Host: " + CANARY,
                "Host: a b",
                "No colon " + CANARY,
                ": " + CANARY,
                "X-Long: " + "y".repeat(9_000),
                "Origin: " + CANARY,
                "If-Modified-Since: " + CANARY,
                "X-\u0000: 1");
        List<String> bodies = List.of(
                "",
                "username=%E9&password=" + CANARY,
                "{\"name\": \"" + CANARY,
                "=&=%zz",
                "--" + CANARY + "\r\n\r\n",
                "zz\r\n" + CANARY,
                "\u00ff\u00fe" + CANARY);
        String path = pick(paths);
        String spot = random.nextInt(4) == 0 ? CANARY : "";
        String version = random.nextInt(12) == 0 ? pick(List.of("HTTP/1.0", "HTTP/3.9", CANARY, "")) : "HTTP/1.1";
        StringBuilder text =
                new StringBuilder(pick(methods) + " " + path + spot + pick(queries) + spot + " " + version + "\r\n");
        if (random.nextInt(8) > 0) {
            text.append("Host: 127.0.0.1\r\n");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(headers)).append("\r\n");
        }
        text.append("Connection: close\r\n\r\n").append(pick(bodies));
        byte[] bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
        return random.nextInt(3) == 0 ? damaged(bytes) : bytes;
    }

    /** With some bytes of the first line replaced or put in; the line still ends, so that there is something to answer. */
    private byte[] damaged(byte[] bytes) {
        int end = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("\r\n");
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            boolean hit = i > 0 && i < end && random.nextInt(12) == 0;
            if (hit) {
                int other = random.nextInt(256);
                damaged.write(other == '\n' || other == '\r' ? 0xff : other);
            }
            if (!hit || random.nextBoolean()) {
                damaged.write(bytes[i]);
            }
        }
        return damaged.toByteArray();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private void requireSilent(WrittenLog log) {
        assertThat(log.entries())
                .noneMatch(entry -> entry.toLowerCase(Locale.ROOT).contains(CANARY));
    }

    @Test
    void no_value_of_a_request_comes_into_the_log_by_any_way() throws IOException {
        String name = "Qzcanaryqz María";
        String encoded = "Qzcanaryqz%20Mar%C3%ADa";
        registry.put("/api/networks/silent-network", "{'name': 'A Network', 'kind': 'REGIONAL'}");
        registry.put("/api/officials/silent-official", "{'fullName': '" + name + "', 'state': 'AR'}")
                .expect(201);
        try (WrittenLog log = new WrittenLog()) {
            refusedCommands(name);
            questions(encoded);
            bodies(name);
            files(name);
            for (String header :
                    List.of("Accept", "If-Match", "Accept-Language", "If-None-Match", "X-Correlation-Id")) {
                registry.once("/api/networks", header, "Qzcanaryqz;,/");
                registry.put("/api/networks/silent-network", "{}", header, "Qzcanaryqz;,/");
            }
            requireSilent(log);
        }
        try (Stream<Path> files = Files.walk(Path.of(environment().getRequiredProperty("registry.data")))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".log")).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT))
                        .as(file.toString())
                        .doesNotContain(CANARY);
            }
        }
    }

    private Environment environment() {
        return running.part("environment", Environment.class);
    }

    /** Axon and the database say no to these. */
    private void refusedCommands(String name) {
        registry.put("/api/officials/silent-official", "{'fullName': '" + name + " other', 'state': 'BR'}")
                .expect(409);
        registry.put(
                "/api/officials/silent-other",
                "{'fullName': '" + name + "', 'institution': 'none-such', 'state': 'AR'}");
        registry.put(
                        "/api/officials/silent-third",
                        "{'fullName': '" + name + "', 'email': '" + name + "', 'state': '" + name + "'}")
                .expect(400);
        registry.put("/api/officials/silent-nul", "{'fullName': '" + name + "\\u0000', 'state': 'AR'}")
                .expect(400);
        registry.put("/api/officials/silent-half", "{'fullName': '" + name + "\\ud800', 'state': 'AR'}")
                .expect(400);
        registry.post(
                "/api/officials/silent-official/change-contact",
                "{'fullName': '" + name + "', 'email': 'x@y.example', 'from': '2011'}");
        registry.post(
                "/api/officials/silent-none/change-contact", "{'fullName': '" + name + "', 'email': '" + name + "'}");
        registry.post("/api/officials/silent-official/merge", "{'into': 'silent-none', 'reason': '" + name + "'}");
        registry.post(
                "/api/officials/silent-official/facts/none/correct",
                "{'fullName': '" + name + "', 'reason': '" + name + "'}");
        registry.put(
                "/api/networks/silent-network", "{'name': '" + name + "', 'kind': 'REGIONAL'}", "If-Match", "\"77\"");
        registry.put("/api/officials/silent-dry?dryRun=true", "{'fullName': '" + name + "', 'state': 'AR'}")
                .expect(200);
    }

    private void questions(String name) {
        for (Endpoint question : Endpoint.of(running)) {
            boolean waits = question.path().matches(".*/(progress|proof/\\{\\w+})");
            if (question.isQuery() && !waits) {
                registry.once(question.address(variable -> name));
                for (String parameter : List.of("asOf", "sort", "q", "state", name)) {
                    registry.once(question.address(variable -> "silent-network") + "?" + parameter + "=" + name);
                }
            }
        }
    }

    private void bodies(String name) {
        for (String body : List.of(
                "{'label': '" + name,
                "{'label': ['" + name + "']}",
                "{'label': 'x', 'roles': ['" + name + "']}",
                "{'label': 'x', 'days': '" + name + "'}",
                "{'" + name + "': 1}",
                "'" + name + "'",
                "{'label': 'x', 'label': '" + name + "'}",
                "[" + "[".repeat(2_000) + name)) {
            registry.post("/api/tokens", body);
            registry.put("/api/accounts/silent", body);
            registry.post("/api/me/password", body);
            registry.post("/api/networks", body);
            registry.post("/api/accounts/admin/unlock", body);
            registry.post("/record/networks/admit-state/preview", body);
        }
        registry.send("POST", "/api/tokens", BodyPublishers.ofString(name), "Content-Type", "text/" + "qzcanaryqz");
        registry.send("PATCH", "/api/qzcanaryqz", BodyPublishers.ofString(name));
    }

    private void files(String name) {
        byte[] rows = ("official,name,state\r\n" + name + ",\"" + name + ",AR\r\n,,,,,," + name)
                .getBytes(StandardCharsets.UTF_8);
        for (String file : List.of("officials.csv", "networks.csv", name + ".csv", name + ".zip", "x.xlsx")) {
            registry.upload("/api/imports", file, rows);
        }
        registry.send(
                "POST",
                "/api/imports",
                BodyPublishers.ofString("--" + name),
                "Content-Type",
                "multipart/form-data; boundary=qzcanaryqz");
    }

    @Test
    void a_failure_is_told_with_its_types_and_places_and_without_its_words() {
        Logger logger = LoggerFactory.getLogger("somebody.s.library");
        SQLException database =
                new PSQLException("Key (name)=(" + CANARY + ") already exists", PSQLState.UNIQUE_VIOLATION);
        RuntimeException failure =
                new IllegalStateException("reading " + CANARY, new DuplicateKeyException("INSERT " + CANARY, database));
        failure.addSuppressed(new IOException("also " + CANARY));
        try (WrittenLog log = new WrittenLog()) {
            logger.error("Servlet threw [{}] with root cause", failure.getMessage(), failure);
            String entry = log.entries().stream()
                    .filter(one -> one.contains("somebody.s.library"))
                    .findFirst()
                    .orElseThrow();
            assertThat(entry)
                    .doesNotContain(CANARY)
                    .contains("Servlet threw […] with root cause")
                    .contains("java.lang.IllegalStateException")
                    .contains("Suppressed: java.io.IOException")
                    .contains("Caused by: org.postgresql.util.PSQLException (23505)")
                    .contains("at org.preventionnetwork.registry.standalone.SilentLogTest.");
        }
    }

    /** The exception goes along whole, or as FailureText tells it. */
    @Test
    void no_log_line_is_made_of_an_exception_s_message() throws IOException {
        Pattern telling = Pattern.compile("\\b(?:log|LOG)\\.(?:error|warn|info|debug)\\([^;]*getMessage\\(\\)[^;]*;");
        List<String> found = new ArrayList<>();
        int seen = 0;
        for (String module : List.of("access-control", "personal-data", "command-side", "query-side", "standalone")) {
            try (Stream<Path> sources = Files.walk(Path.of("..", module, "src/main/java"))) {
                for (Path source :
                        sources.filter(one -> one.toString().endsWith(".java")).toList()) {
                    Matcher line = telling.matcher(Files.readString(source));
                    seen++;
                    while (line.find()) {
                        found.add(source.getFileName() + ": " + line.group());
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(300);
        assertThat(found).isEmpty();
    }
}
