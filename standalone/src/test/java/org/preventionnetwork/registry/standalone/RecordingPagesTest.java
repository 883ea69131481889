package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.preventionnetwork.registry.api.officials.OfficialCommand.EraseOfficial;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;

/** People record in a real browser: with dates in their own words, told what is wrong while they type. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordingPagesTest {
    private static final String API = "/api/networks/rec-network";
    private static final String RECORD = "/record/networks/";
    private static final String OF_NETWORK = "?networkId=rec-network";

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record_a_network_and_open_a_browser() {
        registry.put(API, "{'name': 'A recorded network', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put("/api/institutions/rec-ministry", "{'name': 'A recorded ministry', 'kind': 'MINISTRY'}")
                .expect(201);
        registry.put(API + "/memberships/rec-uy", "{'state': 'UY', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        registry.put(API + "/memberships/rec-py", "{'state': 'PY', 'kind': 'MEMBER', 'from': '2013'}")
                .expect(201);
        registry.put(
                        API + "/focal-points/rec-seat",
                        "{'state': 'UY', 'institution': 'rec-ministry', 'from': '2016', 'acting': true}")
                .expect(201);
        RunningRegistry.shared().settle();
    }

    private static void type(Page page, String field, String text) {
        page.fill("#f-" + field, text);
    }

    private static void awaitText(Page page, String selector, String... words) {
        page.waitForCondition(() -> {
            Locator place = page.locator(selector);
            return place.count() > 0
                    && java.util.Arrays.stream(words)
                            .allMatch(word -> place.first().innerText().contains(word));
        });
    }

    @Test
    void a_state_is_admitted_with_a_date_in_words_after_a_fault_was_shown_at_its_field() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/networks/rec-network");
        Visitor.follow(page, page.locator("#members a", new Page.LocatorOptions().setHasText("Admit a state")));
        Visitor.arrives(page, "/record/networks/admit-state", "networkId=rec-network");
        type(page, "state", "Atlantis");
        page.selectOption("#f-kind", "MEMBER");
        type(page, "from", "soon");
        awaitText(page, "#f-from-help", "Accepted are");
        awaitText(page, "#f-state-error", "No state is called so");
        assertThat(page.getAttribute("#f-state", "aria-invalid")).isEqualTo("true");
        visitor.shoot(page, "record-faults");
        type(page, "state", "Brasil");
        type(page, "from", "about 2015");
        awaitText(page, "#f-from-help", "about 2015", "2015~", "Some day from 1 Jan 2015 to 31 Dec 2015");
        awaitText(page, "#record-check", "can be saved");
        assertThat(page.locator("#f-state-error").isVisible()).isFalse();
        type(page, "source", "Minutes of the third meeting, p. 4");
        visitor.shoot(page, "record-admit");
        visitor.accessible(page);
        Visitor.follow(page, "form.record .save button");
        Visitor.arrives(page, "/networks/rec-network");
        awaitText(page, "#flash", "Recorded:", "Brazil");
        Locator row = page.locator("#members tbody tr", new Page.LocatorOptions().setHasText("Brazil"));
        assertThat(row.innerText()).contains("about 2015", "Minutes of the third meeting");
        visitor.shoot(page, "record-saved");
    }

    @Test
    void the_spell_that_ends_by_an_admission_is_told_before_it_is_recorded_and_after() {
        registry.put(API + "/memberships/rec-bo", "{'state': 'BO', 'kind': 'OBSERVER', 'from': '2011'}")
                .expect(201);
        RunningRegistry.shared().settle();
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, RECORD + "admit-state" + OF_NETWORK);
        type(page, "state", "Bolivia");
        page.selectOption("#f-kind", "MEMBER");
        type(page, "from", "2018");
        awaitText(page, "#record-follows", "Bolivia: ends being Observer since 2011; no longer from 2018");
        awaitText(page, "#record-check", "can be saved");
        visitor.shoot(page, "record-ends");
        Visitor.follow(page, "form.record .save button");
        Visitor.arrives(page, "/networks/rec-network");
        awaitText(page, "#flash", "Recorded:", "Bolivia: ends being Observer since 2011");
    }

    @Test
    void whose_membership_ends_with_a_network_is_told_before_it_is_dissolved() {
        registry.put(
                        "/api/networks/rec-dissolved",
                        "{'name': 'To be dissolved', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put(
                        "/api/networks/rec-dissolved/memberships/rec-left",
                        "{'state': 'CL', 'kind': 'MEMBER', 'from': '2011'}")
                .expect(201);
        registry.post("/api/networks/rec-dissolved/memberships/rec-left/withdraw", "{'on': '2012'}")
                .expect(200);
        registry.put(
                        "/api/networks/rec-dissolved/memberships/rec-open",
                        "{'state': 'PE', 'kind': 'MEMBER', 'from': '2011'}")
                .expect(201);
        RunningRegistry.shared().settle();
        String follows = registry.post(
                        RECORD + "dissolve-network/follows",
                        "{'path': {'networkId': 'rec-dissolved'}, 'body': {'on': '2020'}}",
                        "Accept-Language",
                        "fr")
                .expect(200)
                .body();
        assertThat(follows)
                .contains("Adhésions qui prennent fin par là : Pérou.")
                .doesNotContain("Chili");
    }

    @Test
    void what_follows_and_could_not_be_asked_is_not_taken_for_nothing() {
        registry.put("/api/networks/rec-unasked", "{'name': 'Unasked', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        RunningRegistry.shared().settle();
        Page page = visitor.open(Visitor.desk());
        page.route("**/dissolve-network/follows", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        visitor.visit(page, RECORD + "dissolve-network?networkId=rec-unasked");
        type(page, "on", "2020");
        awaitText(page, "#record-summary", "could not be asked what follows");
        page.click("form.record .save button");
        awaitText(page, "#record-summary", "could not be asked what follows");
        assertThat(registry.get("/api/networks/rec-unasked").expect(200).body()).doesNotContain("2020");
        Visitor.follow(page, "#record-summary button");
        Visitor.arrives(page, "/networks/rec-unasked");
        awaitText(page, "#flash", "Recorded:");
        visitor.forgive(503);
    }

    @Test
    void a_refusal_is_explained_in_the_pages_language_and_nothing_typed_is_lost() {
        Page page = visitor.open(Visitor.desk().setLocale("es-AR"));
        visitor.visit(page, RECORD + "admit-state" + OF_NETWORK + "&then=/states/UY");
        assertThat(page.innerText("h1")).isEqualTo("Admitir un Estado");
        type(page, "state", "Paraguay");
        page.selectOption("#f-kind", "MEMBER");
        type(page, "from", "29 de marzo de 2014");
        awaitText(page, "#f-from-help", "29 mar 2014", "Exactamente este día");
        awaitText(page, "#record-summary", "pertenece ya con certeza a la red", "Admisión de Paraguay");
        visitor.shoot(page, "record-refusal-es");
        visitor.accessible(page);
        type(page, "state", "Bélgica");
        awaitText(page, "#record-check", "se puede guardar");
        type(page, "source", "Informe \u202e5102");
        awaitText(page, "#f-source-error", "En la posición 9 hay un carácter que nadie ve");
        type(page, "source", "Informe 2015");
        awaitText(page, "#record-check", "se puede guardar");
        Visitor.follow(page, "form.record .save button");
        page.waitForURL(url -> url.contains("/states/UY") && !url.contains("/record/"));
        awaitText(page, "#flash", "Registrado:", "Bélgica");
    }

    @Test
    void a_membership_is_corrected_and_another_annulled_after_seeing_what_changes() {
        registry.put(API + "/memberships/rec-ec", "{'state': 'EC', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        registry.put(API + "/memberships/rec-co", "{'state': 'CO', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        RunningRegistry.shared().settle();
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, RECORD + "correct-membership" + OF_NETWORK + "&membershipId=rec-ec");
        assertThat(page.inputValue("#f-state")).isEqualTo("Ecuador");
        assertThat(page.inputValue("#f-from")).isEqualTo("2012");
        type(page, "until", "March 2019");
        page.selectOption("#f-correctionKind", "LATE_REPORT");
        type(page, "reason", "A letter that arrived late");
        awaitText(page, "#record-preview", "Ecuador");
        visitor.shoot(page, "record-correct");
        visitor.accessible(page);
        Visitor.follow(page, "form.record .save button");
        Visitor.arrives(page, "/networks/rec-network");
        assertThat(page.innerText("#members")).doesNotContain("Ecuador");
        visitor.visit(page, RECORD + "annul-membership" + OF_NETWORK + "&membershipId=rec-co");
        assertThat(page.innerText(".standing")).contains("Colombia");
        page.click("form.record .save button");
        awaitText(page, "#f-reason-error", "required");
        type(page, "reason", "It was another network");
        awaitText(page, "#record-preview", "Colombia");
        visitor.shoot(page, "record-annul");
        visitor.accessible(page);
        Visitor.follow(page, "form.record .save button");
        Visitor.arrives(page, "/networks/rec-network");
        assertThat(page.innerText("#members")).doesNotContain("Colombia");
    }

    @Test
    void what_somebody_else_recorded_in_the_meantime_is_shown_before_it_is_saved_all_the_same() {
        registry.put(API + "/memberships/rec-pe", "{'state': 'PE', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        RunningRegistry.shared().settle();
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, RECORD + "withdraw-state" + OF_NETWORK + "&membershipId=rec-pe");
        registry.post(API + "/memberships/rec-pe/suspend", "{'from': '2014'}").expect(200);
        RunningRegistry.shared().settle();
        type(page, "on", "2016");
        page.click("form.record .save button");
        awaitText(page, "#record-summary", "Somebody else", "suspended", "admin");
        assertThat(page.inputValue("#f-on")).isEqualTo("2016");
        visitor.shoot(page, "record-clash");
        visitor.accessible(page);
        Visitor.follow(page, "#record-summary button");
        page.waitForURL(url -> url.contains("/networks/rec-network"));
        assertThat(page.innerText("#members")).doesNotContain("Peru");
    }

    @Test
    void what_is_changed_while_it_is_being_saved_does_not_stop_it() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, RECORD + "admit-state" + OF_NETWORK);
        type(page, "state", "Chile");
        page.selectOption("#f-kind", "OBSERVER");
        type(page, "from", "2014");
        awaitText(page, "#record-check", "can be saved");
        page.evaluate("const asked = window.fetch; window.fetch = async (...question) => {"
                + " if (String(question[0]).includes('dryRun')) { await new Promise((then) => setTimeout(then, 1500)); }"
                + " return asked(...question); }");
        page.click("form.record .save button");
        type(page, "source", "A letter");
        page.waitForURL(url -> url.contains("/networks/rec-network"));
        assertThat(page.innerText("#members")).contains("Chile");
    }

    @Test
    void an_edition_is_pinned_with_figures_and_a_roster_is_pasted() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/record/editions/pin-edition");
        type(page, "title", "Récapitulatif 2026");
        assertThat(page.inputValue("#f-editionId")).isEqualTo("recapitulatif-2026");
        Locator figure = page.locator("[data-list=figures] .entry");
        figure.locator("[data-field=key] input").fill("members");
        figure.locator("[data-field=label] input").fill("Member states");
        figure.locator("[data-field=metric] select").selectOption("MEMBER_STATES");
        figure.locator("[data-field=scope] input").fill("network:rec-network");
        page.click("form.record .save button");
        awaitText(page, "[data-list=figures] [data-field=asOf] .fault", "required");
        figure.locator("[data-field=asOf] input").fill("2015");
        awaitText(page, "#record-check", "can be saved");
        visitor.shoot(page, "record-edition");
        visitor.accessible(page);
        Visitor.follow(page, "form.record .save button");
        Visitor.arrives(page, "/editions/recapitulatif-2026");
        visitor.visit(page, RECORD + "record-meeting" + OF_NETWORK);
        page.evaluate(
                "() => { const at = document.querySelector('[data-list=attendingStates] input');"
                        + " const clip = new DataTransfer(); clip.setData('text', 'Uruguay\\nParaguay\\nNowhere');"
                        + " at.dispatchEvent(new ClipboardEvent('paste', {clipboardData: clip, bubbles: true, cancelable: true})); }");
        assertThat(page.locator("[data-list=attendingStates] .entry").count()).isEqualTo(3);
        awaitText(page, "[data-list=attendingStates] .entry:nth-child(3) .fault", "No state is called so");
        visitor.shoot(page, "record-meeting");
    }

    /** What a form is opened with: an address names what it is about, as the links of other pages do. */
    private static final Map<String, String> ABOUT = Map.of(
            "networks",
            OF_NETWORK + "&membershipId=rec-uy&seatId=rec-seat",
            "institutions",
            "?institutionId=rec-ministry");

    private List<Endpoint> commands() {
        return Endpoint.of(RunningRegistry.shared()).stream()
                .filter(endpoint -> endpoint.command() != null && endpoint.command() != EraseOfficial.class)
                .toList();
    }

    private static String form(Endpoint endpoint) {
        String collection = endpoint.path().split("/")[2];
        String slug = endpoint.command()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase();
        return "/record/" + collection + "/" + slug;
    }

    @Test
    void every_command_that_is_taken_over_http_has_its_form_and_says_what_it_is_in_every_language() {
        Set<String> forms = new TreeSet<>();
        commands().forEach(endpoint -> forms.add(form(endpoint)));
        assertThat(forms).hasSizeGreaterThan(80);
        List<String> languages = new ArrayList<>(List.of("en", "es", "fr", "pt"));
        List<String> wrong = new ArrayList<>();
        String index = registry.get("/record").expect(200).body();
        for (String form : forms) {
            if (!index.contains("\"" + form + "\"")) {
                wrong.add(form + " is not in the index");
            }
            // In a quick build each form in another one of the languages.
            Collections.rotate(languages, 1);
            for (String language : languages.subList(0, TestRun.of(1, languages.size()))) {
                String collection = form.split("/")[2];
                String query = ABOUT.getOrDefault(collection, "?x=");
                for (String about : List.of("?lang=" + language, query + "&lang=" + language)) {
                    Reply page = registry.get(form + about);
                    if (page.status() != 200) {
                        wrong.add(form + about + " answers " + page.status());
                    } else if (page.body()
                            .matches("(?s).*(\\?\\?|<(dt|h1|p|span|legend)[^>]*>[A-Z][a-z]+[A-Z]\\w*</).*")) {
                        wrong.add(form + about + " leaves something unsaid");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_form_sends_to_the_addresses_that_take_its_command() {
        for (Endpoint endpoint : commands()) {
            String collection = endpoint.path().split("/")[2];
            String page = registry.get(form(endpoint) + ABOUT.getOrDefault(collection, ""))
                    .body();
            if (page.contains("data-routes")) {
                assertThat(page).contains(endpoint.path(), "&quot;" + endpoint.method() + "&quot;");
            }
        }
    }

    @Test
    void kinds_of_forms_are_accessible_by_day_by_night_and_on_a_phone() {
        List<String> pages = List.of(
                "/record",
                "/record/seminars/schedule-seminar",
                "/record/officials/register-official",
                "/record/networks/correct-fact",
                "/record/networks/correct-fact" + OF_NETWORK,
                RECORD + "correct-focal-point" + OF_NETWORK + "&seatId=rec-seat",
                "/record/statements/publish-statement");
        Map<String, String> named = new LinkedHashMap<>();
        pages.forEach(page -> named.put("record-form-" + named.size(), page));
        visitor.byDayAndByNight(named);
        visitor.onAPhone(named);
    }

    @Test
    void only_who_records_is_offered_to_record() {
        registry.put("/api/accounts/rec-auditor", "{'password': 'rec auditor rec', 'roles': ['AUDITOR']}");
        Client auditor = registry.as("rec-auditor", "rec auditor rec");
        assertThat(auditor.get("/networks/rec-network").expect(200).body()).doesNotContain("/record/");
        assertThat(auditor.get(RECORD + "admit-state").status()).isEqualTo(403);
        assertThat(registry.get("/networks/rec-network").body()).contains("/record/networks/admit-state");
    }
}
