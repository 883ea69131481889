package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Asks every address nonsense: never an internal error, and what is not understood is answered by a problem document
 * that says so. Repeat a failure with {@code -Dseed=…}.
 */
@Tag("slow")
class QueryFuzzTest {
    private static final long SEED = TestRun.SEED;
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern LEAK = Pattern.compile("Exception|\\tat |PSQL");

    private static final List<String> PARAMETERS = List.of(
            "asOf",
            "knownAt",
            "knownAtPosition",
            "asOf1",
            "asOf2",
            "knownAt1",
            "knownAt2",
            "page",
            "size",
            "sort",
            "kind",
            "type",
            "stage",
            "status",
            "state",
            "states",
            "network",
            "programme",
            "edition",
            "official",
            "seminar",
            "institution",
            "entity",
            "actor",
            "batch",
            "from",
            "to",
            "interval",
            "after",
            "limit",
            "q",
            "scope",
            "metric",
            "projection",
            "region",
            "roster",
            "dryRun",
            "atLeastVersion",
            "atLeastPosition");

    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "1",
            "-1",
            "7.5",
            "1e9",
            "NaN",
            "500",
            "501",
            "2147483648",
            "99999999999999999999",
            "9223372036854775807",
            "null",
            "true",
            "[]",
            "{}",
            "x".repeat(150),
            "x".repeat(5000),
            "\u0000",
            "a\u0007b",
            "\r\nSet-Cookie: a=b",
            "\uD83D\uDE00",
            "\u202Etxet",
            "'; DROP TABLE events.domainevententry; --",
            "' OR 1=1 --",
            "\\",
            "%",
            "%_%",
            "a & b | !",
            ":*",
            "<-> 'a",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "${jndi:ldap://x}",
            "=1+1",
            "name,desc",
            "name;desc",
            ",",
            "state,asc,desc",
            "1; SELECT pg_sleep(9)",
            "(SELECT 1)",
            "2012",
            "2012-03-29",
            "2012-02-30",
            "12-03-2012",
            "unknown",
            "0000",
            "0001",
            "9999-12-31",
            "-0044",
            "[..2017]",
            "[2012..]",
            "[2014-10-10..2015-07-16]",
            "2012-21",
            "2012-25",
            "2015~",
            "10000-01-01",
            "2024-05-01T12:00:00Z",
            "2024-05-01T12:00:00+25:00",
            "+999999999-12-31T23:59:59Z",
            "0000-01-01T00:00:00Z",
            "9999-12-31T23:59:59.999999999Z",
            "AR",
            "XX",
            "ARG",
            "Argentina",
            "MEMBER",
            "member",
            "month",
            "eon",
            "network:africa",
            "network:",
            ":",
            "nothing:at-all",
            "latin-american-network");

    private static final List<String> IDS = List.of(
            "there-is-none",
            "UPPER",
            "x",
            "-a",
            "a%20b",
            "%E2%80%AE",
            "%F0%9F%92%A9",
            "a..b",
            "a%27--",
            "0",
            "-1",
            "x".repeat(64),
            "x".repeat(3000),
            "a%0Ab",
            "a%00b",
            "a%2Fb",
            "%FF%FE",
            "99999999999999999999",
            "XX",
            "AR",
            "network:africa",
            "%7B%7D",
            "null",
            "a;b=c",
            "2012");

    private static final Map<String, String> KNOWN = Map.of(
            "/api/networks", "fuzzed-network",
            "/api/programmes", "fuzzed-programme",
            "/api/institutions", "fuzzed-institution",
            "/api/initiatives", "fuzzed-initiative",
            "/api/officials", "fuzzed-official",
            "/api/statements", "fuzzed-statement",
            "/api/editions", "fuzzed-edition",
            "/api/seminars", "fuzzed-seminar",
            "/api/states", "AR");

    private static final Map<String, String> KNOWN_PAGES = Map.of(
            "/networks", "fuzzed-network",
            "/statements", "fuzzed-statement",
            "/figures", "ALUMNI",
            "/states", "AR",
            "/history/at", "1");

    private final RunningRegistry running = RunningRegistry.shared();
    private final Client registry = running.client();
    private final Random random = new Random(SEED);
    private final List<String> faults = new ArrayList<>();

    @Test
    void no_question_is_an_internal_error() {
        recordOneOfEach();
        List<Endpoint> questions = Endpoint.of(running).stream()
                .filter(Endpoint::isQuery)
                .filter(endpoint -> endpoint.path().matches("/(api|ledger)/.*"))
                .filter(endpoint -> !endpoint.path().endsWith("/progress"))
                .toList();
        assertThat(questions).hasSizeGreaterThan(10);
        for (Endpoint question : questions) {
            String known =
                    question.address(name -> KNOWN.getOrDefault(question.path().replaceAll("/\\{.*", ""), "fuzzed"));
            ask(known);
            for (String id : TestRun.some(6, IDS)) {
                ask(question.address(name -> id));
            }
            // What the address does not read is refused before anything is asked, whatever it says.
            List<String> taken = new ArrayList<>();
            for (String parameter : PARAMETERS) {
                if (takes(known, parameter)) {
                    taken.add(parameter);
                    for (int i = 0; i < TestRun.of(1, 2); i++) {
                        ask(known + "?" + parameter + "=" + value(parameter));
                    }
                }
            }
            for (int i = 0; i < 3; i++) {
                ask(known + "?" + nonsense(PARAMETERS) + "&" + nonsense(PARAMETERS) + "&" + nonsense(PARAMETERS));
            }
            for (int i = 0; i < TestRun.of(3, 10) && !taken.isEmpty(); i++) {
                ask(known + "?" + nonsense(taken) + "&" + nonsense(taken) + "&" + nonsense(taken));
            }
            ask(known, "Accept", "text/csv");
            ask(known, "Accept", "image/png");
            ask(known, "Accept", "nonsense");
            ask(known, "If-None-Match", "\"x", "Range", "bytes=9-1");
            for (String method : List.of("DELETE", "PATCH", "HEAD")) {
                check(method + " " + known, registry.send(method, known, BodyPublishers.noBody()), method);
            }
        }
    }

    @Test
    void no_page_is_an_internal_error() {
        recordOneOfEach();
        List<Endpoint> pages = Endpoint.of(running).stream()
                .filter(Endpoint::isQuery)
                .filter(endpoint ->
                        endpoint.path().matches("/|/(networks|figures|history|seminars|statements|states)\\b.*"))
                .toList();
        assertThat(pages).hasSizeGreaterThan(8);
        for (Endpoint page : pages) {
            String known =
                    page.address(name -> KNOWN_PAGES.getOrDefault(page.path().split("/\\{")[0], "fuzzed"));
            for (String id : TestRun.some(8, IDS)) {
                askPage(page.address(name -> id));
            }
            for (String parameter : TestRun.some(12, PARAMETERS)) {
                askPage(known + "?" + parameter + "=" + value(parameter));
            }
            for (int i = 0; i < TestRun.of(3, 10); i++) {
                askPage(known + "?" + nonsense(PARAMETERS) + "&" + nonsense(PARAMETERS) + "&lang=" + value("lang"));
            }
        }
    }

    @Test
    void no_act_of_an_operator_upon_what_is_not_there_is_an_internal_error() {
        List<Endpoint> acts = Endpoint.of(running).stream()
                .filter(endpoint -> endpoint.method() == RequestMethod.POST && endpoint.command() == null)
                .filter(endpoint -> endpoint.path().contains("{"))
                .toList();
        assertThat(acts).isNotEmpty();
        for (Endpoint act : acts) {
            for (String id : IDS) {
                String address = act.address(name -> id);
                Reply reply = registry.post(address, "{'reason': 'none'}");
                check("POST " + address, reply, "POST");
                assertThat(reply.status()).as(address).isGreaterThanOrEqualTo(400);
            }
        }
    }

    @AfterEach
    void no_fault_was_found() {
        assertThat(faults).as("seed %d", SEED).isEmpty();
    }

    private void recordOneOfEach() {
        registry.put("/api/programmes/fuzzed-programme", "{'name': 'A Programme'}");
        registry.put(
                "/api/institutions/fuzzed-institution", "{'name': 'A Ministry', 'kind': 'MINISTRY', 'state': 'AR'}");
        registry.put("/api/networks/fuzzed-network", "{'name': 'A Network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        registry.post("/api/networks/fuzzed-network/memberships", "{'state': 'AR', 'kind': 'MEMBER', 'from': '2012~'}");
        registry.put(
                "/api/seminars/fuzzed-seminar",
                "{'title': 'A Seminar', 'programme': 'fuzzed-programme', 'edition': 'GLOBAL', 'mode': 'ONLINE',"
                        + " 'startsOn': '2014-05'}");
        registry.put("/api/officials/fuzzed-official", "{'fullName': 'Ana Example', 'state': 'AR'}");
        registry.put(
                "/api/initiatives/fuzzed-initiative",
                "{'title': 'An Initiative', 'states': ['AR'], 'type': 'TRAINING', 'launchedOn': '2015'}");
        registry.put(
                "/api/statements/fuzzed-statement",
                "{'statedOn': '2015', 'metric': 'MEMBER_STATES', 'qualifier': 'EXACTLY', 'value': 18,"
                        + " 'scope': 'fuzzed-network'}");
        registry.put(
                "/api/editions/fuzzed-edition",
                "{'title': 'A Report', 'figures': [{'key': 'fuzzed-edition', 'label': 'Members',"
                        + " 'metric': 'MEMBER_STATES', 'scope': 'fuzzed-network', 'asOf': '2015', 'printed': 18},"
                        + " {'key': 'alumni', 'label': 'Alumni', 'metric': 'ALUMNI', 'asOf': '2015'}]}");
    }

    private String nonsense(List<String> parameters) {
        String parameter = pick(parameters);
        return parameter + "=" + value(parameter);
    }

    private String value(String parameter) {
        String value = pick(VALUES);
        boolean wouldWait = parameter.startsWith("atLeast") && value.matches("[0-9]{3,18}");
        return URLEncoder.encode(wouldWait ? "1" : value, StandardCharsets.UTF_8);
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private boolean takes(String address, String parameter) {
        String asked = address + "?" + parameter + "=" + value(parameter);
        Reply reply = registry.once(asked);
        check("GET " + asked, reply, "GET");
        return !reply.body().contains("UNKNOWN_PARAMETER");
    }

    private void ask(String address, String... headers) {
        check("GET " + address, registry.once(address, headers), "GET");
    }

    /** What cannot be decoded never reaches a page; everything else is one. */
    private void askPage(String address) {
        Reply reply = registry.once(address, "Accept", "text/html");
        boolean wouldWait = reply.status() == 503 && address.contains("atLeast");
        boolean page = reply.header("Content-Type").startsWith("text/html")
                || reply.status() == 302
                || reply.status() == 400 && reply.header("Content-Type").startsWith(PROBLEM);
        if (reply.status() >= 500 && !wouldWait
                || !page
                || LEAK.matcher(reply.body()).find()) {
            faults.add(address.substring(0, Math.min(300, address.length())) + " → " + reply.status() + " "
                    + reply.header("Content-Type"));
        }
    }

    /** Goes on after a fault, so that one run shows them all. */
    private void check(String asked, Reply reply, String method) {
        boolean notYet = reply.status() == 503 && asked.contains("atLeast");
        boolean internal =
                reply.status() >= 500 && !(notYet && reply.text("code").equals("NOT_YET_KNOWN"));
        boolean leaks = reply.status() >= 400 && LEAK.matcher(reply.body()).find();
        boolean noProblem = reply.status() >= 400
                && !method.equals("HEAD")
                && !(reply.header("Content-Type").startsWith(PROBLEM)
                        && !reply.text("code").isBlank());
        if (internal || leaks || noProblem) {
            faults.add(asked.substring(0, Math.min(300, asked.length())) + " → " + reply.status() + " " + reply.body());
        }
    }
}
