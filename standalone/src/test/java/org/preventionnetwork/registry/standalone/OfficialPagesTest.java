package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Those who may know look at who the officials are; the others are told why they may not. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficialPagesTest {
    private static final String OFFICIAL = "/officials/op-o1";

    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record_a_career_a_double_and_somebody_who_is_erased() {
        registry.create(
                "/api/institutions/op-ministry", "{'name': 'Ministry of Memory', 'kind': 'MINISTRY', 'state': 'PY'}");
        registry.create("/api/institutions/op-court", "{'name': 'A high court', 'kind': 'JUDICIARY', 'state': 'PY'}");
        person("op-o1", "Ximena Ybarra Zelada", "'email': 'ximena@example.org', ");
        person("op-o2", "Ximena Ybarra Zelada", "");
        person("op-o3", "Wilfrido Forgetme", "");
        registry.post(
                        "/api" + OFFICIAL + "/change-affiliation",
                        "{'state': 'PY', 'institution': 'op-court', 'position': 'Clerk', 'from': '2015~'}")
                .expect(200);
        registry.create("/api/programmes/op-programme", "{'name': 'Seen by few', 'establishedOn': '2008'}");
        registry.create(
                "/api/seminars/op-seminar",
                "{'title': 'A seminar of few', 'programme': 'op-programme', 'edition': 'GLOBAL', 'mode': 'ONLINE',"
                        + " 'startsOn': '2014-05-05', 'endsOn': '2014-05-09', 'foundational': true}");
        for (int i : List.of(1, 3)) {
            registry.create(
                    "/api/seminars/op-seminar/enrollments/op-e" + i,
                    "{'official': 'op-o" + i + "', 'on': '2014-01-10'}");
            registry.post("/api/seminars/op-seminar/enrollments/op-e" + i + "/complete", "{'on': '2014-05-09'}")
                    .expect(200);
        }
        registry.post("/api/seminars/op-seminar/conclude", "{}").expect(200);
        registry.create(
                "/api/networks/op-network", "{'name': 'A small network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        registry.create(
                "/api/networks/op-network/memberships/op-py", "{'state': 'PY', 'kind': 'MEMBER', 'from': '2012'}");
        registry.create(
                "/api/networks/op-network/focal-points/op-seat",
                "{'state': 'PY', 'institution': 'op-ministry', 'official': 'op-o1', 'from': '2013-01-01'}");
        registry.create(
                "/api/initiatives/op-initiative",
                "{'title': 'A law of few', 'states': ['PY'], 'type': 'LEGISLATION', 'launchedOn': '2016'}");
        registry.post("/api/initiatives/op-initiative/name-contributor", "{'official': 'op-o1', 'from': '2016-03'}")
                .expect(200);
        registry.post("/api/officials/op-o3/erase", "{'reason': 'asked for it'}")
                .expect(200);
        RunningRegistry.shared().settle();
    }

    private void person(String id, String name, String more) {
        registry.create(
                "/api/officials/" + id,
                "{'fullName': '" + name + "', " + more
                        + "'state': 'PY', 'institution': 'op-ministry', 'position': 'Adviser', 'from': '2010'}");
    }

    @Test
    void an_official_is_found_by_name_and_told_with_the_whole_career() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/officials?state=PY&institution=op-court");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(1);
        Visitor.follow(page, ".filters a");
        page.fill("#q", "zelada ximena");
        Visitor.follow(page, ".filters button");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(2);
        Visitor.follow(page, "main tbody a[href^='/officials/op-o1']");
        assertThat(page.innerText("h1")).isEqualTo("Ximena Ybarra Zelada");
        assertThat(page.innerText(".facts")).contains("ximena@example.org", "A high court", "Clerk", "by completion");
        assertThat(page.innerText("#affiliations")).contains("Ministry of Memory", "Adviser", "about 2015");
        assertThat(page.innerText("#seminars")).contains("A seminar of few", "Completed", "Ministry of Memory");
        assertThat(page.innerText("#seats")).contains("A small network");
        assertThat(page.innerText("#contributions")).contains("A law of few");
        assertThat(page.innerText("#alumni")).contains("9 May 2014", "Alumnus, by completion");
        assertThat(page.locator(".lives rect[fill]").count()).isGreaterThan(4);
        assertThat(page.locator("a[href$='/personal-data']").count()).isEqualTo(1);
        visitor.visit(page, OFFICIAL + "?asOf=2013-06");
        assertThat(page.innerText(".facts")).contains("Ministry of Memory", "Not an alumnus");
        assertThat(page.locator("#seminars table").count()).isZero();
    }

    @Test
    void doubles_are_told_and_whoever_is_merged_says_into_whom() {
        Page page = visitor.open(Visitor.desk().setJavaScriptEnabled(false));
        visitor.visit(page, "/duplicate-officials");
        assertThat(page.innerText("main")).contains("Ximena Ybarra Zelada", "op-o1", "op-o2");
        assertThat(page.locator("a[href^='/record/officials/merge-official'][href*='op-o2']")
                        .count())
                .isPositive();
        registry.post("/api/officials/op-o2/merge", "{'into': 'op-o1', 'reason': 'the same person'}")
                .expect(200);
        visitor.visit(page, "/officials/op-o2?atLeastVersion=2");
        assertThat(page.innerText(".notice")).contains("op-o1");
        assertThat(page.innerText("#seminars")).contains("A seminar of few");
        registry.post("/api/officials/op-o2/unmerge", "{'reason': 'not after all'}")
                .expect(200);
    }

    @Test
    void of_who_is_erased_what_counts_stays_and_the_name_does_not() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/officials/op-o3");
        assertThat(page.innerText("h1")).isEqualTo("op-o3");
        assertThat(page.innerText(".notice")).contains("erased");
        assertThat(page.innerText("#seminars")).contains("A seminar of few", "Completed");
        assertThat(page.content()).doesNotContain("Forgetme", "Adviser");
        visitor.shoot(page, "official-erased");
        visitor.accessible(page);
        visitor.visit(page, "/seminars/op-seminar");
        assertThat(page.innerText("#roster")).contains("Ximena Ybarra Zelada", "erased");
        assertThat(page.content()).doesNotContain("Forgetme");
    }

    @Test
    void each_look_is_in_the_access_log_and_a_dashboard_gets_none() {
        registry.put("/api/accounts/op-auditor", "{'password': 'seen by auditors', 'roles': ['AUDITOR']}")
                .expect(201);
        Page page = visitor.open(Visitor.desk(), "op-auditor", "seen by auditors");
        visitor.visit(page, OFFICIAL);
        visitor.visit(page, "/officials?q=ybarra");
        visitor.visit(page, "/officials/op-o3");
        assertThat(page.locator("a[href^='/record/']").count()).isZero();
        List<String> seen = registry.get("/api/access-log?actor=op-auditor").expect(200).items().stream()
                .map(view ->
                        view.get("kind").asString() + " " + view.get("official").asString() + " "
                                + view.get("path").asString())
                .toList();
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "OFFICIAL op-o1 /officials/op-o1", "SEARCH op-o1 /officials", "SEARCH op-o2 /officials");
        visitor.leave();

        registry.put("/api/accounts/op-dashboard", "{'password': 'seen by many', 'roles': ['DASHBOARD']}")
                .expect(201);
        Page refused = visitor.open(Visitor.desk(), "op-dashboard", "seen by many");
        for (String path : List.of("/officials", OFFICIAL, "/duplicate-officials")) {
            visitor.visit(refused, path);
            assertThat(refused.innerText("h1")).isEqualTo("This is not for you to see");
        }
        assertThat(refused.locator("#navigation").innerText()).doesNotContain("Officials");
        assertThat(registry.get("/api/access-log?actor=op-dashboard").items()).isEmpty();
    }

    @Test
    void every_page_is_accessible_by_day_and_by_night_and_fits_a_phone() {
        Map<String, String> pages = Map.of(
                "official", OFFICIAL,
                "officials", "/officials?state=PY",
                "officials-none", "/officials?q=nobody+of+this+name",
                "duplicates", "/duplicate-officials");
        visitor.byDayAndByNight(pages);
        visitor.onAPhone(pages);
    }
}
