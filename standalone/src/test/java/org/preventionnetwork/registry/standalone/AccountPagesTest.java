package org.preventionnetwork.registry.standalone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People log in, look after their own account, and administrators after those of others. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountPagesTest {
    private static final String PASSWORD = "of some length";
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void open_a_browser() {
        registry.put("/api/accounts/who-auditor", "{'password': '" + PASSWORD + "', 'roles': ['AUDITOR', 'DASHBOARD']}")
                .expect(201);
    }

    private static void logIn(Page page, String account, String password) {
        page.fill("[name=username]", account);
        page.fill("[name=password]", password);
        Visitor.follow(page, "button");
    }

    @Test
    void the_login_page_says_in_four_languages_what_went_wrong() {
        Page page = visitor.open(Visitor.desk(), "who-auditor", PASSWORD);
        Visitor.follow(page, ".account");
        Visitor.follow(page, "text=Log out");
        page.waitForURL("**/login?logout");
        assertThat(page.innerText(".message")).isEqualTo("You are logged out.");
        visitor.shoot(page, "login-out");
        Visitor.follow(page, ".languages a[lang=fr]");
        page.waitForURL("**lang=fr");
        assertThat(page.innerText("h1")).isEqualTo("Connexion");
        logIn(page, "who-auditor", "not the password");
        assertThat(page.innerText(".message")).startsWith("La connexion a échoué");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("fr");
        visitor.shoot(page, "login-failed");
        for (String language : List.of("es", "pt", "en")) {
            Visitor.follow(page, ".languages a[lang=" + language + "]");
            page.waitForURL("**lang=" + language);
            visitor.accessible(page);
        }
        logIn(page, "who-auditor", PASSWORD);
        page.waitForURL(url -> !url.contains("/login"));
        assertThat(page.innerText("h1")).isEqualTo("Overview");
        visitor.visit(page, "/login");
        assertThat(page.innerText("main")).contains("who-auditor");
    }

    @Test
    void the_login_page_has_the_colours_of_all_others() throws IOException {
        Map<String, List<String>> login = colours("/org/preventionnetwork/registry/access/web/login.css");
        Map<String, List<String>> pages = colours("/static/assets/registry.css");
        login.keySet().removeAll(List.of("on-accent", "field"));
        assertThat(login).hasSizeGreaterThan(10);
        login.forEach((name, values) -> assertThat(values).as(name).isEqualTo(pages.get(name)));
    }

    private static Map<String, List<String>> colours(String path) throws IOException {
        Map<String, List<String>> colours = new TreeMap<>();
        try (InputStream file = AccountPagesTest.class.getResourceAsStream(path)) {
            String css = new String(Objects.requireNonNull(file, path).readAllBytes(), StandardCharsets.UTF_8);
            Matcher found = COLOUR.matcher(css);
            while (found.find()) {
                colours.merge(
                        found.group(1), List.of(found.group(2)), (light, dark) -> List.of(light.get(0), dark.get(0)));
            }
        }
        return colours;
    }

    @Test
    void somebody_makes_a_token_uses_it_revokes_it_and_changes_the_password() {
        registry.put("/api/accounts/who-clerk", "{'password': '" + PASSWORD + "', 'roles': ['SECRETARIAT', 'AUDITOR']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "who-clerk", PASSWORD);
        Visitor.follow(page, ".account");
        page.waitForURL("**/account");
        assertThat(page.innerText("main")).contains("Secretariat", "Records and imports");
        page.fill("#label", "A script");
        page.check("[name=roles][value=AUDITOR]");
        page.click("text=Make a token");
        Locator secret = page.locator("#secret");
        assertThat(secret).isVisible();
        String token = secret.inputValue();
        assertThat(token).startsWith("pnr_");
        visitor.shoot(page, "account-token");
        visitor.accessible(page);
        Client script = registry.withoutLogin().bearing(token);
        assertThat(script.get("/api/me").expect(200).json().get("roles").toString())
                .isEqualTo("[\"AUDITOR\"]");

        Locator row = page.locator("[data-live=tokens] tr", new Page.LocatorOptions().setHasText("A script"));
        assertThat(row).containsText("In use");
        row.locator("button").click();
        assertThat(row).containsText("Revoked");
        assertThat(script.get("/api/me").status()).isEqualTo(401);
        visitor.visit(page, "/account");
        assertThat(page.content()).doesNotContain(token);

        page.fill("#old", "wrong");
        page.fill("#password", "another of some length");
        page.fill("#again", "another of some length");
        page.click("section:has(#old) button");
        Locator told = page.locator("section:has(#old) [data-message]");
        assertThat(told).containsText("not the account’s password");
        Client another = registry.bearing(registry.as("who-clerk", PASSWORD)
                .post("/api/tokens", "{'label': 'Another'}")
                .expect(201)
                .text("secret"));
        page.fill("#old", PASSWORD);
        page.check("[name=revokeTokens]");
        page.click("section:has(#old) button");
        assertThat(told).containsText("is changed");
        assertThat(another.get("/api/me").status()).isEqualTo(401);
        page.reload();
        assertThat(page.innerText("h1")).isEqualTo("who-clerk");
        visitor.open(Visitor.desk(), "who-clerk", "another of some length");
    }

    @Test
    void an_administrator_makes_an_account_that_logs_in_limits_and_disables_it() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/accounts");
        page.fill("#name", "who-new");
        page.fill("#password", PASSWORD);
        page.check("[name=roles][value=SECRETARIAT]");
        page.fill("#scopes", "africa");
        page.click("text=Make the account");
        Locator told = page.locator("section:has(#name) [data-message]");
        assertThat(told).containsText("scopes are");
        visitor.shoot(page, "accounts-refused");
        page.fill("#scopes", "network:africa, programme:lemkin");
        Visitor.follow(page, "text=Make the account");
        page.waitForURL("**/accounts/who-new");
        assertThat(page.inputValue("#scopes")).isEqualTo("network:africa programme:lemkin");
        page.check("[name=roles][value=AUDITOR]");
        page.waitForResponse("**/set-roles", () -> page.click("text=Save"));
        assertThat(registry.get("/api/accounts/who-new").json().get("roles")).hasSize(2);

        Page other = visitor.open(Visitor.desk(), "who-new", PASSWORD);
        Visitor.follow(other, ".account");
        other.waitForURL("**/account");
        assertThat(other.innerText("main")).contains("network:africa", "Auditor");

        disable(visitor.open(Visitor.desk()));
    }

    private void disable(Page page) {
        visitor.visit(page, "/accounts/who-new");
        page.click(".danger summary");
        page.click(".danger details button");
        assertThat(page.locator(".facts")).containsText("Disabled");
        assertThat(registry.as("who-new", PASSWORD).get("/api/me").status()).isEqualTo(401);
        visitor.shoot(page, "account-disabled");
        visitor.visit(page, "/account-changes");
        assertThat(page.locator("tbody tr", new Page.LocatorOptions().setHasText("who-new"))
                        .allInnerTexts())
                .anyMatch(row -> row.contains("Roles changed") && row.contains("admin"))
                .anyMatch(row -> row.contains("Disabled"));
        visitor.visit(page, "/accounts/nobody-of-this-name");
        assertThat(page.innerText("h1")).isEqualTo("There is no such page");
    }

    @Test
    void an_auditor_finds_who_has_read_whose_data() {
        registry.put(
                        "/api/officials/who-official",
                        "{'fullName': 'Somebody Read', 'state': 'AR', 'institution': null, 'from': '2012'}")
                .expect(201);
        Client auditor = registry.as("who-auditor", PASSWORD);
        auditor.get("/api/officials/who-official?atLeastVersion=1").expect(200);
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false), "who-auditor", PASSWORD);
        visitor.visit(page, "/access-log");
        page.fill("#official", "who-official");
        page.selectOption("#kind", "OFFICIAL");
        Visitor.follow(page, ".filters button");
        page.waitForURL("**official=who-official**");
        assertThat(page.locator("tbody tr").first().innerText())
                .contains("who-auditor", "who-official", "One official", "/api/officials/who-official");
        visitor.shoot(page, "access-log");
        assertThat(page.locator(".sections a").allInnerTexts())
                .containsExactly("Operations", "Imports", "Changes of accounts", "Access log");
        visitor.visit(page, "/accounts");
        assertThat(page.innerText("h1")).isEqualTo("This is not for you to see");
    }

    @Test
    void an_administrator_erases_a_person_and_gets_the_receipt() {
        registry.put("/api/officials/who-asks", "{'fullName': 'Somebody Asking', 'state': 'AR'}")
                .expect(201);
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/erasure?official=who-asks");
        assertThat(page.evaluate("getComputedStyle(document.querySelector('form.panel.inputs')).display"))
                .isEqualTo("grid");
        page.fill("#again", "who-ask");
        page.fill("#reason", "asked for it, letter of 3 May");
        page.click("form.deed button");
        assertThat(page.evaluate("document.getElementById('again').validationMessage"))
                .isEqualTo("Both ids must be the same.");
        page.fill("#again", "who-asks");
        page.click("form.deed button");
        page.waitForSelector("#receipt");
        assertThat(page.innerText("#receipt pre")).contains("official who-asks", "key destroyed");
        assertThat(page.innerText("h1")).isEqualTo("A person was erased");
        assertThat(page.innerText("main"))
                .contains("admin", "asked for it, letter of 3 May", "What is left, and where", "/ledger/key")
                .doesNotContain("Somebody Asking");
        assertThat(page.locator("main form").count()).isZero();
        visitor.visit(page, "/officials/who-asks?atLeastVersion=2");
        assertThat(page.locator("main a[href*='/record/'], main a[href*='/erasure']")
                        .count())
                .isZero();
        visitor.shoot(page, "erasure-done");
        assertThat(registry.get("/api/officials/who-asks?atLeastVersion=2")
                        .expect(200)
                        .json()
                        .get("erased")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void the_pages_are_accessible_by_day_by_night_and_on_a_phone() {
        List<String> paths = List.of(
                "/account",
                "/accounts",
                "/accounts/who-auditor",
                "/account-changes",
                "/access-log",
                "/erasure",
                "/login");
        Map<String, String> named = new LinkedHashMap<>();
        paths.forEach(path -> named.put("admin" + path.replace('/', '-'), path));
        visitor.byDayAndByNight(named);
        visitor.onAPhone(named);
    }
}
