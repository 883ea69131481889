package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import tools.jackson.databind.JsonNode;

/** Who belongs to a network on a day is one answer, whichever list, number or page is asked. */
class OneAnswerOfMembersTest {
    private static final Client REGISTRY = RunningRegistry.shared().client();

    private final String network = Ids.next("network");
    private final String id = network.substring(network.lastIndexOf('/') + 1);

    @Test
    void nobody_belongs_to_a_network_before_its_foundation_or_after_its_dissolution() {
        REGISTRY.put(network, "{'name': 'Dissolved', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/m-gh", "{'state': 'GH', 'kind': 'MEMBER', 'from': '2011'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/m-ga", "{'state': 'GA', 'kind': 'MEMBER', 'from': 'unknown'}")
                .expect(201);
        int version = REGISTRY.post(network + "/dissolve", "{'on': '2015-06-01'}")
                .expect(200)
                .json()
                .get("version")
                .asInt();
        String since = "&atLeastVersion=" + version;
        expectMembers("2009", since, List.of(), List.of());
        expectMembers("2012", since, List.of("GA", "GH"), List.of("GH"));
        expectMembers("2015-05-31", since, List.of("GA", "GH"), List.of("GH"));
        expectMembers("2015-06-01", since, List.of(), List.of());
        expectMembers("2020", since, List.of(), List.of());
        List<JsonNode> years = REGISTRY.get(network + "/activity?from=2014&to=2018&interval=year" + since)
                .expect(200)
                .items();
        assertThat(years).extracting(year -> year.get("members").asInt()).containsExactly(2, 0, 0, 0, 0);
        assertThat(REGISTRY.get("/networks/" + id + "?asOf=2020&lang=en")
                        .expect(200)
                        .body())
                .contains("No state belongs to it at this point in time.");
        assertThat(REGISTRY.get(network + "/diff?asOf1=2012&asOf2=2020")
                        .expect(200)
                        .body())
                .contains("\"key\":\"GH\"")
                .doesNotContain("\"second\":\"MEMBER");
    }

