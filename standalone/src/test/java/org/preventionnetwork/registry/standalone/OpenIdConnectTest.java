package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import tools.jackson.databind.JsonNode;

/** Logins that a provider vouches for: people by its login page, programs by its tokens. */
class OpenIdConnectTest {
    private static RunningRegistry running;
    private static OpenIdProvider provider;
    private static FrontDoor door;
    private static FrontDoor own;
    private static String issuer;
    private static String publicUrl;

    @BeforeAll
    static void start() throws Exception {
        door = new FrontDoor();
        issuer = "http://127.0.0.1:" + door.port();
        own = new FrontDoor();
        publicUrl = "http://127.0.0.1:" + own.port();
        // The registry starts while the provider is away.
        running = RunningRegistry.another(
                "--registry.oidc.issuer-uri=" + issuer,
                "--registry.oidc.client-id=" + OpenIdProvider.CLIENT,
                "--registry.oidc.client-secret=" + OpenIdProvider.CLIENT_SECRET,
                "--registry.oidc.audience=" + OpenIdProvider.AUDIENCE,
                "--registry.oidc.public-url=" + publicUrl + "/",
                "--registry.oidc.name=the <b>Institute</b>",
                "--registry.oidc.roles.registry-auditor=AUDITOR",
                "--registry.oidc.roles.registry-recorder=SECRETARIAT");
        Reply early = running.client().bearing(token(claims -> {})).get("/api/me");
        assertThat(early.status()).isEqualTo(503);
        own.open(running.client().port());
        provider = OpenIdProvider.start(door, publicUrl + "/login/oauth2/code/registry");
    }

    @AfterAll
    static void end() throws Exception {
        if (door != null) {
            door.close();
        }
        if (own != null) {
            own.close();
        }
        if (provider != null) {
            provider.close();
        }
        if (running != null) {
            running.close();
        }
    }

    private static String token(Consumer<JwtClaimsSet.Builder> change) {
        return OpenIdProvider.token(claims(change));
    }

    private static JwtClaimsSet claims(Consumer<JwtClaimsSet.Builder> change) {
        JwtClaimsSet.Builder claims = JwtClaimsSet.builder()
                .issuer(issuer)
                .subject("4711")
                .audience(List.of(OpenIdProvider.AUDIENCE))
                .issuedAt(Instant.now().minusSeconds(10))
                .expiresAt(Instant.now().plusSeconds(300))
                .claim("preferred_username", "robot")
                .claim("roles", List.of("registry-auditor"));
        change.accept(claims);
        return claims.build();
    }

    private static Reply me(String token) {
        return running.client().bearing(token).get("/api/me");
    }

    /** Through the provider's login page and back. */
    private static Reply login(Browser browser, String person) {
        Reply begin = browser.get("/oauth2/authorization/registry").expect(302);
        assertThat(begin.header("Location")).startsWith(issuer).contains("code_challenge_method=S256", "nonce=");
        Browser atProvider = new Browser(Integer.parseInt(issuer.substring(issuer.lastIndexOf(':') + 1)));
        atProvider.get(begin.header("Location")).expect(302);
        atProvider.login(person, OpenIdProvider.PASSWORD).expect(302);
        return browser.get(atProvider.get(begin.header("Location")).expect(302).header("Location"));
    }

    private static Browser browser() {
        return new Browser(running.client().port());
    }

    @Test
    void a_person_logs_in_at_the_provider() {
        Browser browser = browser();
        assertThat(browser.get("/login").body())
                .contains("/oauth2/authorization/registry", "the &lt;b&gt;Institute&lt;/b&gt;");
        String before = browser.cookies().get("registry-session");
        assertThat(login(browser, "maria").expect(302).header("Location")).isEqualTo("/");
        assertThat(browser.cookies().get("registry-session")).isNotEqualTo(before);
        JsonNode me = browser.get("/api/me").expect(200).json();
        assertThat(me.get("name").asString()).isEqualTo("oidc:maria");
        assertThat(me.get("roles").toString()).isEqualTo("[\"AUDITOR\"]");
        browser.get("/api/officials").expect(200);
        assertThat(browser.json(
                                "/api/tokens",
                                "{'label': 't'}",
                                "X-CSRF-TOKEN",
                                me.at("/csrf/token").asString())
                        .status())
                .as("has no account here, hence no tokens")
                .isEqualTo(404);
    }

