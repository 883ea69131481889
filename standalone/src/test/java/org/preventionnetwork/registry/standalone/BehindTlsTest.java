package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;

class BehindTlsTest {
    private static final String[] BY_TLS = {"X-Forwarded-Proto", "https", "Accept", "text/html"};

    @Test
    void what_came_by_tls_is_answered_with_secure_cookies_and_for_tls_only() {
        try (RunningRegistry registry = RunningRegistry.another("--server.forward-headers-strategy=native")) {
            Reply byTls = registry.client().withoutLogin().get("/login", BY_TLS).expect(200);
            assertThat(byTls.header("Strict-Transport-Security")).contains("max-age=31536000");
            assertThat(byTls.header("Set-Cookie")).contains("; Secure", "; HttpOnly", "; SameSite=Lax");
            Reply plain = registry.client()
                    .withoutLogin()
                    .get("/login", "Accept", "text/html")
                    .expect(200);
            assertThat(plain.header("Strict-Transport-Security")).isEmpty();
        }
    }

    /** Whoever is not told that a proxy stands before it believes nobody. */
    @Test
    void without_the_setting_nobody_s_word_makes_a_request_secure() {
        Reply claimed = RunningRegistry.shared()
                .client()
                .withoutLogin()
                .get("/login", BY_TLS)
                .expect(200);
        assertThat(claimed.header("Strict-Transport-Security")).isEmpty();
        assertThat(claimed.header("Set-Cookie")).doesNotContain("Secure");
    }
}