    @Test
    void an_observer_since_is_none_any_more_when_a_member_since_in_whatever_order_they_are_told() {
        REGISTRY.put(network, "{'name': 'Since when', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        String list = "network,state,kind,from\n%1$s,Ghana,MEMBER,2019\n%1$s,Togo,LIAISON,2010-10-06\n".formatted(id)
                + "%1$s,Ghana,OBSERVER,2015\n%1$s,Togo,MEMBER,2013\n%1$s,Benin,MEMBER,2014\n".formatted(id);
        assertThat(Imports.run(REGISTRY, "memberships.csv", list)
                        .get("recorded")
                        .asInt())
                .isEqualTo(5);
        JsonNode again = Imports.run(REGISTRY, "memberships.csv", list);
        assertThat(again.get("recorded").asInt()).isZero();
        assertThat(again.get("unchanged").asInt()).isEqualTo(5);
        String since = "&atLeastVersion=7";
        assertThat(kinds("2012-06-01" + since)).containsExactly("TG LIAISON true");
        assertThat(kinds("2016-06-01" + since)).containsExactly("BJ MEMBER true", "GH OBSERVER true", "TG MEMBER true");
        assertThat(kinds("2019-06-01" + since))
                .containsExactly("BJ MEMBER true", "GH OBSERVER false", "TG MEMBER true");
        assertThat(kinds("2020-06-01" + since)).containsExactly("BJ MEMBER true", "GH MEMBER true", "TG MEMBER true");
        expectMembers("2020", since, List.of("BJ", "GH", "TG"), List.of("BJ", "GH", "TG"));
    }

    @Test
    void a_dry_run_says_whom_a_higher_kind_ends_in_every_way_of_recording_and_language() {
        REGISTRY.put(network, "{'name': 'Ladder', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/gh-observer", "{'state': 'GH', 'kind': 'OBSERVER', 'from': '2015'}")
                .expect(201);
        String member = "{'state': 'GH', 'kind': 'MEMBER', 'from': '2019'}";
        JsonNode tried = REGISTRY.post(network + "/memberships?dryRun=true", member)
                .expect(200)
                .json();
        assertThat(tried.get("hint").asString()).isEqualTo("Ghana ends being OBSERVER since 2015");
        assertThat(tried.get("ends").toString())
                .isEqualTo("[{\"membershipId\":\"gh-observer\",\"state\":\"GH\",\"kind\":\"OBSERVER\","
                        + "\"since\":\"2015\",\"until\":\"2019\"}]");
        assertThat(REGISTRY.post(
                                network + "/memberships?dryRun=true",
                                "{'state': 'GH', 'kind': 'MEMBER', 'from': '2015'}")
                        .body())
                .doesNotContain("\"ends\"");
        RunningRegistry.shared().settle();
        Map<String, String> words = Map.of(
                "en", "ends being Observer since 2015; no longer from 2019",
                "es", "deja de ser Observador (desde 2015); ya no lo es a partir de 2019",
                "fr", "cesse d’être Observateur (depuis 2015)",
                "pt", "deixa de ser Observador (desde 2015); já não o é a partir de 2019");
        words.forEach((language, sentence) -> assertThat(REGISTRY.post(
                                "/record/networks/admit-state/preview",
                                "{'path': {'networkId': '" + id + "', 'membershipId': 'gh-member'}, 'body': " + member
                                        + "}",
                                "Accept-Language",
                                language)
                        .expect(200)
                        .body())
                .contains(sentence));
        Reply started = REGISTRY.upload(
                "/api/imports?dryRun=true",
                "memberships.csv",
                ("network,state,kind,from\n" + id + ",Ghana,MEMBER,2019\n").getBytes(StandardCharsets.UTF_8));
        String run = started.header("Location");
        await().until(() -> !Imports.status(REGISTRY, run).equals("RUNNING"));
        assertThat(REGISTRY.get(run).body())
                .contains("ENDS_BY_HIGHER_KIND", "the state ends being OBSERVER since 2015");
    }

    /** An observer becomes a member some day in July: on the 10th it can be either, and the figure says 0 up to 1. */
    @Test
    void whoever_can_be_a_member_stands_on_every_page_as_possible() {
        REGISTRY.put(network, "{'name': 'Either', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/ml-observer", "{'state': 'ML', 'kind': 'OBSERVER', 'from': '2015'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/ml-member", "{'state': 'ML', 'kind': 'MEMBER', 'from': '2020-07'}")
                .expect(201);
        RunningRegistry.shared().settle();
        String within = "?asOf=2020-07-10&lang=en";
        String after = "?asOf=2020-07-31&lang=en";
        String page = page("/networks/" + id + within);
        assertThat(page).contains("ml-member", "ml-observer");
        assertThat(page).as("the map").containsPattern("<path[^>]*class=\"state possible\"");
        assertThat(REGISTRY.get(network + "/activity?from=2020&to=2020-07-10")
                        .expect(200)
                        .items())
                .extracting(year -> year.get("admitted").asInt(), year -> year.get("admittedCertain")
                        .asInt())
                .containsExactly(tuple(1, 0));
        assertThat(page)
                .as("its activity")
                .containsPattern("<a href=\"#timeline\">0</a> <small>up to 1</small>")
                .contains("/figures/SEMINARS?asOf=2020-07-10&amp;scope=network:" + id);
        assertThat(page("/networks/" + id + after)).contains("ml-member").doesNotContain("ml-observer");
        assertThat(page("/states/ML" + within)).contains("ml-member", "ml-observer");
        String figure = "/figures/MEMBER_STATES";
        String scope = "&scope=" + id;
        assertThat(page(figure + within + scope))
                .contains("possible</span>", "certain:", "from 31 Jul 2020 on")
                .doesNotContain(">yes<");
        assertThat(page(figure + after + scope)).contains("yes</t").doesNotContain("possible</span>");
    }

    /** The seminar of an official whose state is not known may have been one of a member: up to two were. */
    @Test
    void the_seminars_of_a_network_are_listed_and_counted_in_its_activity_as_in_the_figure() {
        String programme = Ids.next("programme");
        REGISTRY.put(network, "{'name': 'Of seminars', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(network + "/memberships/m-ml", "{'state': 'ML', 'kind': 'MEMBER', 'from': '2011-01-01'}")
                .expect(201);
        REGISTRY.put(programme, "{'name': 'A programme'}").expect(201);
        List<String> seminars = new ArrayList<>();
        for (String official : List.of("'state': 'ML', ", "", "planned")) {
            String seminar = Ids.next("seminar");
            seminars.add(seminar.replaceAll(".*/", ""));
            boolean planned = official.equals("planned");
            REGISTRY.put(
                            seminar,
                            "{'title': 'One of two', 'programme': '" + programme.replaceAll(".*/", "")
                                    + "', 'edition': 'TAILORED', 'startsOn': '"
                                    + (planned ? "2090" : "2014-05-05', 'endsOn': '2014-05-09")
                                    + "', 'foundational': true}")
                    .expect(201);
            if (planned) {
                REGISTRY.post(seminar + "/give-for-network", "{'network': '" + id + "'}")
                        .expect(200);
                continue;
            }
            String person = Ids.next("official");
            REGISTRY.put(person, "{" + official + "'fullName': 'Invented Person'}")
                    .expect(201);
            REGISTRY.post(
                            seminar + "/enrollments/record",
                            "{'official': '" + person.replaceAll(".*/", "")
                                    + "', 'status': 'COMPLETED', 'on': '2014-05-05'}")
                    .expect(201);
            REGISTRY.post(seminar + "/conclude", "{}").expect(200);
            REGISTRY.post(seminar + "/report-figures", "{'participants': 3}").expect(200);
        }
        RunningRegistry.shared().settle();
        String page = page("/networks/" + id + "?asOf=2015&lang=en");
        String asked = "/figures/SEMINARS?asOf=2014-12-31&amp;scope=network:" + id;
        assertThat(page).contains("href=\"" + asked + "\">1</a> <small>up to 2</small>");
        assertThat(page(asked.replace("&amp;", "&") + "&lang=en"))
                .contains("<strong class=\"figure\">1</strong>", "up to 2");
        String listed = page.substring(page.indexOf("id=\"seminars\""), page.indexOf("id=\"initiatives\""));
        assertThat(listed)
                .contains(seminars.get(0), seminars.get(1), seminars.get(2), "Scheduled")
                .containsOnlyOnce("uncertain");
        String within = page("/networks/" + id + "?asOf=2014-05-07&lang=en");
        assertThat(within.substring(within.indexOf("id=\"seminars\""), within.indexOf("id=\"initiatives\"")))
                .as("in session, on a day within")
                .contains(seminars.get(0), seminars.get(1), seminars.get(2), "status convened")
                .doesNotContain("status held")
                .containsOnlyOnce("uncertain");
        assertThat(page("/seminars/" + seminars.get(2))).contains("/record/seminars/conclude-seminar");
        assertThat(page("/seminars/" + seminars.get(0)))
                .as("what is recorded already is not offered")
                .contains("/record/seminars/report-figures")
                .doesNotContain("/record/seminars/conclude-seminar");
        String trained = page("/figures/OFFICIALS_TRAINED?lang=en&scope=" + programme.replaceAll(".*/", ""));
        for (String held : seminars.subList(0, 2)) {
            assertThat(trained)
                    .as("two seminars of one title told apart")
                    .containsPattern("<a href=\"/seminars/" + held
                            + "[^\"]*\">2 reported of One of two and not named</a> <small[^>]*>" + held);
        }
    }

    /** More than two: as many as certainly are recorded are too few, and as many as can be are not. */
    @Test
    void a_list_is_to_be_declared_complete_only_where_that_would_decide_it() {
        REGISTRY.put(network, "{'name': 'More than', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        for (String state : List.of("ML 2011", "NE 2011", "TD 2015")) {
            String code = state.substring(0, 2);
            REGISTRY.put(
                            network + "/memberships/m-" + code.toLowerCase(java.util.Locale.ROOT),
                            "{'state': '" + code + "', 'kind': 'MEMBER', 'from': '" + state.substring(3) + "'}")
                    .expect(201);
        }
        assertThat(undecided("MORE_THAN", 2))
                .contains("2 were published, 2 are recorded for certain")
                .doesNotContain("declare the list complete");
        assertThat(undecided("EXACTLY", 3)).contains("3 were published").doesNotContain("declare the list complete");
        assertThat(undecided("MORE_THAN", 3)).contains("declare the list complete");
        assertThat(undecided("ABOUT", 30)).contains("declare the list complete");
    }

    private String undecided(String qualifier, int value) {
        String statement = Ids.next("statement");
        REGISTRY.put(
                        statement,
                        "{'statedOn': '2015-06-01', 'metric': 'MEMBER_STATES', 'qualifier': '" + qualifier
                                + "', 'value': " + value + ", 'scope': 'network:" + id + "'}")
                .expect(201);
        RunningRegistry.shared().settle();
        String page = page("/statements/" + statement.replaceAll(".*/", "") + "?lang=en");
        assertThat(page).as("%s %s", qualifier, value).contains("id=\"undecided\"");
        return page.substring(page.indexOf("id=\"undecided\""));
    }

    /** What a page of a day lists has begun by then. */
    @Test
    void a_page_lists_nothing_that_begins_later() {
        String programme = Ids.next("programme");
        String seminar = Ids.next("seminar");
        String initiative = Ids.next("initiative");
        REGISTRY.put(network, "{'name': 'Later', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        REGISTRY.put(programme, "{'name': 'A programme'}").expect(201);
        REGISTRY.post(programme + "/serve-network", "{'network': '" + id + "', 'from': '2022'}")
                .expect(200);
        REGISTRY.put(
                        seminar,
                        "{'title': 'A later seminar', 'programme': '" + programme.replaceAll(".*/", "")
                                + "', 'edition': 'TAILORED', 'startsOn': '2022-05-10', 'endsOn': '2022-05-14',"
                                + " 'foundational': true}")
                .expect(201);
        REGISTRY.post(seminar + "/give-for-network", "{'network': '" + id + "'}")
                .expect(200);
        REGISTRY.post(seminar + "/declare-roster-complete", "{'asOf': '2022'}").expect(200);
        REGISTRY.post(network + "/declare-complete", "{'list': 'SEMINARS', 'from': '2022', 'asOf': '2022'}")
                .expect(200);
        REGISTRY.put(
                        initiative,
                        "{'title': 'A later law', 'states': ['ML'], 'type': 'LEGISLATION', 'launchedOn': '2022'}")
                .expect(201);
        REGISTRY.post(initiative + "/assign-to-programme", "{'programme': '" + programme.replaceAll(".*/", "") + "'}")
                .expect(200);
        RunningRegistry.shared().settle();
        for (String thing : List.of(network, programme, seminar)) {
            String address = thing.substring("/api".length());
            String before = page(address + "?asOf=2020-07-10&lang=en");
            String since = page(address + "?asOf=2022-12-31&lang=en");
            if (thing.equals(seminar)) {
                assertThat(before).doesNotContain("id=\"complete\"");
            } else {
                assertThat(before).doesNotContain("id=\"relations\"", "id=\"complete\"");
                assertThat(since).contains("id=\"relations\"");
            }
            assertThat(since.contains("id=\"complete\"")).isEqualTo(!thing.equals(programme));
        }
    }

    private static String page(String address) {
        return REGISTRY.get(address, "Accept", "text/html").expect(200).body();
    }

    private List<String> kinds(String asOf) {
        return REGISTRY.get(network + "/members?asOf=" + asOf).expect(200).items().stream()
                .map(member -> member.get("state").asString() + " "
                        + member.get("kind").asString() + " "
                        + member.get("certain").asBoolean())
                .toList();
    }

    private void expectMembers(String day, String since, List<String> possible, List<String> certain) {
        List<JsonNode> listed = REGISTRY.get(network + "/members?asOf=" + day + since)
                .expect(200)
                .items();
        assertThat(listed)
                .as("listed on %s", day)
                .extracting(member -> member.get("state").asString())
                .containsExactlyElementsOf(possible);
        assertThat(listed)
                .as("certain on %s", day)
                .filteredOn(member -> member.get("certain").asBoolean())
                .extracting(member -> member.get("state").asString())
                .containsExactlyElementsOf(certain);
        JsonNode item =
                REGISTRY.get(network + "?asOf=" + day + since).expect(200).json();
        assertThat(item.get("members").asInt()).as("header on %s", day).isEqualTo(possible.size());
        JsonNode figure = REGISTRY.get("/api/figures/MEMBER_STATES?scope=" + id + "&asOf=" + day)
                .expect(200)
                .json();
        assertThat(figure.findPath("possible").asInt()).as("figure on %s", day).isEqualTo(possible.size());
    }
}
