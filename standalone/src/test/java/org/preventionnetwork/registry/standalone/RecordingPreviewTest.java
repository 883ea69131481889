package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.query.projection.Projection;
import org.preventionnetwork.registry.query.projection.Table;
import org.preventionnetwork.registry.query.projection.engine.Projections;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * What a preview says would be answered is what is answered after saving: seen by the preview of the way back, whose
 * "before" is made of what the projections really wrote.
 */
class RecordingPreviewTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private static final String NETWORK = "/api/networks/pre-network";
    private static final String PATH = "{'networkId': 'pre-network', ";

    /** What nobody answers from: figures are counted from it. */
    private static final Set<String> BEHIND_FIGURES = Set.of("membership_spell", "attendance");

    private record Answer(String before, String after) {}

    private static Map<String, Answer> preview(String form, String path, String body) {
        Reply reply = REGISTRY.post("/record/" + form + "/preview", "{'path': " + path + ", 'body': " + body + "}")
                .expect(200);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (JsonNode change : reply.json()) {
            assertThat(change.toString()).as("in words").doesNotContainPattern("[A-Za-z]_[A-Za-z]|[A-Z]{4}");
            answers.put(
                    change.get("answer").asString(),
                    new Answer(
                            change.path("before").asString(""),
                            change.path("after").asString("")));
        }
        return answers;
    }

    private static Map<String, Answer> turned(Map<String, Answer> answers) {
        Map<String, Answer> turned = new TreeMap<>();
        answers.forEach((name, answer) -> turned.put(name, new Answer(answer.after(), answer.before())));
        return turned;
    }

    /** Until everything recorded is known to all of the projections. */
    /** Counted now, and not a moment ago. */
    private static JsonNode overview(String more) {
        return REGISTRY.get("/api/overview?atLeastPosition=" + RUNNING.settle() + more)
                .expect(200)
                .json();
    }

    /** Of an interval in words, {@code 1–1,203+}, the most that is recorded. */
    private static String possible(String interval) {
        return interval.substring(interval.indexOf('–') + 1).replaceAll("[^0-9]", "");
    }

    /** What every projection has, so that a trace of a preview would be seen. */
    private static List<String> rows() {
        JdbcTemplate database = new JdbcTemplate(RUNNING.part("queryDataSource", DataSource.class));
        return database.queryForList(
                "SELECT to_jsonb(m)::text FROM read.membership m WHERE entity = 'network:pre-network' ORDER BY 1",
                String.class);
    }

    @Test
    void a_correction_and_an_annulment_change_what_was_said_and_leave_no_trace_before() {
        REGISTRY.put(NETWORK, "{'name': 'Previewed', 'kind': 'REGIONAL', 'foundedOn': '2010'}")
                .expect(201);
        for (String state : List.of("BO", "CL", "GT")) {
            REGISTRY.put(
                            NETWORK + "/memberships/pre-" + state.toLowerCase(),
                            "{'state': '" + state + "', 'kind': 'MEMBER', 'from': '2012'}")
                    .expect(201);
        }
        RUNNING.settle();
        List<String> before = rows();
        String ended = "{'until': '2019', 'correctionKind': 'LATE_REPORT', 'reason': 'a letter'}";
        String reopened = "{'until': null, 'correctionKind': 'CLERICAL_ERROR', 'reason': 'no such letter'}";
        Map<String, Answer> said = preview("networks/correct-membership", PATH + "'membershipId': 'pre-bo'}", ended);
        assertThat(rows()).isEqualTo(before);
        assertThat(said.get("Member states, in this network")).isEqualTo(new Answer("3", "2"));
        assertThat(said.get("Membership: Bolivia").after()).endsWith("2012 – 2019");
        assertThat(preview("networks/correct-membership", PATH + "'membershipId': 'pre-bo'}", ended))
                .isEqualTo(said);
        REGISTRY.post(NETWORK + "/memberships/pre-bo/correct", ended).expect(200);
        assertThat(overview("&scope=pre-network").get("memberStates").asInt()).isEqualTo(2);
        Map<String, Answer> back = preview("networks/correct-membership", PATH + "'membershipId': 'pre-bo'}", reopened);
        assertThat(turned(back)).isEqualTo(new TreeMap<>(said));

        Map<String, Answer> annulled =
                preview("networks/annul-membership", PATH + "'membershipId': 'pre-cl'}", "{'reason': 'never was'}");
        assertThat(annulled.get("Membership: Chile").after()).isEmpty();
        REGISTRY.post(NETWORK + "/memberships/pre-cl/annul", "{'reason': 'never was'}")
                .expect(200);
        RUNNING.settle();
        assertThat(turned(preview(
                        "networks/admit-state",
                        PATH + "'membershipId': 'pre-cl'}",
                        "{'state': 'CL', 'kind': 'MEMBER', 'from': '2012'}")))
                .isEqualTo(new TreeMap<>(annulled));
    }

    @Test
    void figures_of_seminars_and_initiatives_are_counted_as_they_will_be() {
        REGISTRY.put("/api/programmes/pre-programme", "{'name': 'A programme'}").expect(201);
        REGISTRY.put(
                        "/api/seminars/pre-seminar",
                        "{'title': 'A seminar', 'programme': 'pre-programme', 'edition': 'GLOBAL', 'startsOn': '2014',"
                                + " 'foundational': true, 'factId': 'pre-scheduled'}")
                .expect(201);
        REGISTRY.post("/api/seminars/pre-seminar/convene", "{'on': '2014'}").expect(200);
        REGISTRY.put("/api/officials/pre-official", "{'fullName': 'Cora Example', 'state': 'CL', 'from': '2010'}")
                .expect(201);
        REGISTRY.post(
                        "/api/seminars/pre-seminar/enrollments/pre-enrollment/record",
                        "{'official': 'pre-official', 'status': 'COMPLETED', 'on': '2014'}")
                .expect(200);
        REGISTRY.put(
                        "/api/initiatives/pre-initiative",
                        "{'title': 'An initiative', 'states': ['CL'], 'type': 'POLICY', 'launchedOn': '2016'}")
                .expect(201);
        JsonNode overview = overview("");
        Map<String, Answer> said = preview(
                "seminars/annul-enrollment",
                "{'seminarId': 'pre-seminar', 'enrollmentId': 'pre-enrollment'}",
                "{'reason': 'somebody else'}");
        Map<String, Answer> initiative =
                preview("initiatives/annul-initiative", "{'initiativeId': 'pre-initiative'}", "{'reason': 'none'}");
        REGISTRY.post("/api/seminars/pre-seminar/enrollments/pre-enrollment/annul", "{'reason': 'somebody else'}")
                .expect(200);
        REGISTRY.post("/api/initiatives/pre-initiative/annul", "{'reason': 'none'}")
                .expect(200);
        JsonNode later = overview("");
        assertThat(said).containsKeys("Alumni", "Enrolments", "Completions", "Enrolment");
        assertThat(said.get("Completions").before())
                .isEqualTo(overview.get("completions").asString());
        assertThat(said.get("Completions").after())
                .isEqualTo(later.get("completions").asString());
        assertThat(possible(initiative.get("National initiatives").after()))
                .isEqualTo(later.get("initiatives").asString());
        Map<String, Answer> scheduled = preview(
                "seminars/correct-fact",
                "{'seminarId': 'pre-seminar', 'factId': 'pre-scheduled'}",
                "{'title': 'Another title', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}");
        assertThat(scheduled.get("Seminar").after()).contains("Another title");
    }

    @Test
    void a_change_of_a_persons_data_shows_nothing_personal_and_what_is_impossible_is_not_said() {
        REGISTRY.put("/api/officials/pre-person", "{'fullName': 'Dora Example', 'email': 'dora@example.org'}")
                .expect(201);
        RUNNING.settle();
        String fact = REGISTRY.get("/api/officials/pre-person/facts")
                .items()
                .get(0)
                .get("factId")
                .asString();
        String path = "{'officialId': 'pre-person', 'factId': '" + fact + "'}";
        Reply reply = REGISTRY.post(
                        "/record/officials/correct-fact/preview",
                        "{'path': " + path + ", 'body': {'fullName': 'Dora Other Example',"
                                + " 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}}")
                .expect(200);
        assertThat(reply.body()).doesNotContain("Dora", "@");
        assertThat(REGISTRY.post("/record/officials/correct-fact/preview", "{'path': {}, 'body': {}}")
                        .status())
                .isEqualTo(409);
        assertThat(REGISTRY.post("/record/officials/correct-fact/preview", "[]").status())
                .isEqualTo(400);
    }

    private static void put(String address, String body) {
        REGISTRY.put("/api/" + address, body).expect(201);
    }

    private static String figure(String figure, String scope) {
        return REGISTRY.get("/api/figures/" + figure + "?scope=" + scope + "&atLeastPosition=" + RUNNING.settle())
                .expect(200)
                .json()
                .get("possible")
                .asString();
    }

    /** What the preview says, then recorded; annulling it says the same the other way round. */
    private static Map<String, Answer> saidAndRecorded(
            String form, String path, String address, String body, String collection) {
        RUNNING.settle();
        String factId = "pre-fact-" + address.replace('/', '-');
        String whole = body.substring(0, body.length() - 1) + ", 'factId': '" + factId + "'}";
        Map<String, Answer> said = preview(form, "{" + path + "}", whole);
        REGISTRY.post("/api/" + address, whole).expect(200);
        RUNNING.settle();
        assertThat(turned(preview(
                        collection + "/annul-fact",
                        "{" + path + ", 'factId': '" + factId + "'}",
                        "{'reason': 'never so'}")))
                .as(form)
                .isEqualTo(new TreeMap<>(said));
        return said;
    }

    @Test
    void what_belongs_to_what_and_which_lists_are_complete_is_previewed_with_the_figures_there() {
        put("networks/pre-given", "{'name': 'Given Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}");
        put("networks/pre-other", "{'name': 'Other Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}");
        put("programmes/pre-given", "{'name': 'Given Programme'}");
        put("programmes/pre-other", "{'name': 'Other Programme'}");
        put(
                "seminars/pre-given",
                "{'title': 'A seminar given', 'programme': 'pre-given', 'edition': 'GLOBAL', 'startsOn': '2014'}");
        REGISTRY.post("/api/seminars/pre-given/convene", "{'on': '2014'}").expect(200);
        put(
                "initiatives/pre-given",
                "{'title': 'An initiative', 'states': ['CL'], 'type': 'POLICY', 'launchedOn': '2016'}");

        Map<String, Answer> given = saidAndRecorded(
                "seminars/give-seminar-for-network",
                "'seminarId': 'pre-given'",
                "seminars/pre-given/give-for-network",
                "{'network': 'pre-given'}",
                "seminars");
        assertThat(given)
                .containsEntry("Seminars, in Given Network", new Answer("0", figure("SEMINARS", "network:pre-given")))
                .containsEntry("What it belongs to", new Answer("", "Given for the network, Given Network"));
        assertThat(given.get("Seminars, in Given Network").after()).isEqualTo("1");
        Map<String, Answer> moved = preview(
                "seminars/correct-fact",
                "{'seminarId': 'pre-given', 'factId': 'pre-fact-seminars-pre-given-give-for-network'}",
                "{'network': 'pre-other', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}");
        assertThat(moved)
                .containsEntry("Seminars, in Given Network", new Answer("1", "0"))
                .containsEntry("Seminars, in Other Network", new Answer("0", "1"));

        Map<String, Answer> assigned = saidAndRecorded(
                "initiatives/assign-initiative-to-programme",
                "'initiativeId': 'pre-given'",
                "initiatives/pre-given/assign-to-programme",
                "{'programme': 'pre-given'}",
                "initiatives");
        assertThat(assigned)
                .containsEntry("What it belongs to", new Answer("", "Of the programme, Given Programme"))
                .containsKey("National initiatives, in Given Programme");

        assertThat(saidAndRecorded(
                        "programmes/serve-network",
                        "'programmeId': 'pre-given'",
                        "programmes/pre-given/serve-network",
                        "{'network': 'pre-given', 'from': '2012', 'until': '2019'}",
                        "programmes"))
                .containsOnly(Map.entry(
                        "What it belongs to", new Answer("", "Serves the network, Given Network, 2012 – 2019")));

        assertThat(saidAndRecorded(
                        "networks/declare-network-list-complete",
                        "'networkId': 'pre-given'",
                        "networks/pre-given/declare-complete",
                        "{'list': 'MEMBERS', 'from': '2010', 'asOf': '2020'}",
                        "networks"))
                .containsOnly(Map.entry("Complete list", new Answer("", "Members, 2010 – 2020")));
        assertThat(saidAndRecorded(
                        "programmes/declare-programme-list-complete",
                        "'programmeId': 'pre-given'",
                        "programmes/pre-given/declare-complete",
                        "{'list': 'SEMINARS', 'asOf': '2020'}",
                        "programmes"))
                .containsOnly(Map.entry("Complete list", new Answer("", "Seminars, 2020")));
        assertThat(saidAndRecorded(
                        "seminars/declare-roster-complete",
                        "'seminarId': 'pre-given'",
                        "seminars/pre-given/declare-roster-complete",
                        "{'asOf': '2020'}",
                        "seminars"))
                .containsEntry("Complete list", new Answer("", "Roster, 2020"));
    }

    @Test
    void a_seminar_of_another_programme_counts_in_that_one_and_no_longer_in_the_first() {
        put("programmes/pre-from", "{'name': 'From Programme'}");
        put("programmes/pre-to", "{'name': 'To Programme'}");
        put(
                "seminars/pre-moved",
                "{'title': 'A seminar moved', 'programme': 'pre-from', 'edition': 'GLOBAL', 'startsOn': '2014',"
                        + " 'factId': 'pre-moved-fact'}");
        REGISTRY.post("/api/seminars/pre-moved/convene", "{'on': '2014'}").expect(200);
        RUNNING.settle();
        assertThat(preview(
                        "seminars/correct-fact",
                        "{'seminarId': 'pre-moved', 'factId': 'pre-moved-fact'}",
                        "{'programme': 'pre-to', 'correctionKind': 'CLERICAL_ERROR', 'reason': 'misread'}"))
                .containsEntry("Seminars, in From Programme", new Answer("1", "0"))
                .containsEntry("Seminars, in To Programme", new Answer("0", "1"));
    }

    @Test
    void every_answer_that_a_preview_can_be_about_has_a_name_and_what_is_behind_figures_is_not_shown() {
        MessageSource texts = RUNNING.part("messageSource", MessageSource.class);
        for (Projection projection :
                RUNNING.part("projections", Projections.class).all()) {
            for (Table table : projection.tables()) {
                boolean answered = !BEHIND_FIGURES.contains(table.name())
                        && !projection.name().equals("history");
                assertThat(texts.getMessage("recordOption.answer." + table.name(), null, "", Locale.ENGLISH))
                        .as(table.name())
                        .matches(name -> Objects.requireNonNull(name).isEmpty() != answered);
            }
        }
    }

    @Test
    void a_membership_is_told_once_by_its_state_also_in_a_network_to_be() {
        put("networks/pre-once", "{'name': 'Once Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}");
        put("networks/pre-to-be", "{'name': 'Network to be', 'kind': 'REGIONAL', 'announcedOn': '2020'}");
        RUNNING.settle();
        String member = "{'state': 'BO', 'kind': 'MEMBER', 'from': '2012'}";
        assertThat(preview("networks/admit-state", "{'networkId': 'pre-once', 'membershipId': 'pre-once-bo'}", member)
                        .keySet())
                .filteredOn(answer -> answer.contains(":") || answer.contains("_"))
                .containsExactly("Membership: Bolivia");
        assertThat(preview(
                        "networks/admit-state",
                        "{'networkId': 'pre-to-be', 'membershipId': 'pre-to-be-bo'}",
                        "{'state': 'BO', 'kind': 'MEMBER', 'from': '2021'}"))
                .containsOnly(Map.entry("Future membership: Bolivia", new Answer("", "Bolivia, Member, 2021 –")));
    }

    @Test
    void a_name_in_a_language_is_told_with_its_language() {
        put("networks/pre-named", "{'name': 'Named Network', 'kind': 'REGIONAL', 'foundedOn': '2010'}");
        put("programmes/pre-named", "{'name': 'Named Programme'}");
        put("institutions/pre-named", "{'name': 'Named Institute', 'kind': 'OTHER'}");
        RUNNING.settle();
        Map<String, String> ids = Map.of(
                "Network", "networks/name-network networkId",
                "Programme", "programmes/name-programme programmeId",
                "Institution", "institutions/name-institution institutionId");
        ids.forEach((answer, form) -> {
            String[] words = form.split(" ");
            Answer said = preview(
                            words[0],
                            "{'" + words[1] + "': 'pre-named'}",
                            "{'language': 'ES', 'name': 'En castellano'}")
                    .get(answer);
            assertThat(said).as(answer).isNotNull();
            assertThat(said.before()).contains("Named ").doesNotContain("Spanish");
            assertThat(said.after()).contains("Named ", "Spanish: En castellano");
        });
    }

    @Test
    void a_merge_names_the_seminars_in_which_both_are_enrolled_by_their_titles() {
        put("programmes/pre-merge", "{'name': 'Merge Programme'}");
        put(
                "seminars/pre-merge",
                "{'title': 'A seminar of both', 'programme': 'pre-merge', 'edition': 'GLOBAL', 'startsOn': '2014'}");
        for (String id : List.of("pre-merge-one", "pre-merge-other")) {
            put("officials/" + id, "{'fullName': 'Elena Example', 'state': 'CL', 'from': '2010'}");
            REGISTRY.post(
                            "/api/seminars/pre-merge/enrollments/" + id + "/record",
                            "{'official': '" + id + "', 'status': 'ATTENDED', 'on': '2014'}")
                    .expect(200);
        }
        RUNNING.settle();
        assertThat(preview(
                        "officials/merge-official",
                        "{'officialId': 'pre-merge-other'}",
                        "{'into': 'pre-merge-one', 'reason': 'one person'}"))
                .containsEntry(
                        "Enrolments in A seminar of both", new Answer("pre-merge-one, pre-merge-other", "one person"));
    }
}
