package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.Role;
import org.preventionnetwork.registry.access.policy.Audience;
import org.preventionnetwork.registry.access.policy.Policy;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractHandlerMethodMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Every address that the running registry has, called by every role and by nobody: the table, held against the answers. */
class AccessMatrixTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client ADMIN = RUNNING.client();
    private static final Policy POLICY = new Policy();

    /** What resource handlers serve stands behind these, and nothing else. */
    private static final Set<String> RESOURCES = Set.of(
            "/swagger-ui/index.html",
            "/swagger-ui/swagger-ui.css",
            "/assets/registry.css",
            "/webjars/picocss__pico/css/pico.classless.min.css");

    private record Call(String method, String path) {}

    /** Who may, has begun to import the sample: no other test shall find it half done. */
    @AfterAll
    static void let_imports_end() {
        Imports.awaitAll(ADMIN);
    }

    @Test
    void every_address_is_in_the_table_and_answers_as_it_says() {
        List<Asker> askers = askers();
        List<String> wrong = new ArrayList<>();
        Set<Call> calls = calls();
        for (Call call : calls) {
            Optional<Audience> audience = POLICY.audience(call.method(), PathContainer.parsePath(call.path()));
            if (audience.isEmpty()) {
                wrong.add(call + " is not in the table");
                continue;
            }
            boolean everybody = audience.get().includes(Optional.empty());
            compare(call, "nobody", ADMIN.withoutLogin(), 401, everybody, wrong);
            askers.forEach(asker -> compare(call, asker.who(), asker.client(), 403, asker.may(audience.get()), wrong));
        }
        assertThat(wrong).isEmpty();
        assertThat(calls).hasSizeGreaterThan(150);
    }

    private static void compare(
            Call call, String who, Client client, int refusal, boolean allowed, List<String> wrong) {
        if (call.path().startsWith("/oauth2/")
                || call.path().equals("/logout")
                || call.path().equals("/error")) {
            return;
        }
        Reply reply = client.send(call.method(), call.path(), BodyPublishers.noBody());
        boolean refused = reply.status() == 401
                || reply.status() == 403 && !reply.text("code").equals("OUT_OF_SCOPE");
        // Without a session, a login page's form is refused for want of its token.
        boolean form = call.equals(new Call("POST", "/login"));
        if (refused == allowed && !form || !allowed && reply.status() != refusal) {
            wrong.add(call + " answers " + reply.status() + " to " + who + ", who " + (allowed ? "may" : "may not"));
        }
        if (!allowed && !reply.header("Content-Type").startsWith("application/problem+json")) {
            wrong.add(call + " refuses " + who + " without a problem document");
        }
    }

    /** @param token whether it asks with one, and so not in person */
    private record Asker(String who, Client client, Set<Role> roles, boolean token) {
        boolean may(Audience audience) {
            return audience.includes(Optional.of(new Caller("x", roles, Set.of())))
                    && (audience.everybody() || !token || !audience.inPerson());
        }
    }

    private static List<Asker> askers() {
        List<Asker> askers = new ArrayList<>();
        for (Role role : Role.values()) {
            String name = "matrix-" + role.name().toLowerCase(java.util.Locale.ROOT);
            askers.add(new Asker(name, account(name, "'" + role + "'", ""), EnumSet.of(role), false));
        }
        Client limited = account("matrix-limited", "'SECRETARIAT'", ", 'scopes': ['network:matrix-only']");
        askers.add(new Asker("a limited recorder", limited, EnumSet.of(Role.SECRETARIAT), false));
        Client all = account("matrix-all", "'DASHBOARD', 'SECRETARIAT', 'AUDITOR', 'ADMIN'", "");
        for (Role role : Role.values()) {
            String token = all.post("/api/tokens", "{'label': 't', 'roles': ['" + role + "']}")
                    .expect(201)
                    .text("secret");
            askers.add(new Asker("a token for " + role + " only", all.bearing(token), EnumSet.of(role), true));
        }
        return askers;
    }

    private static Client account(String name, String roles, String scopes) {
        ADMIN.put("/api/accounts/" + name, "{'password': 'matrix matrix', 'roles': [" + roles + "]" + scopes + "}")
                .expect(201);
        return ADMIN.as(name, "matrix matrix");
    }

    private static Set<Call> calls() {
        Set<Call> calls = new LinkedHashSet<>();
        RESOURCES.forEach(path -> calls.add(new Call("GET", path)));
        for (HandlerMapping mapping : RUNNING.parts(HandlerMapping.class)) {
            if (mapping instanceof AbstractHandlerMethodMapping<?> methods) {
                methods.getHandlerMethods().keySet().forEach(info -> add((RequestMappingInfo) info, calls));
            } else if (mapping instanceof AbstractUrlHandlerMapping urls) {
                assertThat(urls.getHandlerMap().keySet())
                        .as("resources are under addresses that the table names or denies")
                        .allMatch(path -> path.startsWith("/swagger-ui") || path.matches("/\\*\\*|/webjars/.*"));
            }
        }
        return calls;
    }

    private static void add(RequestMappingInfo info, Set<Call> calls) {
        Set<String> methods = new LinkedHashSet<>();
        info.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        if (methods.isEmpty()) {
            methods.add("GET");
        }
        for (String pattern : info.getPatternValues()) {
            for (String method : methods) {
                calls.add(new Call(method, example(pattern)));
            }
        }
    }

    private static String example(String pattern) {
        return pattern.replace("{level}", "0")
                .replace("{*number}", "000")
                .replaceAll("/?\\{\\*\\w+}", "/x")
                .replaceAll("/\\*\\*$", "/x")
                .replaceAll("\\{deed}", "unlock")
                .replaceAll("\\{collection}", "networks")
                .replaceAll("\\{\\w+}", "none");
    }

    /** Or else it is in a redirect, a link or a description that somebody else is shown, from a cache for instance. */
    @Test
    void what_a_request_says_of_its_host_is_in_no_answer() {
        String host = "attacker.example";
        RawHttp raw = new RawHttp(ADMIN.port(), "127.0.0.1");
        List<String> repeating = new ArrayList<>();
        Set<Call> asked = calls();
        asked.add(new Call("GET", "/error"));
        asked.add(new Call("GET", "/api/networks?size=1&page=1"));
        asked.add(new Call("GET", "/v3/api-docs.yaml"));
        for (Call call : asked) {
            if (!call.method().equals("GET") || call.path().endsWith("/progress")) {
                continue;
            }
            for (String[] headers : new String[][] {
                {"Accept: text/html", "X-Forwarded-Host: " + host},
                {"Authorization: " + ADMIN.login(), "Forwarded: host=" + host}
            }) {
                RawHttp.Answer answer = raw.sendTo(host, "GET " + call.path(), "", headers);
                if (answer.text().contains(host)) {
                    repeating.add(call.path() + " with " + headers[0].substring(0, 8));
                }
            }
        }
        assertThat(repeating).isEmpty();
    }

    @Test
    void a_login_leads_back_to_the_page_and_not_to_a_host() throws Exception {
        Browser browser = new Browser(ADMIN.port());
        String cookie = browser.get("/login").header("Set-Cookie").replaceAll(";.*", "");
        String csrf = java.net.URLEncoder.encode(browser.csrf(), java.nio.charset.StandardCharsets.UTF_8);
        RawHttp raw = new RawHttp(ADMIN.port(), "127.0.0.1");
        raw.sendTo("attacker.example", "GET /networks?page=2", "", "Accept: text/html", "Cookie: " + cookie);
        String form = "username=admin&password="
                + java.net.URLEncoder.encode(Client.PASSWORD, java.nio.charset.StandardCharsets.UTF_8) + "&_csrf="
                + csrf;
        RawHttp.Answer answer = raw.sendTo(
                "attacker.example",
                "POST /login",
                form,
                "Cookie: " + cookie,
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: " + form.length());
        assertThat(answer.text()).contains("Location: /networks?page=2\r\n").doesNotContain("attacker");
    }

    @Test
    void there_is_nothing_at_the_address_of_errors() {
        for (Client client : List.of(ADMIN, ADMIN.withoutLogin())) {
            Reply reply = client.get("/error").expect(404);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
            assertThat(reply.text("code")).isEqualTo("NOT_FOUND");
        }
        assertThat(ADMIN.get("/error", "Accept", "text/html").expect(404).header("Content-Type"))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/nothing",
        "DELETE,/api/networks/africa",
        "PATCH,/api/networks/africa",
        "GET,/index.html",
        "GET,/webjars/swagger-ui/index.html",
        "GET,/application.yaml",
        "GET,/actuator/env",
        "GET,/actuator/heapdump",
        "GET,/v3/api-docs/other",
        "OPTIONS,/api/networks"
    })
    void what_the_table_does_not_name_is_denied_to_everybody(String method, String path) {
        assertThat(ADMIN.withoutLogin()
                        .send(method, path, BodyPublishers.noBody())
                        .status())
                .isEqualTo(401);
        assertThat(ADMIN.send(method, path, BodyPublishers.noBody()).status()).isEqualTo(403);
    }

    @Test
    void the_log_is_public_and_what_it_is_made_of_is_not() {
        Client nobody = ADMIN.withoutLogin();
        assertThat(nobody.get("/ledger/key").status()).isNotIn(401, 403);
        assertThat(nobody.get("/ledger/tile/0/000").status()).isNotIn(401, 403);
        assertThat(nobody.get("/ledger/tile/entries/000").status()).isEqualTo(401);
        assertThat(nobody.get("/ledger/tile/%65ntries/000").status()).isEqualTo(401);
        assertThat(nobody.get("/ledger/proof/x").status()).isEqualTo(401);
    }

    @Test
    void the_icon_that_browsers_ask_for_by_themselves_needs_no_login() {
        assertThat(ADMIN.withoutLogin().get("/favicon.ico").expect(200).header("Content-Type"))
                .isEqualTo("image/svg+xml");
    }

    @Test
    void health_says_no_more_than_that_to_strangers() {
        assertThat(ADMIN.withoutLogin().get("/actuator/health").expect(200).body())
                .isEqualTo("{\"status\":\"UP\"}");
        Predicate<String> detailed = body -> body.contains("\"components\"");
        assertThat(ADMIN.get("/actuator/health").expect(200).body()).matches(detailed);
    }
}
