package org.preventionnetwork.registry.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.standalone.Client.Reply;
import org.preventionnetwork.registry.testing.TestRun;
import tools.jackson.databind.JsonNode;

/** Who left comes back to the same enrolment; and a person is counted, seated and listed once, whatever is merged. */
@Tag("browser")
class WhoComesBackTest {
    private static final RunningRegistry RUNNING = RunningRegistry.shared();
    private static final Client REGISTRY = RUNNING.client();
    private static final String[] WAYS = {
        "",
        "accept",
        "waitlist",
        "accept confirm",
        "accept complete",
        "accept withdraw",
        "decline",
        "accept not-complete"
    };

    @BeforeAll
    static void programme() {
        REGISTRY.put("/api/programmes/cb-programme", "{'name': 'Of who comes back', 'establishedOn': '2008'}")
                .expect(201);
    }

    private static void official(String id) {
        REGISTRY.put("/api/officials/" + id, "{'fullName': '" + id + "', 'state': 'GH'}")
                .expect(201);
    }

    private static String seminar(String id, int capacity) {
        REGISTRY.put(
                        "/api/seminars/" + id,
                        "{'title': 'Seminar " + id + "', 'programme': 'cb-programme', 'edition': 'GLOBAL',"
                                + " 'mode': 'IN_PERSON', 'startsOn': '2025-09-05', 'endsOn': '2025-09-11',"
                                + " 'city': 'Oswiecim', 'state': 'PL', 'foundational': true, 'capacity': " + capacity
                                + "}")
                .expect(201);
        return "/api/seminars/" + id;
    }

    private static Reply nominate(String seminar, String enrollment, String official, String on) {
        return REGISTRY.put(
                seminar + "/enrollments/" + enrollment,
                "{'official': '" + official + "', 'nominatedBy': 'GH', 'on': '" + on + "'}");
    }

    private static Reply step(String enrollment, String step, String on) {
        return REGISTRY.post(enrollment + "/" + step, "{'on': '" + on + "'}");
    }

    private static Reply merge(String one, String into) {
        return REGISTRY.post("/api/officials/" + one + "/merge", "{'into': '" + into + "', 'reason': 'one person'}");
    }

    private static JsonNode answer(String path) {
        RUNNING.settle();
        return REGISTRY.get(path).expect(200).json();
    }

    private static List<JsonNode> roster(String seminar, String day) {
        RUNNING.settle();
        return REGISTRY.get(seminar + "/enrollments?asOf=" + day).expect(200).items();
    }