    /** Whatever a request says of its host: the answer would lead people's logins there. */
    @Test
    void a_login_comes_back_to_the_address_that_was_configured() {
        RawHttp.Answer answer = new RawHttp(running.client().port(), "127.0.0.1")
                .sendTo("attacker.example", "GET /oauth2/authorization/registry", "");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.text())
                .contains("redirect_uri=" + publicUrl + "/login/")
                .doesNotContain("attacker");
    }

    @Test
    void what_the_provider_limits_a_person_to_is_the_limit() {
        Browser browser = browser();
        login(browser, "luisa").expect(302);
        JsonNode me = browser.get("/api/me").expect(200).json();
        assertThat(me.get("scopes").toString()).isEqualTo("[\"network:africa\"]");
    }

    @Test
    void whom_the_provider_gives_no_role_is_nobody_here() {
        Browser browser = browser();
        assertThat(login(browser, "tom").expect(302).header("Location")).isEqualTo("/login?error");
        assertThat(browser.get("/api/me").status()).isEqualTo(302);
    }

    @Test
    void an_answer_that_belongs_to_another_login_is_none() {
        Browser victim = browser();
        assertThat(victim.get("/login/oauth2/code/registry?code=stolen&state=stolen")
                        .expect(302)
                        .header("Location"))
                .isEqualTo("/login?error");
        assertThat(victim.get("/api/me").status()).isEqualTo(302);
    }

    @Test
    void a_program_shows_a_token_of_the_provider_s() {
        JsonNode me = me(token(claims -> {})).expect(200).json();
        assertThat(me.get("name").asString()).isEqualTo("oidc:robot");
        assertThat(me.get("roles").toString()).isEqualTo("[\"AUDITOR\"]");
        assertThat(running.client()
                        .bearing(token(claims -> {}))
                        .put("/api/programmes/x", "{'name': 'X'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_token_without_a_readable_name_goes_by_its_subject() {
        assertThat(me(token(claims -> claims.claims(all -> all.remove("preferred_username"))))
                        .expect(200)
                        .text("name"))
                .isEqualTo("oidc:4711");
        assertThat(me(token(claims -> claims.claim("preferred_username", "a\nb")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_provider_makes_nobody_the_registry_itself() {
        for (String name : List.of("console", "Console", "C0NSOLE", "registry:itself", "system", "SYSTEM ")) {
            assertThat(me(token(claims -> claims.claim("preferred_username", name)))
                            .status())
                    .as(name)
                    .isEqualTo(401);
        }
        assertThat(me(token(claims -> claims.claims(all -> all.remove("preferred_username"))
                                .subject("console")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_token_of_the_provider_s_changes_no_login() {
        Client program = running.client().bearing(token(claims -> {}));
        assertThat(program.post("/api/tokens", "{'label': 't'}").expect(403).text("code"))
                .isEqualTo("PASSWORD_NEEDED");
    }

    @Test
    void no_other_token_is_taken() {
        for (String refused : List.of(
                token(claims -> claims.expiresAt(Instant.now().minusSeconds(120))
                        .issuedAt(Instant.now().minusSeconds(500))),
                token(claims -> claims.notBefore(Instant.now().plusSeconds(600))),
                token(claims -> claims.issuer("http://127.0.0.1:1")),
                token(claims -> claims.audience(List.of("somebody-else"))),
                token(claims -> claims.claims(all -> all.remove("aud"))),
                token(claims -> claims.claim("roles", List.of("something-else"))),
                token(claims -> claims.claims(all -> all.remove("roles"))),
                token(claims -> claims.claim("registry_scopes", List.of("everything"))),
                OpenIdProvider.token(claims(claims -> {}), OpenIdProvider.newKey("key-1")),
                OpenIdProvider.token(claims(claims -> {}), OpenIdProvider.newKey("key-2")),
                unsigned(),
                "nonsense")) {
            Reply reply = me(refused);
            assertThat(reply.status()).as(refused).isEqualTo(401);
            assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    private static String unsigned() {
        String[] parts = token(claims -> {}).split("\\.");
        return Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes()) + "." + parts[1]
                + ".";
    }

    @Test
    void local_accounts_still_work_beside_it() {
        running.client().get("/api/me").expect(200);
    }
}
