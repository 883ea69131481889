package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People look at what a state does at home, who leads it, and everything that the state took part in. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InitiativePagesTest {
    private static final String INITIATIVE = "/initiatives/ip-mechanism";
    private static final String STATE = "/states/BT";

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record_a_mechanism_and_what_its_state_did() {
        registry.create(
                "/api/institutions/ip-ministry", "{'name': 'Ministry of Justice', 'kind': 'MINISTRY', 'state': 'BT'}");
        registry.tell("/api/institutions/ip-ministry/rename", "{'name': 'Ministry of Peace', 'from': '2019'}");
        registry.tell("/api/institutions/ip-ministry/open-office", "{'city': 'Gulu', 'state': 'BT', 'from': '2014~'}");
        registry.create(
                "/api/networks/ip-network", "{'name': 'A lake network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        registry.create(
                "/api/networks/ip-network/memberships/ip-ug", "{'state': 'BT', 'kind': 'MEMBER', 'from': '2013-05'}");
        registry.create(
                "/api/networks/ip-network/focal-points/ip-seat",
                "{'state': 'BT', 'institution': 'ip-ministry', 'from': '2014-02-01'}");
        registry.create(
                "/api/networks/ip-network/meetings/ip-meeting",
                "{'title': 'First lake meeting', 'startsOn': '2015-03-02', 'endsOn': '2015-03-04', 'city': 'Entebbe',"
                        + " 'hostState': 'BT', 'attendingStates': ['BT']}");
        registry.create("/api/officials/ip-official", "{'fullName': 'Grace Okello', 'state': 'BT', 'from': '2010'}");
        registry.create(
                "/api" + INITIATIVE,
                "{'title': 'A committee against atrocities', 'states': ['BT'], 'network': 'ip-network',"
                        + " 'type': 'NATIONAL_MECHANISM', 'leadInstitution': 'ip-ministry', 'launchedOn': '2013'}");
        registry.tell("/api" + INITIATIVE + "/change-stage", "{'stage': 'PROPOSED', 'on': '2013'}");
        registry.tell("/api" + INITIATIVE + "/change-stage", "{'stage': 'IN_IMPLEMENTATION', 'on': '2016-07-01'}");
        registry.tell("/api" + INITIATIVE + "/reach-milestone", "{'title': 'A decree', 'on': '2015-10'}");
        registry.tell("/api" + INITIATIVE + "/provide-assistance", "{'kind': 'Drafting', 'on': '2014-04-01'}");
        registry.tell("/api" + INITIATIVE + "/name-contributor", "{'official': 'ip-official', 'from': '2014'}");
        registry.create(
                "/api/initiatives/ip-school",
                "{'title': 'Memory in schools', 'states': ['BT', 'MV'], 'type': 'EDUCATION', 'launchedOn': '2018~'}");
        registry.create("/api/programmes/ip-programme", "{'name': 'Lake programme', 'establishedOn': '2012'}");
        registry.create(
                "/api/seminars/ip-seminar",
                "{'title': 'A seminar by the lake', 'programme': 'ip-programme', 'edition': 'AFRICAN',"
                        + " 'mode': 'IN_PERSON', 'city': 'Entebbe', 'state': 'BT', 'startsOn': '2014-06-02',"
                        + " 'endsOn': '2014-06-06', 'foundational': true}");
        registry.create("/api/seminars/ip-seminar/enrollments/ip-e1", "{'official': 'ip-official', 'on': '2014-01'}");
        registry.tell("/api/seminars/ip-seminar/enrollments/ip-e1/complete", "{'on': '2014-06-06'}");
        registry.tell("/api/seminars/ip-seminar/conclude", "{}");
        RunningRegistry.shared().settle();
    }

    private static List<String> stages(Page page) {
        return page.locator(".board h2 span:first-child").allInnerTexts();
    }

    @Test
    void the_board_has_a_column_for_each_stage_and_follows_the_clock() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/initiatives?state=BT");
        assertThat(stages(page)).containsExactly("Stage not recorded", "In implementation");
        visitor.visit(page, "/initiatives?state=BT&asOf=2014");
        assertThat(stages(page)).containsExactly("Proposed");
        page.selectOption("#type", "EDUCATION");
        Visitor.follow(page, ".filters button");
        Visitor.arrives(page, "asOf=2014", "type=EDUCATION");
        assertThat(page.locator(".empty").count()).isEqualTo(1);
        visitor.visit(page, "/initiatives?network=ip-network");
        Visitor.follow(page, ".board a:text('A committee against atrocities')");
        assertThat(page.innerText("h1")).isEqualTo("A committee against atrocities");
    }

    @Test
    void an_initiative_is_told_over_time_with_who_leads_it_by_the_name_of_the_day() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, INITIATIVE);
        assertThat(page.innerText(".facts"))
                .contains("In implementation", "Bhutan", "A lake network", "Ministry of Peace", "2013");
        assertThat(page.textContent(".lives")).contains("A decree: October 2015", "Drafting: 1 Apr 2014");
        assertThat(page.innerText("#contributors")).contains("Grace Okello");
        assertThat(page.locator("nav.acts a").first().getAttribute("href"))
                .startsWith("/record/initiatives/change-initiative-stage?initiativeId=ip-mechanism");
        visitor.visit(page, INITIATIVE + "?asOf=2015-01");
        assertThat(page.innerText(".facts")).contains("Ministry of Justice", "Proposed");
        assertThat(page.locator("#milestones table").count()).isZero();
        assertThat(page.locator("nav.acts").count()).isZero();
    }

    @Test
    void everything_one_state_did_is_on_one_timeline() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/states");
        Visitor.follow(page, "main table a:text-is('Bhutan')");
        assertThat(page.textContent(".lives svg"))
                .contains(
                        "A lake network",
                        "Ministry of Peace",
                        "A seminar by the lake",
                        "First lake meeting",
                        "A committee against atrocities",
                        "Memory in schools: about 2018");
        assertThat(page.innerText(".facts")).contains("Officials present in seminars\n1");
        Locator seat = page.locator("section[aria-labelledby=seats-title]");
        assertThat(seat.innerText()).contains("Ministry of Peace");
        Visitor.follow(page, seat.locator("a:text('Ministry of Peace')"));
        assertThat(page.innerText("#names")).contains("Ministry of Justice", "Ministry of Peace");
        assertThat(page.innerText("#offices")).contains("Gulu", "about 2014");
        assertThat(page.innerText("#led")).contains("A committee against atrocities");
        visitor.visit(page, "/networks/ip-network?asOf=2016");
        assertThat(page.innerText("#seats")).contains("Ministry of Justice");
    }

    @Test
    void a_dashboard_sees_how_many_contribute_and_not_who() {
        registry.put("/api/accounts/ip-dashboard", "{'password': 'seen by many', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "ip-dashboard", "seen by many");
        visitor.visit(page, INITIATIVE);
        assertThat(page.innerText("#contributors")).contains("One official contributed");
        assertThat(page.content()).doesNotContain("ip-official", "Okello");
        visitor.visit(page, "/institutions/ip-ministry");
        assertThat(page.innerText(".facts")).contains("Officials who serve there");
    }

    @Test
    void every_page_is_accessible_by_day_and_by_night_and_fits_a_phone() {
        Map<String, String> pages = Map.of(
                "initiatives", "/initiatives",
                "initiative", INITIATIVE,
                "state-uganda", STATE,
                "states", "/states",
                "institution", "/institutions/ip-ministry",
                "institutions", "/institutions",
                "network-lake", "/networks/ip-network");
        visitor.byDayAndByNight(pages);
        visitor.onAPhone(pages);
    }
}
