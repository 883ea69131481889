package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
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
}
