package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** From the first administrator to an account's last token. */
class AccountsTest {
    private static final String PASSWORD = "correct horse battery";
    private final RunningRegistry running = RunningRegistry.shared();
    private final Client admin = running.client();

    private Client account(String name, String roles) {
        admin.put("/api/accounts/" + name, "{'password': '" + PASSWORD + "', 'roles': [" + roles + "]}")
                .expect(201);
        return admin.as(name, PASSWORD);
    }

    private static String code(Reply reply) {
        return reply.status() + " " + reply.text("code");
    }

    @Test
    void an_administrator_makes_an_account_that_says_who_it_is() {
        Client clerk = account("clerk@example.org", "'SECRETARIAT', 'AUDITOR'");
        JsonNode me = clerk.get("/api/me").expect(200).json();
        assertThat(me.get("name").asString()).isEqualTo("clerk@example.org");
        assertThat(me.get("roles")).hasSize(2);
        assertThat(code(admin.put(
                        "/api/accounts/clerk@example.org", "{'password': '" + PASSWORD + "', 'roles': ['ADMIN']}")))
                .isEqualTo("409 ALREADY_THERE");
        assertThat(code(admin.get("/api/accounts/nobody"))).isEqualTo("404 UNKNOWN_ACCOUNT");
        assertThat(admin.get("/api/accounts").body())
                .contains("clerk@example.org")
                .doesNotContain("bcrypt");
    }

