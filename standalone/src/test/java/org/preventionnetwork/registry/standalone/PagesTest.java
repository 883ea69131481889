package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * People look at the Institute's history in a real browser: by day and by night, on a phone, without scripts, in other
 * languages. With the profile {@code pictures}, what they saw is left in {@code target/screenshots}.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {
    private static final String NETWORK = "/networks/latin-american-network";
    private static final String VAGUE = "/networks/seen-network";

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record_the_history_and_open_a_browser() {
        assertThat(Imports.instituteInShared().get("status").asString()).isEqualTo("COMPLETED");
        recordAVagueNetwork();
        RunningRegistry.shared().settle();
    }

    /** Of its own, since the Institute's is other tests' too. */
    private void recordAVagueNetwork() {
        registry.put("/api" + VAGUE, "{'name': 'A vague network', 'kind': 'COMMUNITY', 'foundedOn': '2010?'}")
                .expect(201);
        registry.put("/api" + VAGUE + "/memberships/seen-ht", "{'state': 'HT', 'kind': 'OBSERVER', 'from': '2015~'}")
                .expect(201);
        registry.put("/api" + VAGUE + "/memberships/seen-mt", "{'state': 'MT', 'kind': 'MEMBER', 'from': '2012'}")
                .expect(201);
        registry.put("/api" + VAGUE + "/memberships/seen-ke", "{'state': 'KE', 'kind': 'MEMBER', 'from': '2011-22'}")
                .expect(201);
        registry.post("/api" + VAGUE + "/memberships/seen-ke/withdraw", "{'on': '[2016..2019]'}")
                .expect(200);
        registry.put("/api/institutions/seen-office", "{'name': 'An office', 'kind': 'MINISTRY', 'state': 'HT'}")
                .expect(201);
        registry.put(
                        "/api" + VAGUE + "/focal-points/seen-seat",
                        "{'state': 'HT', 'institution': 'seen-office', 'from': '2016', 'acting': true}")
                .expect(201);
    }

    /** By a name for its screenshot. */
    private Map<String, String> pages() {
        String event = registry.get("/api/history?entity=network:latin-american-network&q=Bolivia")
                .items()
                .get(0)
                .get("eventId")
                .asString();
        return Map.ofEntries(
                Map.entry("overview", "/"),
                Map.entry("overview-2013-in-one-network", "/?asOf=2013&scope=latin-american-network"),
                Map.entry("figure", "/figures/MEMBER_STATES"),
                Map.entry("statement", "/statements/st-027"),
                Map.entry("networks", "/networks"),
                Map.entry("network", NETWORK),
                Map.entry("network-vague", VAGUE + "?asOf=2017"),
                Map.entry("compare", NETWORK + "/compare?asOf1=2011&asOf2=2016"),
                Map.entry("history", "/history?q=Bolivia"),
                Map.entry("event", "/history/" + event),
                Map.entry("state", "/states/AR"),
                Map.entry("seminars", "/seminars?status=HELD&asOf=2014"),
                Map.entry("missing", "/networks/there-is-none"),
                Map.entry("nowhere", "/nowhere"),
                Map.entry("unreadable", "/networks?asOf=tomorrow"),
                Map.entry("before-everything", "/networks?asOf=1990"));
    }

    @Test
    void every_page_is_accessible_by_day_and_by_night() {
        visitor.byDayAndByNight(pages());
    }

    @Test
    void of_many_rows_the_one_that_nobody_can_read_by_night_is_found() {
        Page page = visitor.open(Visitor.desk());
        String row = "<tr><td>Ecuador</td><td><a href='#'>2012</a></td></tr>";
        String odd = row.replace("<td>E", "<td class=odd>E");
        for (String rows : new String[] {row.repeat(40), row.repeat(40) + odd}) {
            page.setContent(
                    "<html lang=en><title>Rows</title><style>body { background: #fff; color: #000 } a { color: #00c }"
                            + " @media (prefers-color-scheme: dark) { body { background: #000; color: #fff } a { color: #9cf }"
                            + " .odd { color: #222 } }</style><main><h1>Rows</h1><table>" + rows
                            + "</table></main></html>");
            visitor.accessible(page);
            if (rows.contains("odd")) {
                assertThatThrownBy(() -> visitor.accessibleByNight(page))
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("color-contrast")
                        .hasMessageContaining(".odd");
            } else {
                visitor.accessibleByNight(page);
            }
        }
    }

    @Test
    void no_page_is_wider_than_a_phone() {
        visitor.onAPhone(pages());
    }

    @Test
    void without_scripts_a_figure_leads_to_its_rows_to_the_event_and_to_its_proof() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/?scope=latin-american-network");
        page.fill("#asOf", "2012-06-01");
        Visitor.follow(page, "#clocks button");
        Visitor.arrives(page, "asOf=2012-06-01", "scope=latin-american-network");
        assertThat(page.innerText(".banner")).contains("on 1 June 2012");
        Locator tile = page.locator(".tiles a").first();
        assertThat(tile.innerText()).contains("Member states", "18");
        Visitor.follow(page, tile);
        page.waitForURL("**/figures/**");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(18);
        assertThat(page.innerText("main")).contains("Bolivia");
        Visitor.follow(page, page.locator("main tbody tr td:last-child a").first());
        Visitor.arrives(page, "/history/", "asOf=2012-06-01");
        assertThat(page.innerText("h1")).isNotBlank();
        assertThat(page.innerText("#proof-title + p")).isNotBlank();
    }

    @Test
    void the_years_play_and_every_link_goes_along() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, NETWORK);
        assertThat(page.locator(".banner").count()).isZero();
        page.locator(".years-control input").fill("2013");
        page.locator(".years-control input").dispatchEvent("change");
        page.waitForURL("**asOf=2013**");
        assertThat(page.innerText(".banner")).contains("2013");
        assertThat(page.locator("#navigation a").first().getAttribute("href")).isEqualTo("/?asOf=2013");
        page.click(".years-control button");
        page.waitForURL("**asOf=2015**");
        page.click(".years-control button");
        assertThat(page.inputValue("#asOf")).startsWith("201");
    }

    @Test
    void two_points_are_compared_and_each_difference_names_its_events() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, NETWORK + "?asOf=2016");
        Visitor.follow(page, "text=Compare two points in time");
        page.fill("#asOf1", "2012-03-28");
        Visitor.follow(page, ".points button");
        assertThat(page.locator(".differences tbody tr").count()).isGreaterThan(17);
        Locator bolivia = page.locator(".differences tbody tr", new Page.LocatorOptions().setHasText("Bolivia"));
        assertThat(bolivia.innerText()).contains("nothing", "Member from 29 March 2012", "Bolivia admitted");
        Visitor.follow(page, bolivia.locator("a").first());
        assertThat(page.innerText("h1")).contains("Bolivia");
    }

    @Test
    void a_dashboard_sees_figures_and_a_page_that_says_why_it_sees_no_history() {
        registry.put("/api/accounts/seen-dashboard", "{'password': 'seen by many', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "seen-dashboard", "seen by many");
        assertThat(page.innerText("h1")).isEqualTo("Overview");
        assertThat(page.locator("#navigation a").allInnerTexts())
                .containsExactly(
                        "Overview",
                        "Networks",
                        "Seminars",
                        "Initiatives",
                        "States",
                        "Institutions",
                        "Editions",
                        "Signed log");
        visitor.visit(page, NETWORK);
        assertThat(page.locator("#members tbody tr").count()).isGreaterThan(16);
        assertThat(page.locator("a[href*=history]").count()).isZero();
        visitor.visit(page, "/history");
        assertThat(page.innerText("h1")).isEqualTo("This is not for you to see");
        visitor.shoot(page, "forbidden");
        visitor.accessible(page);
        visitor.visit(page, NETWORK + "/compare");
        assertThat(page.innerText("h1")).isEqualTo("This is not for you to see");
    }

    @Test
    void the_language_is_the_browsers_until_another_is_chosen_and_stays_so() {
        Page page = visitor.open(Visitor.desk().setLocale("fr-FR"));
        visitor.visit(page, NETWORK);
        assertThat(page.getAttribute("html", "lang")).isEqualTo("fr");
        assertThat(page.innerText("#members")).contains("Brésil", "29 mars 2012");
        Visitor.follow(page, "#languages a[lang=es]");
        assertThat(page.getAttribute("html", "lang")).isEqualTo("es");
        assertThat(page.innerText("#members")).contains("Brasil", "29 mar 2012", "Miembro");
        visitor.visit(page, "/");
        assertThat(page.innerText("h1")).isEqualTo("Panorama");
        visitor.shoot(page, "overview-es");
        Visitor.follow(page, "#languages a[lang=pt]");
        visitor.accessible(page);
        assertThat(page.innerText("h1")).isEqualTo("Visão geral");
    }

    @Test
    void what_happened_is_told_in_the_language_of_the_page() {
        Page page = visitor.open(Visitor.desk().setLocale("es-BO"));
        visitor.visit(page, "/history?q=Bolivia&type=network.StateAdmitted&entity=network:latin-american-network");
        assertThat(page.innerText(".events"))
                .contains("Admisión de Bolivia en la red «", "» como miembro desde el 29 de marzo de 2012", "Red ");
        visitor.shoot(page, "history-es");
        Visitor.follow(page, page.locator(".events a.summary").first());
        assertThat(page.innerText("h1")).startsWith("Admisión de Bolivia en la red «");
        assertThat(page.innerText(".differences")).contains("Estado", "Bolivia", "29 de marzo de 2012", "miembro");
        visitor.shoot(page, "event-es");
        Visitor.follow(page, "#languages a[lang=fr]");
        assertThat(page.innerText("h1"))
                .startsWith("Admission de la Bolivie au réseau «")
                .endsWith("du 29 mars 2012");
        visitor.visit(page, NETWORK + "/compare?asOf1=2011&asOf2=2016&lang=pt");
        assertThat(page.locator(".differences tbody tr", new Page.LocatorOptions().setHasText("Bolívia"))
                        .innerText())
                .contains("nada", "Membro desde 29 de março de 2012");
        visitor.shoot(page, "compare-pt");
        assertThat(registry.get(
                                "/api/history?q=Bolivia&type=network.StateAdmitted&entity=network:latin-american-network")
                        .items()
                        .get(0)
                        .get("summary")
                        .asString())
                .startsWith("Bolivia admitted to ")
                .endsWith("as member from 2012-03-29");
    }

    @Test
    void what_is_imprecise_is_drawn_so_and_said_in_words() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, VAGUE + "?asOf=2015");
        Locator haiti = page.locator("#members tbody tr", new Page.LocatorOptions().setHasText("Haiti"));
        assertThat(haiti.innerText()).contains("Observer", "about 2015", "uncertain");
        visitor.visit(page, VAGUE + "?asOf=2017");
        assertThat(page.textContent("#timeline")).contains("summer 2011", "between 2016 and 2019");
        assertThat(page.locator(".map .state.possible[d]").count()).isEqualTo(1);
        assertThat(page.innerText(".map figcaption")).contains("Malta");
        assertThat(page.innerText("#seats")).contains("acting");
    }
}
