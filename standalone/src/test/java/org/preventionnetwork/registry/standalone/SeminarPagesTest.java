package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.LocatorOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** A seminar fills up, somebody waits and moves up, and people look at it: a recorder, an auditor, a dashboard. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeminarPagesTest {
    private static final String SEMINAR = "/seminars/sp-course";
    private static final String[] NAMES = {"Ana Quispe", "Bruno Huaman", "Carla Rojas", "Dario Mamani"};

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    private long beforeTheWithdrawal;

    @BeforeAll
    void record_a_seminar_that_is_full() {
        registry.put("/api/programmes/sp-programme", "{'name': 'Seen programme', 'establishedOn': '2008'}")
                .expect(201);
        registry.put("/api/institutions/sp-museum", "{'name': 'Museum of Memory', 'kind': 'MUSEUM', 'state': 'PE'}")
                .expect(201);
        schedule("sp-course", "Power of place, part one", "2031-03-04", "2031-03-08", "'capacity': 2, 'part': 1,");
        schedule("sp-second", "Power of place, part two", "2031-06", null, "'part': 2,");
        registry.post("/api" + SEMINAR + "/open-enrollment", "{'on': '2024-01-01'}")
                .expect(200);
        for (int i = 0; i < NAMES.length; i++) {
            String id = "sp-o" + (i + 1);
            registry.put(
                            "/api/officials/" + id,
                            "{'fullName': '" + NAMES[i] + "', 'state': '" + (i < 3 ? "PE" : "CL")
                                    + "', 'institution': 'sp-museum', 'position': 'Curator', 'from': '2020~'}")
                    .expect(201);
            registry.put(
                            "/api" + SEMINAR + "/enrollments/sp-e" + (i + 1),
                            "{'official': '" + id + "', 'nominatedBy': '" + (i == 0 ? "sp-museum" : "PE")
                                    + "', 'on': '2024-02-0" + (i + 1) + "'}")
                    .expect(201);
        }
        step("sp-e1", "accept", "2024-03-01");
        step("sp-e2", "accept", "2024-03");
        step("sp-e1", "confirm", "2024-04-01");
        step("sp-e3", "waitlist", "2024-03-02");
        step("sp-e4", "waitlist", "2024-03-03");
        registry.post("/api" + SEMINAR + "/assign-instructor", "{'official': 'sp-o4'}")
                .expect(200);
        recordWhatIsOver();
        beforeTheWithdrawal = RunningRegistry.shared().settle();
        step("sp-e2", "withdraw", "2024-05-01");
        RunningRegistry.shared().settle();
    }

    private void schedule(String id, String title, String starts, String ends, String more) {
        registry.put(
                        "/api/seminars/" + id,
                        "{'title': '" + title + "', 'programme': 'sp-programme', 'edition': 'LATIN_AMERICAN', " + more
                                + (id.equals("sp-past") ? "" : "'cycle': 'sp-cycle', ")
                                + "'mode': 'IN_PERSON', 'city': 'Lima', 'state': 'PE', 'venue': 'A site of memory',"
                                + " 'languages': ['es'], 'foundational': true, 'themes': ['memory', 'early warning'],"
                                + " 'coOrganisers': ['sp-museum', 'A foundation'], 'startsOn': '" + starts + "'"
                                + (ends == null ? "" : ", 'endsOn': '" + ends + "'") + "}")
                .expect(201);
    }

    private void step(String enrollment, String step, String on) {
        registry.post("/api" + SEMINAR + "/enrollments/" + enrollment + "/" + step, "{'on': '" + on + "'}")
                .expect(200);
    }

    private void recordWhatIsOver() {
        schedule("sp-past", "A seminar that is over", "2016-05", null, "");
        registry.put("/api/seminars/sp-past/enrollments/sp-p1", "{'official': 'sp-o1', 'on': '2016-02'}")
                .expect(201);
        registry.post(
                        "/api/seminars/sp-past/enrollments/sp-p1/complete",
                        "{'on': '2016-05-20', 'certificate': 'SP-77'}")
                .expect(200);
        registry.post("/api/seminars/sp-past/conclude", "{}").expect(200);
        registry.post(
                        "/api/seminars/sp-past/report-figures",
                        "{'participants': 24, 'statesCount': 2, 'states': ['PE', 'EC'], 'source': 'Report of 2016'}")
                .expect(200);
    }

    @Test
    void who_waited_is_seen_to_move_up_and_on_the_other_clock_still_waits() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, SEMINAR + "?knownAtPosition=" + beforeTheWithdrawal);
        assertThat(page.locator("#waiting li").allInnerTexts()).hasSize(2);
        assertThat(page.innerText("#waiting li:first-child")).contains("Carla Rojas");
        assertThat(page.innerText(".capacity")).contains("2", "of 2 seats taken", "2 waiting");
        assertThat(page.locator("a[href*='/record/seminars/accept-enrollment']").count())
                .isZero();

        visitor.visit(page, SEMINAR);
        assertThat(page.locator("#waiting li").allInnerTexts()).hasSize(1);
        assertThat(page.innerText("#waiting li")).contains("Dario Mamani");
        Locator carla = page.locator("#roster tbody tr", new LocatorOptions().setHasText("Carla Rojas"));
        assertThat(carla.locator("td.rung.taken").count()).isEqualTo(2);
        assertThat(carla.innerText()).contains("Accepted");
        assertThat(carla.locator("a.button").getAttribute("href"))
                .startsWith("/record/seminars/confirm-enrollment?")
                .contains("seminarId=sp-course", "enrollmentId=sp-e3", "then=%2Fseminars%2Fsp-course");
        Locator ana = page.locator("#roster tbody tr", new LocatorOptions().setHasText("Ana Quispe"));
        assertThat(ana.innerText()).contains("Museum of Memory", "1 Mar 2024", "1 Apr 2024", "Confirmed");
        assertThat(page.innerText("#roster")).contains("Withdrawn", "March 2024");
        page.selectOption("#enrolled", "WITHDRAWN");
        Visitor.follow(page, "#roster form button");
        assertThat(page.locator("#roster tbody tr").count()).isEqualTo(1);
        assertThat(page.innerText("#roster tbody")).contains("Bruno Huaman");

        visitor.visit(page, SEMINAR + "?asOf=2024-02-02");
        assertThat(page.locator("#roster tbody tr").count()).isEqualTo(2);
        assertThat(page.locator("#waiting").count()).isZero();
        assertThat(page.innerText("#roster tbody")).doesNotContain("Accepted");
    }

    @Test
    void a_seminar_shows_what_it_belongs_to_and_what_is_reported_beside_what_is_counted() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, SEMINAR);
        assertThat(page.innerText("main"))
                .contains("Seen programme", "Power of place, part two", "Museum of Memory", "A foundation", "memory");
        assertThat(page.locator("nav.acts").first().innerText()).contains("Nominate an official");
        Visitor.follow(page, "#content a:text('Power of place, part two')");
        assertThat(page.innerText("h1")).isEqualTo("Power of place, part two");
        visitor.visit(page, "/seminars/sp-past");
        assertThat(page.innerText(".beside")).contains("24", "Undecided", "Ecuador", "Report of 2016");
        assertThat(page.innerText("#roster")).contains("Completed", "Certificate SP-77", "20 May 2016");
        assertThat(page.innerText("#course")).contains("Scheduled", "Held");
    }

    @Test
    void the_calendar_draws_what_is_imprecise_as_imprecise() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/seminars?programme=sp-programme");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(3);
        Visitor.follow(page, "text=Calendar");
        page.fill("#year", "2031");
        Visitor.follow(page, ".filters button");
        Visitor.arrives(page, "view=calendar", "year=2031", "programme=sp-programme");
        Locator rows = page.locator(".calendar tbody tr");
        assertThat(rows.count()).isEqualTo(2);
        assertThat(rows.nth(0).locator("rect.certain").count()).isEqualTo(1);
        assertThat(rows.nth(1).locator("rect.certain").count()).isZero();
        assertThat(rows.nth(1).innerText()).contains("June 2031");
        Visitor.follow(page, "a[rel=prev]");
        assertThat(page.innerText(".empty")).contains("2030");
        Visitor.follow(page, "a:text('Clear')");
        Visitor.arrives(page, "/seminars");
    }

    @Test
    void every_page_is_accessible_by_day_and_by_night_and_fits_a_phone() {
        Map<String, String> pages = Map.of(
                "seminar", SEMINAR,
                "seminar-past", "/seminars/sp-past",
                "seminar-calendar", "/seminars?view=calendar&year=2031",
                "seminar-list", "/seminars?programme=sp-programme",
                "programme", "/programmes/sp-programme",
                "programmes", "/programmes",
                "overview-programme", "/?scope=programme:sp-programme",
                "statements", "/statements");
        visitor.byDayAndByNight(pages);
        visitor.onAPhone(pages);
    }

    @Test
    void a_programme_is_a_scope_of_the_overview_and_its_map_shows_who_takes_part() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/");
        page.selectOption("#scope", "programme:sp-programme");
        Visitor.follow(page, "form.choose button");
        Visitor.arrives(page, "scope=programme%3Asp-programme");
        assertThat(page.innerText("#map-title")).isEqualTo("States that take part or host");
        assertThat(page.locator(".map a[aria-label=Peru]").count()).isEqualTo(1);
        assertThat(page.locator(".map a[aria-label=Ecuador]").count()).isEqualTo(1);
        assertThat(page.locator(".map a[aria-label=Bolivia]").count()).isZero();
    }

    @Test
    void a_dashboard_sees_counts_and_nobody_and_who_sees_names_is_in_the_access_log() {
        registry.put("/api/accounts/sp-dashboard", "{'password': 'seen by many', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "sp-dashboard", "seen by many");
        visitor.visit(page, SEMINAR);
        assertThat(page.innerText("#people")).contains("of 2 seats taken", "1 waiting", "Withdrawn");
        assertThat(page.innerText("#states")).contains("Peru", "Chile");
        assertThat(page.locator("#roster, #waiting, .acts").count()).isZero();
        assertThat(page.content()).doesNotContain("sp-o1", "sp-e1", "Quispe", "Dario");
        visitor.shoot(page, "seminar-dashboard");
        visitor.leave();

        registry.put("/api/accounts/sp-auditor", "{'password': 'seen by auditors', 'roles': ['AUDITOR']}")
                .expect(201);
        Page audited = visitor.open(Visitor.desk(), "sp-auditor", "seen by auditors");
        visitor.visit(audited, SEMINAR);
        assertThat(audited.innerText("#roster")).contains("Ana Quispe");
        assertThat(audited.locator("a[href^='/record/']").count()).isZero();
        List<JsonNode> views = registry.get("/api/access-log?actor=sp-auditor&kind=ROSTER")
                .expect(200)
                .items();
        assertThat(views.stream().map(view -> view.get("official").asString()))
                .containsExactlyInAnyOrder("sp-o1", "sp-o2", "sp-o3", "sp-o4");
        assertThat(views.get(0).get("path").asString()).isEqualTo(SEMINAR);
    }
}
