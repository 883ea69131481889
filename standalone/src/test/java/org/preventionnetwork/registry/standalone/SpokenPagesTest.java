package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever a page says of what somebody typed, it says in the page's language; and names are as good as ids. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("browser")
class SpokenPagesTest {
    private static final List<String> BUNDLES =
            List.of("messages", "texts/seminars", "texts/audit", "texts/recording", "texts/operations");
    private static final List<String> OTHERS = List.of("es", "fr", "pt");
    /** What programs are told. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?i)\\b(accepted|is required|did you mean|it could be|there is no|write|whole number|the fact|not a)\\b");

    private static final Map<String, String> BAD = Map.ofEntries(
            Map.entry("DATE", "31/02/2012"),
            Map.entry("STATE", "Guatemla"),
            Map.entry("NUMBER", "-5"),
            Map.entry("TEXT", "A \u202e name"),
            Map.entry("LINES", "A \u202e name"),
            Map.entry("EMAIL", "nobody"),
            Map.entry("NEW_ID", "No Such Id"),
            Map.entry("REFERENCE", "Nowhere such"),
            Map.entry("PART", "Nowhere such"),
            Map.entry("NOMINATOR", "Nowhere such"),
            Map.entry("SCOPE", "Nowhere such"));
    private static final List<String> FORMS = List.of(
            "/record/networks/admit-state?networkId=spoken-network",
            "/record/networks/withdraw-state?networkId=spoken-network&membershipId=spoken-uy",
            "/record/networks/designate-focal-point?networkId=spoken-network",
            "/record/networks/register-network",
            "/record/seminars/schedule-seminar",
            "/record/seminars/nominate-official?seminarId=spoken-seminar",
            "/record/officials/register-official",
            "/record/editions/pin-edition",
            "/record/statements/publish-statement",
            "/record/initiatives/launch-initiative");

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record_something_and_open_a_browser() {
        Imports.instituteInShared();
        registry.put(
                        "/api/networks/spoken-network",
                        "{'name': 'A spoken network', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        registry.put(
                        "/api/networks/spoken-network/memberships/spoken-uy",
                        "{'state': 'UY', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        registry.put("/api/programmes/spoken-programme", "{'name': 'A spoken programme', 'establishedOn': '2008'}")
                .expect(201);
        registry.put(
                        "/api/seminars/spoken-seminar",
                        "{'title': 'A spoken seminar', 'programme': 'spoken-programme', 'edition': 'GLOBAL', 'startsOn': '2031-03'}")
                .expect(201);
        registry.put("/api/institutions/spoken-words", "{'name': 'Ministry of Spoken Words', 'kind': 'MINISTRY'}")
                .expect(201);
        registry.put("/api/institutions/spoken-songs", "{'name': 'Ministry of Spoken Songs', 'kind': 'MINISTRY'}")
                .expect(201);
        registry.put("/api/officials/spoken-one", "{'fullName': 'Zenobia Halftyped', 'state': 'UY'}")
                .expect(201);
        registry.put("/api/officials/spoken-two", "{'fullName': 'Zenobia Wholetyped', 'state': 'PY'}")
                .expect(201);
        RunningRegistry.shared().settle();
    }

    private static Properties texts(String suffix) {
        Properties all = new Properties();
        for (String bundle : BUNDLES) {
            try (InputStream file = SpokenPagesTest.class.getResourceAsStream("/" + bundle + suffix + ".properties")) {
                all.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return all;
    }

    /** Sentences of the English texts that are others in this language: what stands between their places. */
    private static List<String> english(String language) {
        Properties own = texts("_" + language);
        List<String> sentences = new ArrayList<>();
        texts("").forEach((key, text) -> {
            if (!text.equals(own.get(key))) {
                for (String part : text.toString().split("\\{\\d}")) {
                    if (part.strip().split(" ").length > 3) {
                        sentences.add(part.strip());
                    }
                }
            }
        });
        return sentences;
    }

    private static List<String> spokenEnglish(String said, List<String> sentences) {
        List<String> found =
                new ArrayList<>(sentences.stream().filter(said::contains).toList());
        ENGLISH.matcher(said).results().forEach(word -> found.add(word.group()));
        return found;
    }

    /** Fills in every field there is with what is not accepted, in one go, since a form has dozens. */
    private static void fillWrongly(Page page) {
        page.evaluate(
                """
                bad => document.querySelectorAll('form.record input, form.record textarea').forEach(field => {
                    const at = field.closest('[data-kind]');
                    if (at && field.checkVisibility() && bad[at.dataset.kind]) {
                        field.focus();
                        field.value = bad[at.dataset.kind];
                        field.dispatchEvent(new Event('input', {bubbles: true}));
                        field.dispatchEvent(new Event('change', {bubbles: true}));
                    }
                })
                """,
                BAD);
    }

