package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a process says while people log in, and what it must not say. */
@Tag("process")
class SecretsTest {
    private static final Pattern PRINTED = Pattern.compile(
            "The registry is ready: http://localhost:(\\d+)/\n  Log in as 'admin' with the password (\\S+)\n.*\n\n\\z");

    @Test
    void no_password_token_or_cookie_is_ever_logged() throws Exception {
        Path home = Files.createDirectories(Path.of("target", "secrets-" + UUID.randomUUID()));
        List<String> secrets = new ArrayList<>(List.of(
                Client.PASSWORD,
                "a password of a clerk",
                "a password that was wrong",
                "a password for later",
                Base64.getEncoder().encodeToString(("admin:" + Client.PASSWORD).getBytes())));
        try (RegistryProcess registry = RegistryProcess.launch(home, "registry.log", "--logging.level.root=info")) {
            registry.awaitReady();
            Client admin = registry.client();
            admin.put("/api/accounts/clerk", "{'password': 'a password of a clerk', 'roles': ['SECRETARIAT']}")
                    .expect(201);
            admin.as("clerk", "a password that was wrong").get("/api/me").expect(401);
            admin.put("/api/accounts/clerk2", "{'password': ['a password that was wrong']}")
                    .expect(400);
            String token =
                    admin.post("/api/tokens", "{'label': 't'}").expect(201).text("secret");
            secrets.add(token);
            admin.bearing(token).get("/api/me").expect(200);
            admin.bearing(token + "x").get("/api/me").expect(401);
            Browser browser = new Browser(admin.port());
            browser.login("clerk", "a password that was wrong").expect(302);
            browser.login("clerk", "a password of a clerk").expect(302);
            browser.get("/api/me").expect(200);
            secrets.addAll(browser.cookies().values());
            secrets.add(browser.csrf());
            admin.post("/api/accounts/clerk/set-password", "{'password': 'a password for later'}")
                    .expect(200);
            assertThat(registry.log()).contains("Started RegistryApplication");
            assertThat(registry.log())
                    .doesNotContain(secrets)
                    .endsWith("  Log in as 'admin' with the password that you set.\n\n");
        }
        for (Path file : Files.walk(home).filter(Files::isRegularFile).toList()) {
            if (file.toString().endsWith(".log")) {
                assertThat(Files.readString(file)).doesNotContain(secrets);
            }
        }
    }

    /** The last that it says when it has started. */
    private static Matcher awaitPrinted(RegistryProcess registry) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> PRINTED.matcher(registry.log()), Matcher::find);
    }

    @Test
    void the_first_administrator_s_password_is_made_up_and_printed_once() throws Exception {
        Path home = Files.createDirectories(Path.of("target", "secrets-" + UUID.randomUUID()));
        String password;
        try (RegistryProcess first = RegistryProcess.launch(home, "first.log", "--registry.admin.password=")) {
            first.awaitReady();
            Matcher printed = awaitPrinted(first);
            assertThat(printed.group(1))
                    .isEqualTo(Integer.toString(first.client().port()));
            password = printed.group(2);
            assertThat(password).hasSizeGreaterThanOrEqualTo(20);
            first.client().as("admin", password).get("/api/me").expect(200);
        }
        try (RegistryProcess second = RegistryProcess.launch(home, "second.log")) {
            second.awaitReady();
            assertThat(second.log()).doesNotContain("Log in as", password);
            second.client().as("admin", password).get("/api/me").expect(200);
            assertThat(second.client().get("/api/me").status())
                    .as("what is configured later does not count")
                    .isEqualTo(401);
        }
    }
}