    @Test
    void who_withdrew_is_nominated_anew_and_takes_part() {
        official("cb-p");
        String seminar = seminar("cb-return", 5);
        String enrollment = seminar + "/enrollments/e1";
        nominate(seminar, "e1", "cb-p", "2025-01-10").expect(201);
        step(enrollment, "accept", "2025-02-01").expect(200);
        step(enrollment, "withdraw", "2025-03-01").expect(200);
        Reply second = nominate(seminar, "e2", "cb-p", "2025-04-01");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("code")).isEqualTo("ALREADY_ENROLLED");
        assertThat(second.text("detail")).contains("'e1'");
        assertThat(REGISTRY.post(enrollment + "/nominate", "{'nominatedBy': 'GH', 'on': '2025-02-20'}")
                        .text("detail"))
                .contains("left on 2025-03-01", "certainly later");
        String again = "{'nominatedBy': 'GH', 'on': '2025-04-01'}";
        assertThat(REGISTRY.post(enrollment + "/nominate?dryRun=true", again)
                        .expect(200)
                        .text("status"))
                .isEqualTo("NOMINATED");
        REGISTRY.post(enrollment + "/nominate", again).expect(200);
        assertThat(step(enrollment, "accept", "2025-04-02").expect(200).text("status"))
                .isEqualTo("ACCEPTED");
        step(enrollment, "complete", "2025-09-11").expect(200);
        List<String> statuses = new ArrayList<>();
        for (String day : List.of("2025-01-20", "2025-02-10", "2025-03-10", "2025-04-01", "2025-04-03", "2025-09-12")) {
            JsonNode row = roster(seminar, day).get(0);
            statuses.add(row.get("status").asString());
            assertThat(row.get("certain").asBoolean()).isTrue();
        }
        assertThat(statuses)
                .containsExactly("NOMINATED", "ACCEPTED", "WITHDRAWN", "NOMINATED", "ACCEPTED", "COMPLETED");
        RUNNING.settle();
        for (String page : List.of("/seminars/cb-return", "/officials/cb-p")) {
            assertThat(words(page + "?lang=en"))
                    .as(page)
                    .contains("before that: Nominated 10 Jan 2025, Accepted 1 Feb 2025, Withdrawn 1 Mar 2025");
            assertThat(words(page + "?lang=fr")).as(page).contains("auparavant :");
            assertThat(words(page + "?lang=en&asOf=2025-03-10")).as(page).doesNotContain("before that:");
        }
    }

    @Test
    void who_was_there_without_a_date_is_told_to_have_been_there_before() {
        official("cb-undated");
        String seminar = seminar("cb-undated", 5);
        REGISTRY.put(seminar + "/enrollments/e1", "{'official': 'cb-undated'}").expect(201);
        REGISTRY.post(seminar + "/enrollments/e1/withdraw", "{'on': '2025-03'}").expect(200);
        RUNNING.settle();
        assertThat(words("/seminars/cb-undated?lang=en")).doesNotContain("before that:");
        REGISTRY.post(seminar + "/enrollments/e1/nominate", "{'on': '2025-05'}").expect(200);
        RUNNING.settle();
        assertThat(words("/seminars/cb-undated?lang=en")).contains("before that: Nominated, Withdrawn March 2025");
    }

    private static String words(String page) {
        return REGISTRY.get(page).expect(200).body().replaceAll("<[^>]*>", "").replaceAll("\\s+", " ");
    }

    @Test
    void a_form_nominates_anew_who_withdrew() {
        official("cb-form");
        String seminar = seminar("cb-form", 5);
        nominate(seminar, "e1", "cb-form", "2025-01-10").expect(201);
        step(seminar + "/enrollments/e1", "withdraw", "2025-03-01").expect(200);
        RUNNING.settle();
        try (Visitor visitor = new Visitor(REGISTRY)) {
            Page page = visitor.open(Visitor.desk());
            visitor.visit(page, "/seminars/cb-form");
            Visitor.follow(page, "#roster a[href*='nominate-again']");
            page.fill("#f-on", "2025-04-01");
            visitor.accessible(page);
            Visitor.follow(page, "form.record .save button");
            page.waitForURL(url -> url.contains("/seminars/cb-form?atLeastPosition"));
        }
        assertThat(roster(seminar, "2025-05-01").get(0).get("status").asString())
                .isEqualTo("NOMINATED");
    }

    @Test
    void a_merged_record_is_enrolled_no_second_time() {
        official("cb-a");
        official("cb-b");
        String seminar = seminar("cb-merged", 2);
        nominate(seminar, "e1", "cb-a", "2024-01-10").expect(201);
        merge("cb-b", "cb-a").expect(200);
        for (String address : List.of("e2", "e2?dryRun=true")) {
            Reply second = nominate(seminar, address, "cb-b", "2024-01-11");
            assertThat(second.status()).as(second.body()).isEqualTo(409);
            assertThat(second.text("code")).isEqualTo("ALREADY_ENROLLED");
            assertThat(second.text("detail")).contains("'e1'");
        }
        for (String dryRun : List.of("?dryRun=true", "")) {
            Reply outcome = REGISTRY.post(
                    seminar + "/enrollments/record" + dryRun,
                    "{'official': 'cb-b', 'status': 'ACCEPTED', 'on': '2024-02'}");
            assertThat(outcome.status()).as(outcome.body()).isEqualTo(409);
            assertThat(outcome.text("code")).isEqualTo("ALREADY_ENROLLED");
            assertThat(outcome.text("detail")).contains("'e1'");
        }
        step(seminar + "/enrollments/e1", "accept", "2024-02-01").expect(200);
        String unmerge = "{'reason': 'two after all'}";
        REGISTRY.post("/api/officials/cb-b/unmerge", unmerge).expect(200);
        assertThat(roster(seminar, "2025-01-01"))
                .as("what the record that was named has is what was told of it")
                .singleElement()
                .satisfies(row -> assertThat(row.get("official").toString()).contains("cb-a"));
        nominate(seminar, "e2", "cb-b", "2024-01-11").expect(201);
    }

    /** Events keep the record that was named, so a name is of whichever record of the person is enrolled. */
    @Test
    void a_list_by_names_goes_on_with_the_record_that_was_enrolled_before_the_merge() {
        for (String id : List.of("cb-list-a", "cb-list-b")) {
            REGISTRY.put("/api/officials/" + id, "{'fullName': 'Invented Listed Once', 'state': 'GH'}")
                    .expect(201);
        }
        String seminar = seminar("cb-list", 2);
        nominate(seminar, "e1", "cb-list-b", "2024-01-10").expect(201);
        step(seminar + "/enrollments/e1", "accept", "2024-02-01").expect(200);
        merge("cb-list-b", "cb-list-a").expect(200);
        JsonNode report = Imports.run(
                REGISTRY,
                "enrollments.csv",
                "seminar,official,status,on\ncb-list,Invented Listed Once,COMPLETED,2025-09-11\n");
        assertThat(report.get("errors").asInt()).as(report.toString()).isZero();
        REGISTRY.post("/api/officials/cb-list-b/unmerge", "{'reason': 'two after all'}")
                .expect(200);
        assertThat(roster(seminar, "2025-12-01")).singleElement().satisfies(row -> {
            assertThat(row.get("official").toString()).contains("cb-list-b");
            assertThat(row.get("status").asString()).isEqualTo("COMPLETED");
        });
    }

    /** Three persons of two records each, and two of one: as the seminar is before, it is after merging and unmerging. */
    @Test
    void a_person_enrolled_twice_before_a_merge_counts_once_until_it_is_unmerged() {
        Random random = new Random(TestRun.SEED);
        String seminar = seminar("cb-twice", 20);
        int next = 0;
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            official("cb-twice-" + i);
            nominate(seminar, "e" + i, "cb-twice-" + i, "2025-01-10").expect(201);
            String status = "NOMINATED";
            for (String step : WAYS[random.nextInt(WAYS.length)].split(" ")) {
                if (!step.isEmpty()) {
                    String on = step.endsWith("complete") ? "2025-09-11" : "2025-0" + (2 + i % 3) + "-1" + next++ % 10;
                    String day = step.equals("accept") || step.equals("waitlist") ? "2025-01-2" + i : on;
                    status = step(seminar + "/enrollments/e" + i, step, day)
                            .expect(200)
                            .text("status");
                }
            }
            statuses.add(status);
        }
        List<String> asked = List.of(
                seminar + "?asOf=2025-12-01",
                seminar + "/enrollments?asOf=2025-12-01",
                seminar + "/enrollments?asOf=2025-03-01",
                "/api/figures/COMPLETIONS?scope=programme:cb-programme&asOf=2025-12-01",
                "/api/officials?size=200&asOf=2025-12-01");
        List<String> before = asked.stream().map(WhoComesBackTest::told).toList();
        for (int i = 0; i < 6; i += 2) {
            String both = "{'into': 'cb-twice-" + i + "', 'reason': 'one person'}";
            JsonNode twice = REGISTRY.post("/api/officials/cb-twice-" + (i + 1) + "/merge?dryRun=true", both)
                    .expect(200)
                    .json()
                    .get("enrolledTwice");
            assertThat(twice.get(0).get("seminar").asString()).isEqualTo("cb-twice");
            assertThat(twice.get(0).get("enrollments").toString()).isEqualTo("[\"e" + i + "\",\"e" + (i + 1) + "\"]");
            merge("cb-twice-" + (i + 1), "cb-twice-" + i).expect(200);
        }
        JsonNode merged = answer(seminar + "?asOf=2025-12-01").get("counted");
        assertThat(merged.get("enrollments").asInt()).isEqualTo(5);
        List<JsonNode> rows = roster(seminar, "2025-12-01");
        assertThat(rows).hasSize(5);
        for (JsonNode row : rows) {
            int own = Integer.parseInt(row.get("enrollmentId").asString().substring(1));
            int other = own < 6 ? own ^ 1 : own;
            assertThat(row.get("alsoEnrolledAs").toString()).isEqualTo(other == own ? "[]" : "[\"e" + other + "\"]");
            if (statuses.get(other).equals("COMPLETED")) {
                assertThat(row.get("status").asString()).isEqualTo("COMPLETED");
            }
            assertThat(row.get("status").asString()).isEqualTo(statuses.get(own));
        }
        assertThat(REGISTRY.get("/seminars/cb-twice", "Accept-Language", "en")
                        .expect(200)
                        .body())
                .contains("also as cb-twice-");
        for (JsonNode row : rows) {
            JsonNode own = answer("/api/officials/" + row.get("official").asString() + "?asOf=2025-12-01")
                    .get("seminars");
            assertThat(own).hasSize(1);
            assertThat(own.get(0).get("enrollmentId")).isEqualTo(row.get("enrollmentId"));
            assertThat(own.get(0).get("alsoEnrolledAs")).isEqualTo(row.get("alsoEnrolledAs"));
        }
        assertThat(REGISTRY.get("/officials/cb-twice-0?asOf=2025-12-01", "Accept-Language", "en")
                        .expect(200)
                        .body())
                .containsOnlyOnce("also as cb-twice-")
                .containsOnlyOnce("<th scope=\"row\"><a href=\"/seminars/cb-twice");
        for (int i = 1; i < 6; i += 2) {
            REGISTRY.post("/api/officials/cb-twice-" + i + "/unmerge", "{'reason': 'two after all'}")
                    .expect(200);
        }
        assertThat(asked.stream().map(WhoComesBackTest::told).toList()).isEqualTo(before);
    }

    @Test
    void a_merge_promotes_nobody_and_frees_no_seat() {
        String seminar = seminar("cb-seats", 2);
        for (String id : List.of("cb-s1", "cb-s2", "cb-s3")) {
            official(id);
            nominate(seminar, id, id, "2025-01-10").expect(201);
        }
        step(seminar + "/enrollments/cb-s1", "accept", "2025-02-01").expect(200);
        step(seminar + "/enrollments/cb-s2", "accept", "2025-02-02").expect(200);
        step(seminar + "/enrollments/cb-s3", "waitlist", "2025-02-03").expect(200);
        merge("cb-s2", "cb-s1").expect(200);
        JsonNode counted = answer(seminar + "?asOf=2025-03-01").get("counted");
        assertThat(counted.get("accepted").asInt()).isEqualTo(1);
        assertThat(counted.get("waitlisted").asInt()).isEqualTo(1);
        assertThat(REGISTRY.get("/seminars/cb-seats", "Accept-Language", "en").body())
                .contains("One more is held by a second enrolment of the same person");
        assertThat(step(seminar + "/enrollments/cb-s3", "accept", "2025-03-01").text("code"))
                .as("so that unmerging leaves no more seats taken than there are")
                .isEqualTo("CAPACITY_EXCEEDED");
    }

    @Test
    void who_has_a_seat_under_one_record_gets_no_second_under_another() {
        String seminar = seminar("cb-once", 2);
        for (String id : List.of("cb-o1", "cb-o2", "cb-o3", "cb-o4", "cb-o5")) {
            official(id);
            nominate(seminar, id, id, "2025-01-10").expect(201);
        }
        String enrollment = seminar + "/enrollments/cb-o";
        step(enrollment + 1, "accept", "2025-02-01").expect(200);
        step(enrollment + 2, "waitlist", "2025-02-02").expect(200);
        step(enrollment + 3, "waitlist", "2025-02-03").expect(200);
        step(enrollment + 4, "accept", "2025-02-04").expect(200);
        merge("cb-o2", "cb-o1").expect(200);
        merge("cb-o5", "cb-o2").expect(200);
        for (String told : List.of("2/accept", "5/accept", "5/waitlist", "5/waitlist?dryRun=true")) {
            Reply second = REGISTRY.post(enrollment + told, "{'on': '2025-03-01'}");
            assertThat(second.status()).as(second.body()).isEqualTo(409);
            assertThat(second.text("code")).isEqualTo("ALREADY_ENROLLED");
            assertThat(second.text("detail")).contains("'cb-o1'");
        }
        step(enrollment + 4, "withdraw", "2025-04-01").expect(200);
        assertThat(roster(seminar, "2025-05-01").stream()
                        .map(row -> row.get("enrollmentId").asString() + " "
                                + row.get("status").asString()))
                .contains("cb-o3 ACCEPTED");
    }

    /** Without what tells at which position it was told. */
    private static String told(String path) {
        JsonNode answer = answer(path);
        return answer.toString()
                .replaceAll(
                        "\"(position|knownAt|headPosition|lag|known|knownFrom|version)\":(\"[^\"]*\"|[0-9.]+),?", "");
    }
}
