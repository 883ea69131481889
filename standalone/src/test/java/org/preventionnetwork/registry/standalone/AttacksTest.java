package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.access.limits.RequestRate;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people without an account, or with too small a one, try; over real HTTP, against a registry with its real limits. */
class AttacksTest {
    private static final String PASSWORD = "correct horse battery";
    private static final int LIMIT = 200;
    private static RunningRegistry running;
    private static Client admin;
    private static int addresses = 10;

    @BeforeAll
    static void start() {
        running = RunningRegistry.another("--registry.limits.requests-per-second=" + LIMIT);
        admin = running.client();
    }

    @AfterAll
    static void end() {
        if (running != null) {
            running.close();
        }
    }

    private static Client account(String name, String roles) {
        admin.put("/api/accounts/" + name, "{'password': '" + PASSWORD + "', 'roles': [" + roles + "]}")
                .expect(201);
        return admin.as(name, PASSWORD);
    }

    /** From an address that nobody has used before. */
    private static RawHttp somebody() {
        return new RawHttp(admin.port(), "127.0.7." + addresses++);
    }

    private Browser browser() {
        return new Browser(admin.port());
    }

    @Test
    void an_account_that_is_guessed_at_is_locked_and_answers_as_if_it_were_not() {
        account("guessed", "'AUDITOR'");
        RawHttp attacker = somebody();
        String refusal =
                attacker.login("nobody-of-this-name", "a wrong password").body();
        for (int i = 0; i < 5; i++) {
            assertThat(attacker.login("guessed", "wrong password " + i).body()).isEqualTo(refusal);
        }
        RawHttp.Answer right = somebody().login("guessed", PASSWORD);
        assertThat(right.status()).isEqualTo(401);
        assertThat(right.body()).isEqualTo(refusal);
        assertThat(admin.get("/api/accounts/guessed").text("lockedUntil")).isNotEmpty();

        admin.post("/api/accounts/guessed/unlock", "{}").expect(200);
        assertThat(somebody().login("guessed", PASSWORD).status()).isEqualTo(200);
        assertThat(admin.get("/api/account-changes").body()).contains("LOCKED").contains("UNLOCKED");
    }

