package org.preventionnetwork.registry.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever starts a registry first is led on, by one click if it is to be the sample. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class FirstStepsTest {
    private static final String PASSWORD = "looks around at first";
    private static final Map<String, String> TITLES = Map.of(
            "en", "Nothing is recorded yet",
            "es", "Todavía no hay nada registrado",
            "fr", "Rien n’est encore enregistré",
            "pt", "Ainda não há nada registrado");

    private RunningRegistry running;
    private Client registry;

    @BeforeAll
    void start_an_empty_one() {
        running = RunningRegistry.another();
        registry = running.client();
        account("first-clerk", "'roles': ['SECRETARIAT']");
        account("first-limited", "'roles': ['SECRETARIAT'], 'scopes': ['network:africa']");
        account("first-auditor", "'roles': ['AUDITOR']");
        account("first-screen", "'roles': ['DASHBOARD']");
    }

    private void account(String name, String what) {
        registry.put("/api/accounts/" + name, "{'password': '" + PASSWORD + "', " + what + "}")
                .expect(201);
    }

    @AfterAll
    void stop() {
        running.close();
    }

    private String page(String account, String address) {
        return registry.as(account, PASSWORD)
                .once(address, "Accept", "text/html")
                .expect(200)
                .body();
    }

    /** One test, since the first click ends what the others look at. */
    @Test
    void an_empty_registry_offers_what_may_be_done_and_one_click_loads_the_sample() {
        TITLES.forEach((language, title) -> assertThat(page("first-clerk", "/?lang=" + language))
                .contains(title, "/api/samples/institute", "href=\"/imports\"", "/record/networks/register-network")
                .doesNotContain("class=\"tiles\"", "??"));
        assertThat(page("first-limited", "/"))
                .contains(TITLES.get("en"), "href=\"/imports\"")
                .doesNotContain("/api/samples/institute", "register-network");
        for (String reader : new String[] {"first-auditor", "first-screen"}) {
            assertThat(page(reader, "/"))
                    .as(reader)
                    .contains(TITLES.get("en"), "Whoever may record")
                    .doesNotContain("/api/samples/institute", "href=\"/imports\"", "register-network");
        }
        try (Visitor visitor = new Visitor(registry)) {
            visitor.byDayAndByNight(Map.of("empty", "/"));
            visitor.onAPhone(Map.of("empty", "/"));
            Page page = visitor.open(Visitor.desk(), "first-clerk", PASSWORD);
            page.click("text=Load the sample");
            Visitor.arrives(page, "/imports/");
            assertThat(page.locator(".status").first()).hasText("Applied", new HasTextOptions().setTimeout(120_000));
            running.settle();
            visitor.visit(page, "/");
            assertThat(page.locator("#beginning")).hasCount(0);
            assertThat(page.locator(".tiles strong").first()).not().hasText("0");
            visitor.leave();
        }
    }
}