    @Test
    void what_an_account_records_bears_its_name_whatever_its_request_says() {
        Client clerk = account("honest", "'SECRETARIAT'");
        clerk.put("/api/programmes/by-honest", "{'name': 'P'}", "X-Actor", "somebody-else")
                .expect(201);
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        admin.get("/api/history?entity=programme:by-honest").body())
                .contains("\"actor\":\"honest\""));
    }

    @Test
    void passwords_are_long_and_nothing_else() {
        assertThat(code(admin.put("/api/accounts/short", "{'password': 'elevenchars', 'roles': ['AUDITOR']}")))
                .isEqualTo("400 MALFORMED");
        assertThat(code(admin.put(
                        "/api/accounts/long", "{'password': '" + "é".repeat(37) + "', 'roles': ['AUDITOR']}")))
                .isEqualTo("400 MALFORMED");
        admin.put("/api/accounts/plain", "{'password': 'aaaaaaaaaaaa', 'roles': ['AUDITOR']}")
                .expect(201);
        assertThat(code(admin.put("/api/accounts/none", "{'roles': ['AUDITOR']}")))
                .isEqualTo("400 MALFORMED");
        assertThat(code(admin.put("/api/accounts/none", "{'password': 'aaaaaaaaaaaa', 'roles': ['KING']}")))
                .isEqualTo("400 MALFORMED");
        assertThat(code(admin.put("/api/accounts/none", "{'password': 'aaaaaaaaaaaa', 'roles': []}")))
                .isEqualTo("400 MALFORMED");
        assertThat(code(admin.put(
                        "/api/accounts/none",
                        "{'password': 'aaaaaaaaaaaa', 'roles': ['SECRETARIAT'], 'scopes': ['everything']}")))
                .isEqualTo("400 MALFORMED");
    }

    @Test
    void whoever_changes_the_own_password_shows_the_old_one_and_stays_alone() {
        Client before = account("changer", "'AUDITOR'");
        Browser here = new Browser(admin.port());
        Browser elsewhere = new Browser(admin.port());
        here.login("changer", PASSWORD).expect(302);
        elsewhere.login("changer", PASSWORD).expect(302);
        String csrf = here.get("/api/me").json().at("/csrf/token").asString();

        assertThat(code(here.json(
                        "/api/me/password",
                        "{'old': 'not this one', 'password': 'another long one'}",
                        "X-CSRF-TOKEN",
                        csrf)))
                .isEqualTo("409 WRONG_PASSWORD");
        here.json(
                        "/api/me/password",
                        "{'old': '" + PASSWORD + "', 'password': 'another long one'}",
                        "X-CSRF-TOKEN",
                        csrf)
                .expect(204);

        here.get("/api/me").expect(200);
        assertThat(elsewhere.get("/api/me").status()).isEqualTo(302);
        assertThat(before.get("/api/me").status()).isEqualTo(401);
        admin.as("changer", "another long one").get("/api/me").expect(200);
    }

    @Test
    void a_role_that_is_taken_away_is_gone_at_the_next_request() {
        Client clerk = account("demoted", "'SECRETARIAT', 'AUDITOR'");
        Client token = admin.bearing(
                clerk.post("/api/tokens", "{'label': 't'}").expect(201).text("secret"));
        token.get("/api/officials").expect(200);
        clerk.get("/api/officials").expect(200);
        admin.post("/api/accounts/demoted/set-roles", "{'roles': ['DASHBOARD'], 'scopes': []}")
                .expect(200);
        assertThat(token.get("/api/officials").status()).isEqualTo(403);
        assertThat(clerk.get("/api/officials").status()).isEqualTo(403);
        token.get("/api/networks").expect(200);
    }

    @Test
    void the_password_that_the_registry_was_started_with_is_the_first_administrator_s() {
        try (RunningRegistry registry = RunningRegistry.another("--registry.admin.password=weak")) {
            registry.client().as("admin", "weak").get("/api/accounts").expect(200);
            assertThat(registry.client()
                            .as("admin", "week")
                            .get("/api/accounts")
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void the_last_who_can_manage_accounts_cannot_be_taken_away() {
        try (RunningRegistry registry = RunningRegistry.another()) {
            Client last = registry.client();
            assertThat(code(last.post("/api/accounts/admin/disable", "{}"))).isEqualTo("409 LAST_ADMINISTRATOR");
            assertThat(code(last.post("/api/accounts/admin/set-roles", "{'roles': ['AUDITOR'], 'scopes': []}")))
                    .isEqualTo("409 LAST_ADMINISTRATOR");
        }
    }

    @Test
    void a_token_has_some_of_its_account_s_roles_and_is_shown_once() {
        Client clerk = account("scripted", "'SECRETARIAT', 'DASHBOARD'");
        JsonNode made = clerk.post("/api/tokens", "{'label': 'dashboard', 'roles': ['DASHBOARD'], 'days': 7}")
                .expect(201)
                .json();
        String secret = made.get("secret").asString();
        assertThat(secret).matches("pnr_[A-Za-z0-9_-]{43}");
        assertThat(Instant.parse(made.at("/token/expiresAt").asString()))
                .isBetween(Instant.now().plus(6, ChronoUnit.DAYS), Instant.now().plus(8, ChronoUnit.DAYS));
        Client dashboard = admin.bearing(secret);
        dashboard.get("/api/networks").expect(200);
        assertThat(dashboard.get("/api/officials").status()).isEqualTo(403);
        assertThat(dashboard.put("/api/programmes/by-token", "{'name': 'P'}").status())
                .isEqualTo(403);
        assertThat(code(dashboard.post("/api/tokens", "{'label': 'child'}"))).isEqualTo("403 PASSWORD_NEEDED");
        assertThat(clerk.get("/api/tokens").body()).contains("dashboard").doesNotContain(secret);
        assertThat(code(clerk.post("/api/tokens", "{'label': 'x', 'roles': ['ADMIN']}")))
                .isEqualTo("409 ROLES_NOT_HELD");
        assertThat(code(clerk.post("/api/tokens", "{'label': 'x', 'days': 400}")))
                .isEqualTo("400 MALFORMED");
        assertThat(code(clerk.post("/api/tokens", "{'label': ''}"))).isEqualTo("400 MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/tokens,",
        "GET,/account,",
        "POST,/api/tokens,{'label': 'child'}",
        "DELETE,/api/tokens/{other},",
        "POST,/api/me/password,{'old': 'a guess'; 'password': 'another long one'}",
        "PUT,/api/accounts/of-a-token,{'password': 'correct horse battery'; 'roles': ['ADMIN']}",
        "POST,/api/accounts/clerk-of-all/set-password,{'password': 'another long one'}",
        "POST,/api/accounts/clerk-of-all/set-roles,{'roles': ['ADMIN']; 'scopes': []}",
        "POST,/api/accounts/clerk-of-all/disable,{}",
        "POST,/api/accounts/clerk-of-all/enable,{}",
        "POST,/api/accounts/clerk-of-all/unlock,{}",
        "POST,/api/accounts/clerk-of-all/revoke-tokens,{}"
    })
    void a_token_changes_no_login_however_much_else_it_may(String method, String path, String body) {
        if (admin.get("/api/accounts/clerk-of-all").status() == 404) {
            account("clerk-of-all", "'SECRETARIAT', 'AUDITOR', 'DASHBOARD', 'ADMIN'");
        }
        Client clerk = admin.as("clerk-of-all", PASSWORD);
        JsonNode other =
                clerk.post("/api/tokens", "{'label': 'other'}").expect(201).json();
        Client token = admin.bearing(
                clerk.post("/api/tokens", "{'label': 'all'}").expect(201).text("secret"));
        String address = path.replace("{other}", other.at("/token/id").asString());
        for (int i = 0; i < 7; i++) {
            Reply reply = token.send(
                    method,
                    address,
                    body == null
                            ? BodyPublishers.noBody()
                            : BodyPublishers.ofString(body.replace('\'', '"').replace(';', ',')),
                    "Content-Type",
                    "application/json");
            assertThat(code(reply)).isEqualTo("403 PASSWORD_NEEDED");
        }
        clerk.get("/api/me").expect(200);
        assertThat(admin.get("/api/accounts/clerk-of-all")
                        .json()
                        .get("lockedUntil")
                        .isNull())
                .isTrue();
        assertThat(code(admin.get("/api/accounts/of-a-token"))).isEqualTo("404 UNKNOWN_ACCOUNT");
        admin.bearing(other.get("secret").asString()).get("/api/me").expect(200);
        for (String listed :
                List.of("/api/accounts", "/api/accounts/admin", "/api/accounts/admin/tokens", "/accounts")) {
            assertThat(token.get(listed).status()).as(listed).isEqualTo(403);
        }
        token.get("/api/account-changes").expect(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "console",
                "unknown",
                "system",
                "registry",
                "c0nsole",
                "c.o.n.s.o.l.e",
                "conso-1e",
                "5ystem",
                "registry.itself",
                "reg1stry-itself",
                "anonymous",
                "oidc",
                "oidc.maria",
                "oidc-admin",
                "oidcmaria",
                "0idc-x",
                "0idcmaria",
                "o1dc.maria",
                "oldc-maria",
                "o.i.d.c.maria",
                "oiclc-maria",
                "re9istry",
                "console2",
                "svstem",
                "the-system",
                "import",
                "account-console",
                "account-1-console",
                "account-oidcmaria",
                "account-c0nsole"
            })
    void nobody_is_called_as_the_registry_calls_itself(String name) {
        Reply reply = admin.put("/api/accounts/" + name, "{'password': '" + PASSWORD + "', 'roles': ['AUDITOR']}");
        assertThat(code(reply)).isEqualTo("400 NAME_RESERVED");
        assertThat(reply.json().at("/errors/0/pointer").asString()).isEqualTo("/name");
        assertThat(code(admin.get("/api/accounts/" + name))).isEqualTo("404 UNKNOWN_ACCOUNT");
    }

    /** Made by a version that did not know better. */
    @Test
    void an_account_that_was_called_so_gets_another_name_and_keeps_all_else() {
        Client before = account("clerk.of.old", "'SECRETARIAT'");
        String token = before.post("/api/tokens", "{'label': 't'}").expect(201).text("secret");
        account("of-another", "'AUDITOR'");
        database().update("UPDATE access.account SET name = 'account-console' WHERE name = 'of-another'");
        database().update("UPDATE access.account SET name = 'console' WHERE name = 'clerk.of.old'");
        running.part("configuredAdministrator", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();

        Client now = admin.as("account-1-console", PASSWORD);
        assertThat(now.get("/api/me").expect(200).text("name")).isEqualTo("account-1-console");
        assertThat(admin.bearing(token).get("/api/me").expect(200).text("name")).isEqualTo("account-1-console");
        now.put("/api/programmes/by-console", "{'name': 'P'}").expect(201);
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        admin.get("/api/history?entity=programme:by-console").body())
                .contains("\"actor\":\"account-1-console\""));
        assertThat(admin.get("/api/account-changes?size=500").body()).contains("was console, which is reserved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oldcastle", "old-clerk", "account-office", "account-1", "consoler", "idco", "registrar"})
    void names_that_are_only_somewhat_like_those_are_free(String name) {
        account(name, "'AUDITOR'").get("/api/me").expect(200);
    }

    /** Whatever the other account's password is: a name leads to the account that bore it and to no other. */
    @Test
    void a_name_of_before_never_leads_to_another_account() {
        account("itself-of-old", "'AUDITOR'");
        account("another-of-old", "'SECRETARIAT'");
        database().update("UPDATE access.account SET name = 'account-itself' WHERE name = 'another-of-old'");
        assertThat(admin.as("itself", PASSWORD).get("/api/me").status()).isEqualTo(401);
        database().update("UPDATE access.account SET name = 'itself' WHERE name = 'itself-of-old'");
        running.part("configuredAdministrator", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();
        assertThat(admin.as("itself", PASSWORD).get("/api/me").expect(200).text("name"))
                .isEqualTo("account-1-itself");
        admin.post("/api/accounts/account-1-itself/set-password", "{'password': 'quite another one'}")
                .expect(200);
        assertThat(admin.as("itself", PASSWORD).get("/api/me").status()).isEqualTo(401);
        assertThat(admin.get("/api/accounts/account-itself")
                        .json()
                        .get("lockedUntil")
                        .isNull())
                .isTrue();
        assertThat(admin.as("itself", "quite another one")
                        .get("/api/me")
                        .expect(200)
                        .text("name"))
                .isEqualTo("account-1-itself");
    }

    @Test
    void whose_name_was_given_away_may_go_on_typing_it() {
        account("system-of-old", "'SECRETARIAT'");
        database().update("UPDATE access.account SET name = 'system' WHERE name = 'system-of-old'");
        running.part("configuredAdministrator", SmartInitializingSingleton.class)
                .afterSingletonsInstantiated();
        assertThat(admin.as("System", PASSWORD).get("/api/me").expect(200).text("name"))
                .isEqualTo("account-system");
    }

    /** All that is recorded without a login, whoever adds to it next. */
    @Test
    void whoever_is_no_account_and_yet_recorded_something_has_a_reserved_name() throws Exception {
        running.parts(Intake.class).iterator().next().local(Path.of("nowhere"), true, SystemActor.CONSOLE.actor(), "x");
        List<String> actors = database()
                .queryForList(
                        """
                        SELECT actor FROM imports.run UNION SELECT actor FROM access.account_change
                        EXCEPT SELECT name FROM access.account""",
                        String.class);
        assertThat(actors).contains("console", "registry:itself").allMatch(SystemActor::isReserved);
    }

    @Test
    void a_token_that_is_revoked_or_has_expired_is_of_no_use() {
        Client clerk = account("careful", "'AUDITOR'");
        JsonNode made =
                clerk.post("/api/tokens", "{'label': 'lost'}").expect(201).json();
        Client lost = admin.bearing(made.get("secret").asString());
        lost.get("/api/me").expect(200);
        String path = "/api/tokens/" + made.at("/token/id").asString();
        Client other = account("curious", "'AUDITOR'");
        assertThat(code(other.send("DELETE", path, BodyPublishers.noBody()))).isEqualTo("404 UNKNOWN_TOKEN");
        clerk.send("DELETE", path, BodyPublishers.noBody()).expect(204);
        assertThat(lost.get("/api/me").status()).isEqualTo(401);

        Client old = admin.bearing(
                clerk.post("/api/tokens", "{'label': 'old'}").expect(201).text("secret"));
        database().update("UPDATE access.token SET expires_at = now() - interval '1 second' WHERE label = 'old'");
        assertThat(old.get("/api/me").status()).isEqualTo(401);

        Client many = admin.bearing(
                clerk.post("/api/tokens", "{'label': 'many'}").expect(201).text("secret"));
        many.get("/api/me").expect(200);
        admin.post("/api/accounts/careful/revoke-tokens", "{}").expect(200);
        assertThat(many.get("/api/me").status()).isEqualTo(401);
        assertThat(admin.get("/api/accounts/careful/tokens").items()).hasSize(3);
    }

    @Test
    void a_password_that_is_changed_leaves_tokens_alone_unless_it_is_said_that_they_end() {
        Client clerk = account("renewing", "'AUDITOR'");
        String make = "{'label': 't'}";
        Client kept = admin.bearing(clerk.post("/api/tokens", make).expect(201).text("secret"));
        String change = "{'old': '" + PASSWORD + "', 'password': 'another long one'";
        clerk.post("/api/me/password", change + "}").expect(204);
        kept.get("/api/me").expect(200);
        Client now = admin.as("renewing", "another long one");
        now.post(
                        "/api/me/password",
                        "{'old': 'another long one', 'password': '" + PASSWORD + "', 'revokeTokens': true}")
                .expect(204);
        assertThat(kept.get("/api/me").status()).isEqualTo(401);

        Client given = admin.bearing(clerk.post("/api/tokens", make).expect(201).text("secret"));
        admin.post("/api/accounts/renewing/set-password", "{'password': 'a third one, set'}")
                .expect(200);
        given.get("/api/me").expect(200);
        admin.post("/api/accounts/renewing/set-password", "{'password': 'a fourth one, set', 'revokeTokens': true}")
                .expect(200);
        assertThat(given.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void what_was_done_to_accounts_has_a_last_page_that_may_be_asked_for_and_a_largest() {
        for (String asked : List.of("page=2147483647&size=500", "page=10000001", "page=-1", "size=501", "size=0")) {
            assertThat(admin.get("/api/account-changes?" + asked).expect(400).text("detail"))
                    .isEqualTo("page is 0 to 10000000, size is 1 to 500");
        }
        admin.get("/api/account-changes?page=10000000&size=500").expect(200);
    }

    @Test
    void what_was_done_to_accounts_is_kept_and_cannot_be_changed() {
        account("watched", "'AUDITOR'").post("/api/tokens", "{'label': 't'}").expect(201);
        admin.post("/api/accounts/watched/disable", "{}").expect(200);
        Map<String, Object> row = database()
                .queryForMap("SELECT actor, detail FROM access.account_change"
                        + " WHERE account = 'watched' AND action = 'CREATED'");
        assertThat(row).containsEntry("actor", "admin").containsEntry("detail", "roles [AUDITOR]");
        assertThat(admin.get("/api/account-changes?size=500").body()).contains("TOKEN_MADE", "DISABLED");
        for (String deed : new String[] {
            "UPDATE access.account_change SET actor = 'nobody'",
            "DELETE FROM access.account_change",
            "TRUNCATE access.account_change",
            "DELETE FROM access.account",
            "DELETE FROM access.token",
            "DROP TABLE access.account_change"
        }) {
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> database().execute(deed))
                    .isInstanceOf(DataAccessException.class);
        }
    }

    @Test
    void the_query_side_does_not_see_accounts() {
        JdbcTemplate query = new JdbcTemplate(running.part("queryDataSource", DataSource.class));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> query.queryForList("SELECT * FROM access.account"))
                .hasStackTraceContaining("permission denied");
    }

    private JdbcTemplate database() {
        return new JdbcTemplate(running.part("dataSource", DataSource.class));
    }

    @Test
    void what_is_not_taken_or_not_answered_so_has_the_code_that_says_it() {
        Reply plain = admin.send("POST", "/api/tokens", BodyPublishers.ofString("label"), "Content-Type", "text/plain");
        assertThat(plain.status() + " " + plain.text("code")).isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
        Reply xml = admin.once("/api/me", "Accept", "application/xml");
        assertThat(xml.status() + " " + xml.text("code")).isEqualTo("406 NOT_ACCEPTABLE");
        Reply words = admin.once("/api/account-changes?page=first");
        assertThat(words.status() + " " + words.text("code")).isEqualTo("400 MALFORMED");
        assertThat(words.text("detail")).contains("page");
    }
}
