package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What sources say stands on pages as they say it: each thing once, with its own words and its own days. */
class ToldAsRecordedTest {
    private final Client registry = RunningRegistry.shared().client();

    @Test
    void a_comparison_says_in_words_what_made_the_difference() {
        String path = "/api/networks/told-network";
        network("told-network");
        registry.create(path + "/memberships/told-ke", "{'state': 'KE', 'kind': 'MEMBER', 'from': '2012'}");
        long before = RunningRegistry.shared().settle();
        registry.post(path + "/memberships/told-ke/annul", "{'reason': 'it never joined'}")
                .expect(200);
        RunningRegistry.shared().settle();

        String asked = "?asOf1=2013&knownAtPosition1=" + before + "&asOf2=2013";
        assertThat(registry.get(path + "/diff" + asked).body()).contains("summary", "Kenya");
        String page = page("/networks/told-network/compare" + asked);
        assertThat(page).contains("<del>").doesNotContain("network.FactAnnulled");
        assertThat(text(between(page, "<tbody>", "</tbody>"))).contains("Kenya").contains("Annulled:");
    }

    @Test
    void a_comparison_tells_of_names_in_languages() {
        String path = "/api/networks/told-names";
        network("told-names");
        long before = RunningRegistry.shared().settle();
        registry.post(path + "/name", "{'language': 'ES', 'name': 'Red contada'}")
                .expect(200);
        registry.post(path + "/name", "{'language': 'FR', 'name': 'Réseau raconté', 'from': '2014'}")
                .expect(200);
        RunningRegistry.shared().settle();

        String learnt = path + "/diff?asOf1=2013&knownAtPosition1=" + before + "&asOf2=2013";
        assertThat(registry.get(learnt).expect(200).json().get("differences"))
                .hasSize(1)
                .first()
                .satisfies(told -> {
                    assertThat(told.get("first").asString()).isEqualTo("Told network, ACTIVE");
                    assertThat(told.get("second").asString()).isEqualTo("Told network (es: Red contada), ACTIVE");
                    assertThat(told.get("events")).isNotEmpty();
                });
        String sameDay = page("/networks/told-names/compare?asOf1=2013&knownAtPosition1=" + before + "&asOf2=2013");
        assertThat(between(sameDay, "<thead>", "</thead>").split("<th "))
                .as("two columns of one day, learnt within a minute, are told apart")
                .doesNotHaveDuplicates()
                .filteredOn(head -> head.contains("True in 2013, known on"))
                .hasSize(2);
        String passed = "?asOf1=2013&asOf2=2015";
        assertThat(registry.get(path + "/diff" + passed).expect(200).body())
                .contains("Told network (es: Red contada, fr: Réseau raconté), ACTIVE");
        assertThat(text(between(page("/networks/told-names/compare" + passed), "<tbody>", "</tbody>")))
                .contains("es: Red contada, fr: Réseau raconté");
    }

    /** What the Institute did for a state the state did not launch. */
    @Test
    void a_states_life_shows_its_initiatives_and_no_technical_assistance() {
        registry.create(
                "/api/initiatives/told-law",
                "{'title': 'Told law', 'states': ['LS'], 'type': 'LEGISLATION', 'launchedOn': '2013'}");
        registry.create(
                "/api/initiatives/told-advice",
                "{'title': 'Told advice', 'states': ['LS'], 'type': 'TECHNICAL_ASSISTANCE', 'launchedOn': '2014'}");
        RunningRegistry.shared().settle();

        assertThat(page("/states/LS")).contains("Told law").doesNotContain("Told advice");
    }

    @Test
    void the_declaration_of_a_meeting_stands_with_it_and_its_lines_stay() {
        network("told-declaring");
        registry.create(
                "/api/networks/told-declaring/meetings/told-meeting",
                "{'title': 'Told meeting', 'startsOn': '2014', 'declaration': 'We declare\\nto meet again.'}");
        RunningRegistry.shared().settle();

        String page = page("/networks/told-declaring");
        assertThat(page).contains("<p class=\"lines\">We declare\nto meet again.</p>");
    }

