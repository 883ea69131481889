package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody says in the browser what belongs together and which lists are complete, and sees what follows. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RelationPagesTest {
    private final Client registry = RunningRegistry.shared().client();

    @RegisterExtension
    private final Visitor visitor = new Visitor(registry);

    @BeforeAll
    void record() {
        registry.create(
                "/api/networks/rp-network", "{'name': 'A coastal network', 'kind': 'REGIONAL', 'foundedOn': '2012'}");
        registry.create("/api/programmes/rp-programme", "{'name': 'Coastal programme'}");
        registry.create("/api/officials/rp-official", "{'fullName': 'Rosa Coral', 'state': 'SC', 'from': '2010'}");
        registry.create(
                "/api/seminars/rp-seminar",
                "{'title': 'A seminar on the coast', 'programme': 'rp-programme', 'edition': 'TAILORED',"
                        + " 'startsOn': '2014-06-02', 'endsOn': '2014-06-06', 'foundational': true}");
        registry.create("/api/seminars/rp-seminar/enrollments/rp-e1", "{'official': 'rp-official', 'on': '2014-01'}");
        registry.tell("/api/seminars/rp-seminar/enrollments/rp-e1/complete", "{'on': '2014-06-06'}");
        registry.tell("/api/seminars/rp-seminar/conclude", "{}");
        registry.tell("/api/seminars/rp-seminar/report-figures", "{'participants': 25}");
        registry.create(
                "/api/initiatives/rp-initiative",
                "{'title': 'A coastal law', 'states': ['SC'], 'network': 'rp-network', 'type': 'LEGISLATION',"
                        + " 'launchedOn': '2013'}");
        registry.create(
                "/api/statements/rp-statement",
                "{'statedOn': '2015', 'metric': 'NATIONAL_INITIATIVES', 'qualifier': 'EXACTLY', 'value': 5,"
                        + " 'scope': 'network:rp-network'}");
        RunningRegistry.shared().settle();
    }

    private static String verdict(Page page) {
        return page.locator(".verdict").first().innerText();
    }

    private static void save(Page page) {
        page.waitForCondition(() -> page.locator("#record-check").innerText().contains("can be saved"));
        Visitor.follow(page, "form.record .save button");
        RunningRegistry.shared().settle();
    }

    @Test
    void that_a_list_is_complete_decides_what_was_published() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/statements/rp-statement?lang=en");
        assertThat(verdict(page)).isEqualTo("Undecided");
        registry.put("/api/accounts/rp-dashboard", "{'password': 'only figures here', 'roles': ['DASHBOARD']}");
        assertThat(registry.as("rp-dashboard", "only figures here")
                        .get("/statements/rp-statement?lang=en")
                        .expect(200)
                        .body())
                .contains("somebody who records declares the list complete", "href=\"/networks/rp-network\"")
                .doesNotContain("/record/");
        assertThat(page.innerText("#undecided"))
                .contains("5 were published, one is recorded", "Record what is missing", "declare the list complete");
        visitor.accessible(page);
        Visitor.follow(page, "#undecided a:has-text('Declare complete')");
        assertThat(page.inputValue("#f-list")).isEqualTo("INITIATIVES");
        assertThat(page.inputValue("#f-asOf")).isEqualTo("2015");
        page.fill("#f-source", "annual report 2015");
        save(page);
        visitor.visit(page, "/networks/rp-network");
        Locator row = page.locator("#complete tbody tr");
        assertThat(row.innerText()).contains("National initiatives", "2015", "annual report 2015");
        visitor.accessible(page);
        visitor.visit(page, "/statements/rp-statement");
        assertThat(verdict(page)).isEqualTo("Differs");
        assertThat(page.locator("#undecided").count()).isZero();
        assertThat(page.locator("#complete tbody tr").innerText()).contains("annual report 2015");
        visitor.visit(page, "/networks/rp-network");
        Visitor.follow(page, page.locator("#complete tbody a").last());
        page.fill("#f-reason", "the report says nothing of the sort");
        save(page);
        visitor.visit(page, "/statements/rp-statement");
        assertThat(verdict(page)).isEqualTo("Undecided");
        for (String language : List.of("es", "fr", "pt")) {
            visitor.visit(page, "/networks/rp-network?lang=" + language);
            assertThat(page.locator("#complete-title").innerText()).isNotEqualTo("Complete lists");
        }
        visitor.visit(page, "/?lang=en");
    }

    @Test
    void what_was_given_for_a_network_stands_on_both_pages_and_counts() {
        Page page = visitor.open(Visitor.desk());
        visitor.visit(page, "/seminars/rp-seminar?lang=en");
        assertThat(page.locator("#people .verdict").innerText()).isEqualTo("Undecided");
        visitor.visit(page, "/record/seminars/declare-roster-complete?seminarId=rp-seminar");
        page.fill("#f-asOf", "2014");
        save(page);
        visitor.visit(page, "/record/seminars/give-seminar-for-network?seminarId=rp-seminar");
        page.fill("#f-network", "rp-network");
        save(page);
        visitor.visit(page, "/record/programmes/serve-network?programmeId=rp-programme");
        page.fill("#f-network", "rp-network");
        page.fill("#f-from", "2012");
        save(page);
        visitor.visit(page, "/record/initiatives/assign-initiative-to-programme?initiativeId=rp-initiative");
        page.fill("#f-programme", "rp-programme");
        save(page);
        visitor.visit(page, "/seminars/rp-seminar");
        assertThat(page.locator("#people .verdict").innerText()).isEqualTo("Differs");
        assertThat(page.locator("#relations tbody").innerText()).contains("A coastal network");
        visitor.visit(page, "/networks/rp-network");
        assertThat(page.locator("#relations tbody").innerText())
                .contains("Coastal programme", "A seminar on the coast");
        Visitor.follow(page, page.locator("#relations tbody th a").first());
        assertThat(page.locator("h1").innerText()).isEqualTo("Coastal programme");
        assertThat(page.locator("#relations tbody").innerText()).contains("A coastal network", "A coastal law");
        visitor.accessible(page);
        visitor.visit(page, "/figures/SEMINARS?scope=network:rp-network");
        assertThat(page.locator("main").innerText()).contains("A seminar on the coast");
        visitor.visit(page, "/initiatives/rp-initiative");
        assertThat(page.locator("#relations tbody").innerText()).contains("Coastal programme");
    }
}