    @Test
    void every_further_guess_locks_for_longer() {
        account("stubborn", "'AUDITOR'");
        JdbcTemplate database = new JdbcTemplate(running.part("dataSource", javax.sql.DataSource.class));
        List<Integer> minutes = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            somebody().login("stubborn", "wrong password " + i);
            Integer locked = database.queryForObject(
                    "SELECT round(extract(epoch FROM locked_until - now()) / 60)::int FROM access.account"
                            + " WHERE name = 'stubborn'",
                    Integer.class);
            if (locked != null) {
                minutes.add(locked);
            }
            database.update("UPDATE access.account SET locked_until = NULL WHERE name = 'stubborn'");
        }
        assertThat(minutes).containsExactly(1, 2, 4, 8, 16, 32, 60, 60, 60);
    }

    @Test
    void guesses_at_once_are_not_more_guesses() {
        account("crowded", "'AUDITOR'");
        RawHttp attacker = somebody();
        List<Integer> guesses = java.util.stream.IntStream.range(0, 24).boxed().toList();
        guesses.parallelStream().forEach(i -> attacker.login("crowded", "wrong password " + i));
        JdbcTemplate database = new JdbcTemplate(running.part("dataSource", javax.sql.DataSource.class));
        assertThat(database.queryForObject(
                        "SELECT failed_attempts FROM access.account WHERE name = 'crowded'", Integer.class))
                .isEqualTo(5);
    }

    @Test
    void an_address_that_guesses_at_many_accounts_is_not_listened_to() {
        account("bystander", "'AUDITOR'");
        RawHttp attacker = somebody();
        int last = 0;
        for (int i = 0; i < 40 && last != 429; i++) {
            last = attacker.login("account" + i, "one password for all").status();
        }
        assertThat(last).isEqualTo(429);
        RawHttp.Answer refused = attacker.login("bystander", PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).containsIgnoringCase("Retry-After: ");
        assertThat(attacker.send("GET /api/me", "Authorization: Bearer pnr_" + "A".repeat(43))
                        .status())
                .isEqualTo(429);
        assertThat(somebody().login("bystander", PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void tokens_are_guessed_at_as_little_as_passwords() {
        RawHttp attacker = somebody();
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(attacker.send("GET /api/me", "Authorization: Bearer pnr_" + i + "A".repeat(40))
                    .status());
        }
        assertThat(answers).contains(401, 429).doesNotContain(200);
    }

    /** What the account may send is used up by somebody who is faster than any client, and faster than it comes back. */
    @Test
    void more_requests_than_the_limit_are_put_off() throws InterruptedException {
        Client busy = account("busy", "'DASHBOARD'");
        busy.get("/api/me").expect(200);
        RequestRate rate = running.parts(RequestRate.class).iterator().next();
        AtomicBoolean enough = new AtomicBoolean();
        Thread others = new Thread(() -> {
            while (!enough.get()) {
                rate.account("busy");
            }
        });
        others.start();
        Reply late;
        try {
            late = await().until(() -> busy.get("/api/me"), reply -> reply.status() == 429);
        } finally {
            enough.set(true);
            others.join();
        }
        assertThat(late.header("Retry-After")).isEqualTo("1");
        assertThat(late.text("code")).isEqualTo("TOO_MANY_REQUESTS");
        await().untilAsserted(() -> busy.get("/api/me").expect(200));
    }

    @Test
    void as_many_requests_as_the_limit_are_not() {
        RequestRate rate = running.parts(RequestRate.class).iterator().next();
        for (int i = 0; i < LIMIT; i++) {
            assertThat(rate.account("nobody has been it yet")).isEmpty();
        }
    }

    @Test
    void the_session_of_before_the_login_is_not_the_one_after_it() {
        account("fixed", "'AUDITOR'");
        Browser browser = browser();
        browser.get("/login").expect(200);
        String before = browser.cookies().get("registry-session");
        assertThat(browser.login("fixed", PASSWORD).expect(302).header("Location"))
                .isEqualTo("/");
        String after = browser.cookies().get("registry-session");
        assertThat(after).isNotEqualTo(before);
        assertThat(browser.get("/api/me").expect(200).text("name")).isEqualTo("fixed");

        Browser thief = browser();
        thief.cookies().put("registry-session", before);
        assertThat(thief.json("/api/tokens", "{}").status()).isEqualTo(401);
        assertThat(browser.get("/api/me;registry-session=" + after).status()).isEqualTo(400);
    }

    @Test
    void a_session_changes_nothing_without_the_token_of_its_own_pages() {
        account("clicked", "'AUDITOR'");
        Browser browser = browser();
        browser.login("clicked", PASSWORD).expect(302);
        assertThat(browser.json("/api/tokens", "{'label': 'stolen'}")
                        .expect(403)
                        .text("code"))
                .isEqualTo("FORBIDDEN");
        assertThat(browser.json("/api/tokens", "{'label': 'stolen'}", "X-CSRF-TOKEN", "guessed")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/logout", Map.of()).status()).isEqualTo(403);
        String token = browser.get("/api/me").json().at("/csrf/token").asString();
        browser.json("/api/tokens", "{'label': 'own'}", "X-CSRF-TOKEN", token).expect(201);

        browser.post("/logout", Map.of("_csrf", browser.csrf())).expect(302);
        assertThat(browser.get("/api/me").header("Location")).isEqualTo("/login");
    }

    @Test
    void a_login_without_the_page_s_own_token_is_no_login() {
        Browser browser = browser();
        assertThat(browser.post("/login", Map.of("username", "admin", "password", Client.PASSWORD))
                        .status())
                .isEqualTo(403);
        account("formal", "'AUDITOR'");
        assertThat(browser.login("formal", "something else").expect(302).header("Location"))
                .isEqualTo("/login?error");
        JdbcTemplate database = new JdbcTemplate(running.part("dataSource", javax.sql.DataSource.class));
        assertThat(database.queryForObject(
                        "SELECT failed_attempts FROM access.account WHERE name = 'formal'", Integer.class))
                .as("counted once")
                .isEqualTo(1);
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_other_sites() {
        String cookie = browser().get("/login").header("Set-Cookie");
        assertThat(cookie).startsWith("registry-session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie).doesNotContain("Secure");
    }

    @Test
    void nobody_can_ride_on_a_session_of_an_account_that_is_disabled_or_has_another_password() {
        account("leaver", "'AUDITOR'");
        Browser browser = browser();
        browser.login("leaver", PASSWORD).expect(302);
        Client token = admin.bearing(admin.as("leaver", PASSWORD)
                .post("/api/tokens", "{'label': 'script'}")
                .expect(201)
                .text("secret"));
        token.get("/api/me").expect(200);
        browser.get("/api/me").expect(200);

        admin.post("/api/accounts/leaver/disable", "{}").expect(200);
        assertThat(token.get("/api/me").status()).isEqualTo(401);
        assertThat(admin.as("leaver", PASSWORD).get("/api/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/me").status()).isEqualTo(302);

        admin.post("/api/accounts/leaver/enable", "{}").expect(200);
        assertThat(browser.get("/api/me").status())
                .as("the old session stays ended")
                .isEqualTo(302);
        token.get("/api/me").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/officials%2f",
                "GET /api%2fofficials",
                "GET /login/..;/api/officials",
                "GET /login/../api/officials",
                "GET /login/%2e%2e/api/officials",
                "GET /login/%252e%252e/api/officials",
                "GET //api/officials",
                "GET /api//officials",
                "GET /api/officials;x=1",
                "GET /api/officials;/login",
                "GET /api/./officials",
                "GET /api/officials/",
                "GET /API/officials",
                "GET /api/officials%00",
                "GET /api/officials%0a",
                "GET /api/officials.json",
                "GET /api/officials?x=/login",
                "GET /ledger/tile/../proof/x",
                "GET /ledger/tile/0/..%2f..%2fproof/x",
                "GET /ledger/tile/entries/000",
                "GET /ledger/tile/0/../entries/000",
                "GET /swagger-ui/..%2f..%2fapplication.yaml",
                "GET /swagger-ui/%2e%2e/%2e%2e/application.yaml",
                "GET /login.css/../../application.yaml",
                "GET \\api\\officials",
                "GET http://127.0.0.1/api/officials",
                "HEAD /api/officials",
                "OPTIONS /api/officials",
                "TRACE /api/officials",
                "TRACK /api/officials",
                "get /api/officials",
                "FOO /api/officials",
                "PROPFIND /api/officials",
                "POST /api/operations/projections/networks/rebuild",
                "PUT /api/accounts/attacker",
                "GET /actuator/health/../env",
                "GET /actuator/health/%2e%2e/env",
                "GET /error/../api/officials"
            })
    void no_trick_with_an_address_or_a_verb_opens_anything(String requestLine) {
        RawHttp.Answer answer = somebody().send(requestLine);
        assertThat(answer.status()).isIn(400, 401, 403, 404, 405, 411, 501);
        assertThat(answer.text())
                .doesNotContain("items")
                .doesNotContain("fullName")
                .doesNotContain("spring:");
        assertThat(answer.text()).doesNotContain("\tat ").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
    void a_header_does_not_change_the_verb(String header) {
        Client reader = account("reader-" + header.toLowerCase(java.util.Locale.ROOT), "'AUDITOR'");
        Reply reply = reader.get("/api/programmes/overridden", header, "PUT");
        assertThat(reply.status()).isEqualTo(404);
        assertThat(reader.post("/api/officials?_method=GET", "{}").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Actor: maria",
                "X-Forwarded-User: admin",
                "X-Remote-User: admin",
                "X-Original-URL: /login",
                "X-Rewrite-URL: /login",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Prefix: /login",
                "Authorization: Basic",
                "Authorization: Basic !!!",
                "Authorization: Basic YWRtaW4=",
                "Authorization: Basic OjE=",
                "Authorization: Bearer",
                "Authorization: Bearer a b",
                "Authorization: Digest username=admin",
                "Authorization: bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.",
                "Cookie: registry-session=00000000000000000000000000000000; JSESSIONID=1"
            })
    void no_header_makes_somebody_of_nobody(String header) {
        assertThat(somebody().send("GET /api/officials", header).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil%0d%0aSet-Cookie:x=1",
                "evil%0aname",
                "%22evil%22",
                "Evil",
                "a%3Ab",
                "%3Cscript%3E",
                "oidc%3Aadmin",
                "%00",
                "admin%20",
                "аdmin"
            })
    void no_account_has_a_name_that_could_be_taken_for_something_else(String name) {
        RawHttp.Answer answer = somebody()
                .sendBody(
                        "PUT /api/accounts/"
                                + new String(
                                        name.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        java.nio.charset.StandardCharsets.ISO_8859_1),
                        "{}",
                        "Authorization: " + admin.login(),
                        "Content-Type: application/json",
                        "Content-Length: 2");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).doesNotContainIgnoringCase("\nSet-Cookie:");
        assertThat(admin.put("/api/accounts/x:y", "{'password': 'long enough it is', 'roles': ['AUDITOR']}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void strangers_cannot_make_the_registry_read_much() {
        RawHttp attacker = somebody();
        String form = "Content-Type: application/x-www-form-urlencoded";
        assertThat(attacker.send("POST /login", form, "Content-Length: 70000").status())
                .isEqualTo(413);
        assertThat(attacker.sendBody("POST /login", "0\r\n\r\n", form, "Transfer-Encoding: chunked")
                        .status())
                .isEqualTo(411);
        assertThat(attacker.send("POST /login", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 2000")
                        .status())
                .isEqualTo(415);
        assertThat(attacker.send(
                                "POST /api/imports",
                                "Content-Type: multipart/form-data; boundary=x",
                                "Content-Length: 60000000")
                        .status())
                .as("refused before the file is read")
                .isEqualTo(401);
        Reply large = admin.put("/api/accounts/large", "{'password': '" + "x".repeat(20_000) + "'}");
        assertThat(large.status()).isEqualTo(413);
    }

    /** Each of these used to hold a thread for as long as it pleased; there are 200. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a form of a stranger | POST /login | Content-Type: application/x-www-form-urlencoded; Content-Length: 9000 | username= | x",
                "a body that nobody waits for | POST /api/networks | Content-Length: 90000 | { | x",
                "one in chunks | POST /api/networks | Transfer-Encoding: chunked | 5 | 0",
                "one that waits to be told | POST /api/imports | Expect: 100-continue; Content-Length: 90000 | '' | x",
                "a body of an account | PUT /api/networks/slow | {login}; Content-Type: application/json; Content-Length: 90000 | { | ' '",
                "an account's chunks | PUT /api/networks/slow | {login}; Content-Type: application/json; Transfer-Encoding: chunked | 5 | 0",
                "chunks with an endless remark | PUT /api/networks/slow | {login}; Content-Type: application/json; Transfer-Encoding: chunked | 5;a | b",
                "a file of an account | POST /api/imports | {login}; Expect: 100-continue; Content-Type: multipart/form-data, boundary=x; Content-Length: 90000 | --x | y",
                "a body where none belongs | GET /actuator/health | Content-Length: 90000 | x | x",
                "a head that has no end | GET /api/networks | X-Slow: | x | x"
            })
    void while_many_send_slowly_others_are_answered(
            String what, String requestLine, String headers, String begun, String more) {
        String slow = "slow-" + Integer.toHexString(what.hashCode());
        String head = headers.replace(
                        "{login}",
                        "Authorization: " + account(slow, "'SECRETARIAT'").login())
                .replace("; ", "\r\n")
                .replace(", ", "; ");
        boolean endless = requestLine.contains("/networks") && what.contains("head");
        String request = requestLine + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + head + (endless ? "" : "\r\n\r\n") + begun;
        try (SlowSenders senders = new SlowSenders(admin.port(), 300, request, more)) {
            admin.withoutLogin().get("/actuator/health").expect(200);
            served(() -> admin.get("/api/overview")).expect(200);
            String name = "n-" + slow;
            served(() -> admin.put("/api/networks/" + name, "{'name': 'N', 'kind': 'REGIONAL'}"))
                    .expect(201);
            assertThat(browser().login("admin", Client.PASSWORD).expect(302).header("Location"))
                    .isEqualTo("/");
            admin.withoutLogin().get("/actuator/health").expect(200);
        }
    }

    /** A busy machine may say for a moment that it is busy; the slow ones go on for longer than is waited here. */
    private static Reply served(Callable<Reply> asking) {
        return await().atMost(Duration.ofSeconds(20)).until(asking, reply -> reply.status() != 503);
    }

    @Test
    void while_somebody_reads_nothing_of_many_large_answers_others_are_answered() {
        String request = "GET /swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: "
                + account("sluggish", "'AUDITOR'").login() + "\r\n\r\n";
        try (SlowSenders senders = new SlowSenders(admin.port(), 100, request.repeat(20), "")) {
            admin.get("/api/overview").expect(200);
            assertThat(browser().login("admin", Client.PASSWORD).expect(302).header("Location"))
                    .isEqualTo("/");
            admin.withoutLogin().get("/actuator/health").expect(200);
        }
    }

    @Test
    void who_sends_too_slowly_is_told_so() {
        RawHttp.Answer answer = somebody()
                .sendBody(
                        "POST /login",
                        "username=",
                        "Content-Type: application/x-www-form-urlencoded",
                        "Content-Length: 90");
        assertThat(answer.status()).isEqualTo(408);
        assertThat(answer.body()).contains("TOO_SLOW");
        assertThat(answer.text()).containsIgnoringCase("Connection: close");
    }

    /** A refused upload is read on, so that its sender sees why; and the connection is of use afterwards. */
    @Test
    void who_sends_much_in_vain_still_gets_the_answer() {
        Reply refused = admin.withoutLogin().upload("/api/imports", "large.csv", new byte[3_000_000]);
        assertThat(refused.status()).isEqualTo(401);
        admin.withoutLogin().get("/actuator/health").expect(200);
    }

    @Test
    void every_answer_tells_browsers_to_be_careful() {
        for (Reply reply : List.of(
                admin.withoutLogin().get("/login"),
                admin.withoutLogin().get("/api/me"),
                admin.get("/api/me"),
                admin.get("/api/networks"),
                admin.withoutLogin().send("GET", "/api/me;x", BodyPublishers.noBody()))) {
            if (reply.status() == 400) {
                continue;
            }
            assertThat(reply.header("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(reply.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(reply.header("Permissions-Policy")).contains("camera=()");
            assertThat(reply.header("Cache-Control")).contains("no-store");
            assertThat(reply.header("Strict-Transport-Security")).isEmpty();
        }
        assertThat(admin.get("/swagger-ui/index.html").expect(200).header("Content-Security-Policy"))
                .contains("style-src 'self' 'unsafe-inline'")
                .doesNotContain("script-src");
    }

    @Test
    void the_login_page_has_neither_script_nor_style_in_it() {
        String page = browser().get("/login").expect(200).body();
        assertThat(page).doesNotContain("<script").doesNotContain("style=").doesNotContain("<style");
        assertThat(page).doesNotContainPattern("\\son\\w+=");
        assertThat(admin.withoutLogin().get("/login.css").expect(200).header("Content-Type"))
                .startsWith("text/css");
    }

    @Test
    void a_browser_is_led_to_the_login_and_back() {
        account("guest", "'AUDITOR'");
        Browser browser = browser();
        assertThat(browser.get("/api/networks?size=3").expect(302).header("Location"))
                .isEqualTo("/login");
        assertThat(browser.login("guest", PASSWORD).expect(302).header("Location"))
                .contains("/api/networks?size=3");
        assertThat(browser.get("/login").body()).contains("You are logged in as <strong>guest</strong>");
    }
}