    @Test
    void whoever_taught_a_seminar_is_told_to_have_taught_it_when_that_is_over() {
        registry.create("/api/programmes/told-programme", "{'name': 'Told programme'}");
        registry.create("/api/officials/told-teacher", "{'fullName': 'Amina Otieno', 'state': 'KE'}");
        registry.create(
                "/api/seminars/told-seminar",
                "{'title': 'A seminar that was told', 'programme': 'told-programme', 'edition': 'AFRICAN',"
                        + " 'startsOn': '2014-03-03', 'endsOn': '2014-03-07', 'mode': 'IN_PERSON', 'state': 'KE'}");
        registry.post(
                        "/api/seminars/told-seminar/assign-instructor",
                        "{'official': 'told-teacher', 'from': '2014-03-03'}")
                .expect(200);
        registry.post(
                        "/api/seminars/told-seminar/release-instructor",
                        "{'official': 'told-teacher', 'on': '2014-03-08'}")
                .expect(200);
        RunningRegistry.shared().settle();

        String taught = between(page("/officials/told-teacher"), "id=\"taught\"", "</section>");
        assertThat(text(taught)).contains("A seminar that was told", "3 Mar 2014", "8 Mar 2014");
        assertThat(page("/officials/told-teacher?asOf=2014-03-01")).doesNotContain("id=\"taught\"");
    }

    /** Those of a meeting and of a seminar are told by their last day, which is no day after. */
    @Test
    void what_lasted_until_a_day_is_drawn_to_have_lasted_until_that_day() {
        network("told-days");
        registry.create(
                "/api/networks/told-days/meetings/told-days-meeting",
                "{'title': 'Three days', 'startsOn': '2014-05-06', 'endsOn': '2014-05-08', 'hostState': 'NA'}");
        RunningRegistry.shared().settle();

        String page = page("/states/NA");
        assertThat(page).contains("6 May 2014").contains("8 May 2014").doesNotContain("9 May 2014");
    }

    @Test
    void an_institution_renamed_about_a_year_has_each_of_its_names_once() {
        registry.create("/api/institutions/told-office", "{'name': 'Told office', 'kind': 'MINISTRY', 'state': 'KE'}");
        registry.post("/api/institutions/told-office/rename", "{'name': 'Told ministry', 'from': '2019~'}")
                .expect(200);
        RunningRegistry.shared().settle();

        String names = text(between(page("/institutions/told-office"), "id=\"names\"", "</section>"));
        assertThat(names.split("Told ministry", -1)).hasSize(2);
        assertThat(names.split("Told office", -1)).hasSize(2);
        assertThat(names).contains("uncertain").contains("1 Jan 2019");
    }

    @Test
    void a_form_leads_to_where_each_thing_that_it_asks_for_is_recorded_first() {
        assertThat(page("/record/networks/register-network"))
                .contains(
                        "/record/networks/register-network",
                        "/record/programmes/establish-programme",
                        "/record/institutions/register-institution",
                        "/record/seminars/schedule-seminar",
                        "/record/officials/register-official",
                        "/record/initiatives/launch-initiative",
                        "/record/statements/publish-statement",
                        "/record/editions/pin-edition",
                        "/record/networks/admit-state",
                        "/record/networks/designate-focal-point",
                        "/record/networks/record-meeting",
                        "/record/seminars/nominate-official",
                        "/record/institutions/open-office");
    }

    private void network(String id) {
        registry.create("/api/networks/" + id, "{'name': 'Told network', 'kind': 'REGIONAL', 'foundedOn': '2010'}");
    }

    private String page(String path) {
        return registry.get(path).expect(200).body();
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ");
    }

    private static String between(String page, String begin, String end) {
        Matcher found = Pattern.compile(Pattern.quote(begin) + "(.*?)" + Pattern.quote(end), Pattern.DOTALL)
                .matcher(page);
        assertThat(found.find()).as(begin).isTrue();
        return found.group(1);
    }
}