    private static void save(Page page) {
        page.click("form.record .save button");
        page.waitForCondition(
                () -> page.locator("#record-summary:not([hidden])").count() > 0
                        && page.locator("form.record .save button[aria-busy]").count() == 0);
    }

    @Test
    void every_kind_of_field_of_every_kind_of_form_says_in_the_pages_language_what_is_accepted() {
        Map<String, Object> wrong = new TreeMap<>();
        for (String language : OTHERS) {
            List<String> sentences = english(language);
            Page page = visitor.open(Visitor.desk().setLocale(language));
            for (String form : FORMS) {
                visitor.visit(page, form);
                fillWrongly(page);
                save(page);
                String said = String.join(
                        " | ",
                        page.locator("form.record .fault:not([hidden]), form.record .note, #record-summary")
                                .allInnerTexts());
                visitor.shoot(page, "spoken-" + language + form.replaceAll("[^a-z]+", "-"));
                List<String> found = spokenEnglish(said, sentences);
                if (!found.isEmpty() || page.locator("form.record [lang=en]").count() > 0) {
                    wrong.put(language + " " + form, found);
                }
                int faults = page.locator("form.record .fault:not([hidden])").count();
                if (faults < 1) {
                    wrong.put(language + " " + form + " faults", said);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_filter_that_cannot_be_read_is_told_by_its_label_with_a_link_that_applies_what_is_meant() {
        Map<String, Object> wrong = new TreeMap<>();
        List<String> pages = List.of(
                "/seminars?state=Guatemla&asOf=03/04/2012&from=perhaps&page=x&status=NO&knownAt=soon",
                "/initiatives?state=Guatemla&type=NO&stage=NO&network=No%20Such",
                "/officials?state=Guatemla&institution=No%20Such&alumni=perhaps",
                "/history?entity=No%20Such&from=perhaps&to=31/02/2012&entityType=nothing",
                "/networks/spoken-network/compare?asOf1=perhaps&asOf2=31/02/2012",
                "/seminars?stat=GT&view=calendar&year=12");
        for (String language : List.of("en", "es", "fr", "pt")) {
            List<String> sentences = language.equals("en") ? List.of() : english(language);
            for (String path : pages) {
                String body =
                        registry.get(path + "&lang=" + language).expect(400).body();
                String box = body.replaceFirst("(?s).*<div class=\"banner bad faults\"", "")
                        .replaceFirst("(?s)</div>.*", "");
                if (!language.equals("en")
                        && !spokenEnglish(box.replaceAll("href=\"[^\"]*\"", ""), sentences)
                                .isEmpty()) {
                    wrong.put(language + " " + path, spokenEnglish(box, sentences));
                }
                if (box.matches(
                        "(?s).*<b>(asOf\\d?|knownAt\\d?|state|from|to|page|status|type|stage|year|entityType)</b>.*")) {
                    wrong.put(language + " " + path + " name", box);
                }
            }
            String box = registry.get(pages.get(0) + "&lang=" + language).body();
            if (!box.contains("state=GT") || !box.contains("asOf=2012-04-03") || !box.contains("asOf=2012-03-04")) {
                wrong.put(language + " proposals", "");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_whole_name_of_one_thing_is_as_good_as_its_id_and_a_part_of_it_offers_what_it_could_be() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/record/networks/designate-focal-point?networkId=spoken-network");
        page.fill("#f-state", "Uruguay");
        page.fill("#f-from", "2016");
        page.fill("#f-institution", "ministry of spok");
        Locator offers = page.locator("[data-field=institution] .fault .offer");
        page.waitForCondition(() -> offers.count() == 2);
        assertThat(page.innerText("[data-field=institution] .fault")).contains("only a part of a name");
        page.fill("#f-institution", "No such ministry");
        page.waitForCondition(
                () -> page.innerText("[data-field=institution] .fault").contains("Nothing that is recorded"));
        assertThat(page.getAttribute("[data-field=institution] .fault a", "href"))
                .isEqualTo("/record/institutions/register-institution");
        page.fill("#f-institution", "ministry of SPOKEN words");
        page.fill("#f-official", "zenobia h");
        Locator persons = page.locator("[data-field=official] .fault .offer");
        page.waitForCondition(() -> persons.count() == 1);
        assertThat(persons.innerText()).contains("Zenobia Halftyped", "Uruguay");
        visitor.shoot(page, "spoken-half-typed");
        persons.click();
        page.waitForCondition(() -> page.innerText("#record-check").contains("can be saved"));
        page.fill("#f-official", "Zenobia Wholetyped");
        page.waitForCondition(
                () -> page.innerText("[data-field=official] [data-help]").contains("Paraguay"));
        page.click("form.record .save button");
        page.waitForURL(url -> url.contains("/networks/spoken-network") && !url.contains("/record/"));
        assertThat(registry.get("/api/networks/spoken-network/focal-points")
                        .expect(200)
                        .body())
                .contains("spoken-words", "spoken-two");
    }

    @Test
    void what_is_chosen_before_a_form_is_chosen_by_its_name_too() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/record/networks/correct-fact");
        page.fill("#f-asked", "A spoken netw");
        page.click("form.record button[type=submit]");
        page.waitForCondition(() -> page.locator("form.record .fault .offer").count() == 1);
        page.fill("#f-asked", "a spoken network");
        page.click("form.record button[type=submit]");
        Visitor.arrives(page, "networkId=spoken-network");
    }

    @Test
    void rows_behind_figures_are_in_words_of_the_pages_language() {
        assertThat(registry.get("/figures/MEMBER_STATES?lang=es").expect(200).body())
                .contains("Guatemala es miembro de Latin American Network")
                .doesNotContain("is MEMBER of");
        Map<String, Object> wrong = new LinkedHashMap<>();
        Pattern english = Pattern.compile(
                ">(?:[A-Z]{2} is |completed |enrolled in |there is no roster|was granted|neither a roster|no state is known|only \\d|\\d+ officials? of|\\d+ participants reported)[^<]*<");
        for (String metric : List.of(
                "MEMBER_STATES",
                "OBSERVER_STATES",
                "PARTICIPATING_STATES",
                "ALUMNI",
                "OFFICIALS_TRAINED",
                "ENROLLMENTS",
                "COMPLETIONS")) {
            for (String language : OTHERS) {
                String body = registry.get("/figures/" + metric + "?size=500&lang=" + language)
                        .expect(200)
                        .body();
                english.matcher(body)
                        .results()
                        .limit(2)
                        .forEach(row -> wrong.put(metric + " " + language, row.group()));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_person_is_told_of_all_that_is_held_is_in_the_pages_language() {
        Map<String, Object> wrong = new TreeMap<>();
        Properties english = texts("");
        for (String language : List.of("en", "es", "fr", "pt")) {
            String body = registry.get(
                            "/api/officials/spoken-one/personal-data",
                            "Accept",
                            "text/html",
                            "Accept-Language",
                            language)
                    .expect(200)
                    .body();
            assertThat(body).contains("<html lang=\"" + language + "\"", "Zenobia Halftyped", "spoken-one");
            List<String> found = new ArrayList<>();
            english.forEach((key, text) -> {
                if (key.toString().startsWith("held.") && body.contains(">" + text + "<")) {
                    found.add(text.toString());
                }
            });
            if (language.equals("en")) {
                assertThat(found).contains("Names, current and former", "Everything that was recorded");
                continue;
            }
            found.addAll(spokenEnglish(body.replaceAll("<[^>]*>", " | "), english(language)));
            Pattern.compile(">(?:yes|Secretariat|NONE|[^<]*was registered[^<]*)<")
                    .matcher(body)
                    .results()
                    .forEach(said -> found.add(said.group()));
            if (!found.isEmpty()) {
                wrong.put(language, found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(registry.get(
                                "/api/officials/spoken-one/personal-data",
                                "Accept",
                                "application/json",
                                "Accept-Language",
                                "es")
                        .expect(200)
                        .json()
                        .findValue("summary")
                        .asString())
                .as("programs are told English")
                .contains(" registered for Uruguay");
    }

    @Test
    void who_may_not_see_a_page_is_told_whose_it_is() {
        registry.put("/api/accounts/spoken-dashboard", "{'password': 'spoken dashboard', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "spoken-dashboard", "spoken dashboard");
        visitor.visit(page, "/accounts");
        assertThat(page.innerText("main")).contains("It is for these roles: Administrator.");
        visitor.visit(page, "/history?lang=es");
        assertThat(page.innerText("main")).contains("Es para estos roles: Secretaría, Auditor");
        visitor.visit(page, "/there-is-none?lang=en");
        assertThat(page.innerText("main")).doesNotContain("It is for these roles");
    }

    @Test
    void an_auditor_follows_each_membership_to_its_events_and_the_root_has_one_form() {
        registry.put("/api/accounts/spoken-auditor", "{'password': 'spoken auditor sp', 'roles': ['AUDITOR']}")
                .expect(201);
        Client auditor = registry.as("spoken-auditor", "spoken auditor sp");
        assertThat(auditor.get("/networks/spoken-network").expect(200).body())
                .contains("/history?entity=network:spoken-network&amp;subject=spoken-uy");
        assertThat(auditor.get("/history?entity=network:spoken-network&subject=spoken-uy")
                        .expect(200)
                        .body())
                .contains("Uruguay");
        String root = registry.get("/ledger/checkpoint").expect(200).body().split("\n")[2];
        assertThat(auditor.get("/operations").expect(200).body().replace("&#43;", "+"))
                .contains(root.substring(0, 20));
    }
}
