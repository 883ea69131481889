package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.concluded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.date;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.fact;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.nominated;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.recorded;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.scheduled;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.waitlisted;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactAnnulled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorReleased;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRelocated;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.TestQuestions;
import org.preventionnetwork.registry.query.officials.OfficialProjections;
import org.preventionnetwork.registry.query.projection.engine.TestRegistry;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeminarAnswersTest {
    private TestRegistry registry;
    private MockMvc http;

    @BeforeAll
    void start() throws SQLException {
        registry = TestRegistry.with(SeminarProjections.seminars(), OfficialProjections.officials());
        http = TestQuestions.asking(new SeminarEndpoints(
                TestQuestions.of(registry),
                new SeminarQueries(registry.dataSource()),
                new EnrollmentQueries(new PersonsOnce(registry.dataSource()), registry.dataSource())));
    }

    @AfterAll
    void stop() {
        registry.close();
    }

    private ResultActions ask(String path) throws Exception {
        registry.caughtUp();
        return http.perform(get(URI.create(path))).andExpect(status().isOk());
    }

    private void expectStatus(String seminar, String day, String expected, boolean certain) throws Exception {
        ask("/api/seminars/" + seminar + "?asOf=" + day)
                .andExpect(jsonPath("$.status").value(expected))
                .andExpect(jsonPath("$.certain").value(certain));
    }

    @Test
    void a_concluded_seminar_is_planned_until_it_starts_and_held_from_then_on() throws Exception {
        registry.record(scheduled("concluded", "2012-06", "2012-06"));
        expectStatus("concluded", "2012-07-01", "PLANNED", true);
        registry.record(concluded("concluded"));
        expectStatus("concluded", "2012-05-31", "PLANNED", true);
        expectStatus("concluded", "2012-06-01", "HELD", false);
        expectStatus("concluded", "2012-06-30", "HELD", true);
    }

    @Test
    void of_whatever_only_the_conclusion_is_recorded_is_held_from_its_last_day_or_the_conclusion() throws Exception {
        registry.record(scheduled("five-days", "2012-05-10", "2012-05-14"));
        registry.record(concluded("five-days"));
        expectStatus("five-days", "2012-05-09", "PLANNED", true);
        expectStatus("five-days", "2012-05-12", "CONVENED", true);
        expectStatus("five-days", "2012-05-14", "HELD", true);
        ask("/api/seminars/five-days?asOf=2012-05-12")
                .andExpect(jsonPath("$.held").value(false));
        registry.record(scheduled("early", "2012-05-10", "2012-05-14"));
        registry.record(new SeminarConcluded(new SeminarId("early"), fact("early"), date("2012-05-13")));
        expectStatus("early", "2012-05-12", "CONVENED", true);
        expectStatus("early", "2012-05-13", "HELD", true);
        registry.record(scheduled("some-day", "2012-05-10", "[2012-05-12..2012-05-14]"));
        registry.record(concluded("some-day"));
        expectStatus("some-day", "2012-05-11", "CONVENED", true);
        expectStatus("some-day", "2012-05-13", "HELD", false);
        expectStatus("some-day", "2012-05-14", "HELD", true);
    }

    @Test
    void a_conclusion_that_is_told_later_keeps_no_seminar_in_session() throws Exception {
        registry.record(scheduled("told-later", "2012-06-05", "2012-06-09"));
        registry.record(new SeminarConcluded(new SeminarId("told-later"), fact("told-later"), date("2012-06-30")));
        expectStatus("told-later", "2012-06-08", "CONVENED", true);
        expectStatus("told-later", "2012-06-09", "HELD", true);
        registry.record(scheduled("doubtful", "2012-06-05", "2012-06-09?"));
        registry.record(new SeminarConcluded(new SeminarId("doubtful"), fact("doubtful"), date("2012-06-30")));
        expectStatus("doubtful", "2012-06-09", "HELD", false);
        expectStatus("doubtful", "2012-06-30", "HELD", true);
    }

    @Test
    void a_convened_seminar_is_in_session_until_its_last_day_as_a_concluded_one_is() throws Exception {
        registry.record(scheduled("convened", "2012-06-04", "2012-06-08"));
        registry.record(new SeminarConvened(new SeminarId("convened"), fact("convened"), null));
        expectStatus("convened", "2012-06-03", "PLANNED", true);
        expectStatus("convened", "2012-06-04", "CONVENED", true);
        expectStatus("convened", "2012-06-07", "CONVENED", true);
        expectStatus("convened", "2012-06-08", "HELD", true);
        ask("/api/seminars/convened?asOf=2012-06-07")
                .andExpect(jsonPath("$.held").value(false));
        ask("/api/seminars/convened?asOf=2012-06-08")
                .andExpect(jsonPath("$.held").value(true));
    }

    @Test
    void whose_last_day_is_not_known_well_is_over_from_when_it_can_be() throws Exception {
        for (String last : List.of("unknown", "[2012-06-06..]", "[2012-06-06..2012-06-09]", "2012-06", "2012")) {
            String id = "open-" + last.replaceAll("[^0-9a-z]+", "-") + "end";
            registry.record(scheduled(id, "2012-06-04", last));
            registry.record(new SeminarConvened(new SeminarId(id), fact(id), null));
            boolean canBeLater = last.startsWith("[");
            expectStatus(id, "2012-06-05", canBeLater ? "CONVENED" : "HELD", canBeLater);
            expectStatus(id, "2012-06-08", "HELD", false);
            boolean ends = !last.equals("unknown") && !last.endsWith("..]");
            expectStatus(id, "2013-01-01", "HELD", ends);
        }
    }

    @Test
    void a_cancelled_seminar_is_cancelled_from_the_day_or_on_all_days() throws Exception {
        SeminarId id = new SeminarId("cancelled");
        registry.record(scheduled("cancelled", "2012-06-04", null));
        registry.record(new SeminarCancelled(id, fact("cancelled"), date("2012-05~")));
        expectStatus("cancelled", "2011-12-31", "PLANNED", true);
        expectStatus("cancelled", "2012-01-01", "PLANNED", false);
        expectStatus("cancelled", "2012-05-01", "CANCELLED", false);
        expectStatus("cancelled", "2013-01-01", "CANCELLED", true);
        registry.record(new FactCorrected(
                id,
                fact("cancelled"),
                new SeminarCancelled(id, fact("cancelled"), null),
                CorrectionKind.CLERICAL_ERROR));
        expectStatus("cancelled", "2011-12-31", "CANCELLED", true);
        registry.record(new FactAnnulled(id, fact("cancelled"), null));
        expectStatus("cancelled", "2013-01-01", "PLANNED", true);
    }

    @Test
    void what_moves_or_changes_holds_from_its_date_or_on_all_days() throws Exception {
        SeminarId id = new SeminarId("moved");
        registry.record(scheduled("moved", "2012-06-04", "2012-06-08"));
        registry.record(concluded("moved"));
        registry.record(new SeminarRescheduled(id, fact("later"), date("2012-09"), null, date("2012-05-01")));
        registry.record(new SeminarRelocated(id, fact("online"), null, "Kraków", null, null, null));
        registry.record(new CapacityChanged(id, fact("more"), 40, date("2012-04")));
        registry.record(new CoOrganiserAdded(id, fact("joined"), "UNESCO"));
        registry.record(new CoOrganiserRemoved(id, fact("left"), "auschwitz-institute"));
        ask("/api/seminars/moved?asOf=2012-04-30")
                .andExpect(jsonPath("$.startsOn").value("2012-06-04"))
                .andExpect(jsonPath("$.city").value("Kraków"))
                .andExpect(jsonPath("$.state").doesNotExist())
                .andExpect(jsonPath("$.capacity").value(40))
                .andExpect(jsonPath("$.coOrganisers", contains("UNESCO")));
        ask("/api/seminars/moved?asOf=2012-04-29")
                .andExpect(jsonPath("$.capacity").value(30))
                .andExpect(jsonPath("$.certain").value(false));
        ask("/api/seminars/moved?asOf=2012-06-10")
                .andExpect(jsonPath("$.startsOn").value("2012-09"))
                .andExpect(jsonPath("$.endsOn").doesNotExist())
                .andExpect(jsonPath("$.status").value("PLANNED"));
    }

    @Test
    void instructors_are_told_for_the_days_on_which_they_were_assigned() throws Exception {
        SeminarId id = new SeminarId("taught");
        OfficialId one = new OfficialId("o-one");
        registry.record(scheduled("taught", "2012-06-04", null));
        registry.record(new InstructorAssigned(id, fact("assigned"), one, date("2012-01-10")));
        registry.record(new InstructorReleased(id, fact("released"), one, date("2012-03-01")));
        registry.record(new InstructorAssigned(id, fact("another"), new OfficialId("o-two"), null));
        ask("/api/seminars/taught?asOf=2012-02-01")
                .andExpect(jsonPath("$.instructors[*].official", contains("o-one", "o-two")))
                .andExpect(jsonPath("$.instructors[0].until").value("2012-03-01"));
        ask("/api/seminars/taught?asOf=2012-03-01").andExpect(jsonPath("$.instructors[*].official", contains("o-two")));
    }

    @Test
    void reported_figures_stand_beside_counted_ones() throws Exception {
        registry.record(scheduled("counted", "2012-06-04", null));
        registry.record(concluded("counted"));
        registry.record(
                new SeminarFiguresReported(
                        new SeminarId("counted"), fact("figures"), 24, 2, List.of(new StateCode("AR"))),
                Map.of("actor", "local", "source", "report of 2012"));
        for (String state : List.of("AR", "BO")) {
            OfficialId official = new OfficialId("o-" + state.toLowerCase(java.util.Locale.ROOT));
            registry.record(new OfficialRegistered(
                    official,
                    fact("f1"),
                    PersonalText.plain(official, "Secret Name"),
                    null,
                    new StateCode(state),
                    null,
                    null,
                    date("2015")));
            registry.record(
                    recorded("counted", "e-" + official.value(), official.value(), EnrollmentStatus.COMPLETED, null));
        }
        registry.record(nominated("counted", "e-3", "o-other", "2012-05-01"));
        ask("/api/seminars/counted")
                .andExpect(jsonPath("$.reportedFigures[0].participants").value(24))
                .andExpect(jsonPath("$.reportedFigures[0].source").value("report of 2012"))
                .andExpect(jsonPath("$.counted.completed").value(2))
                .andExpect(jsonPath("$.counted.participants").value(2))
                .andExpect(jsonPath("$.counted.nominated").value(1))
                .andExpect(jsonPath("$.counted.enrollments").value(3))
                .andExpect(jsonPath("$.counted.states", contains("AR", "BO")))
                .andExpect(header().string("ETag", "\"6\""))
                .andExpect(content().string(Matchers.not(Matchers.containsString("Secret"))));
        ask("/api/seminars/counted?asOf=2012-05-02")
                .andExpect(jsonPath("$.counted.completed").value(0))
                .andExpect(jsonPath("$.counted.enrollments").value(1));
    }

    @Test
    void enrolments_come_in_their_order_and_the_waiting_list_in_its_own() throws Exception {
        registry.record(scheduled("queue", "2012-06-04", null));
        for (String enrollment : List.of("e-a", "e-b", "e-c", "e-d")) {
            registry.record(nominated("queue", enrollment, "o-" + enrollment, "2012-01-01"));
        }
        registry.record(waitlisted("queue", "e-a", "2012-03-01"));
        registry.record(waitlisted("queue", "e-b", "2012-02"));
        registry.record(waitlisted("queue", "e-c", "2012-02-10"));
        ask("/api/seminars/queue/enrollments?asOf=2012-04-01")
                .andExpect(jsonPath("$.items[*].enrollmentId", contains("e-d", "e-b", "e-c", "e-a")))
                .andExpect(jsonPath("$.items[1].waitingPosition").value(1))
                .andExpect(jsonPath("$.total").value(4));
        registry.record(new EnrollmentAccepted(
                new SeminarId("queue"), fact("accepted"), new EnrollmentId("e-b"), date("2012-04-01")));
        ask("/api/seminars/queue/enrollments?asOf=2012-04-01&status=WAITLISTED&size=1&page=1")
                .andExpect(jsonPath("$.items[*].enrollmentId", contains("e-a")))
                .andExpect(jsonPath("$.items[0].waitingPosition").value(2))
                .andExpect(jsonPath("$.total").value(2));
        ask("/api/seminars/queue/enrollments?asOf=2012-01-15&sort=official,desc")
                .andExpect(jsonPath("$.items[*].status", contains("NOMINATED", "NOMINATED", "NOMINATED", "NOMINATED")))
                .andExpect(jsonPath("$.items[0].official").value("o-e-d"));
    }

    @Test
    void seminars_are_found_by_what_they_are() throws Exception {
        registry.record(scheduled("findable", "1995-06-04", "1995-07"));
        for (String filter : List.of(
                "programme=lemkin", "edition=GLOBAL", "state=POL", "status=PLANNED", "q=birkenau", "q=RAPHAEL")) {
            ask("/api/seminars?to=1999&" + filter).andExpect(jsonPath("$.items[*].id", contains("findable")));
        }
        ask("/api/seminars?from=1995-07-31&to=1999")
                .andExpect(jsonPath("$.total").value(1));
        ask("/api/seminars?from=1995-08&to=1999").andExpect(jsonPath("$.total").value(0));
        ask("/api/seminars?to=1999&q=%25birkenau").andExpect(jsonPath("$.total").value(0));
        ask("/api/seminars?to=1999&page=5").andExpect(jsonPath("$.total").value(1));
    }

    @Test
    void what_was_not_known_yet_is_not_told() throws Exception {
        long before = registry.record(scheduled("unknown-yet", "2012-06-04", null));
        registry.record(new FactAnnulled(new SeminarId("unknown-yet"), fact("scheduled"), null));
        ask("/api/seminars/unknown-yet?knownAtPosition=" + before)
                .andExpect(jsonPath("$.id").value("unknown-yet"));
        http.perform(get("/api/seminars/unknown-yet")).andExpect(status().isNotFound());
        http.perform(get("/api/seminars/unknown-yet/enrollments")).andExpect(status().isNotFound());
        http.perform(get("/api/seminars?programme=!")).andExpect(status().isBadRequest());
        http.perform(get("/api/seminars?sort=behind")).andExpect(status().isBadRequest());
    }

    @Test
    void a_seminar_that_moves_touches_none_of_its_enrolments() {
        List<SeminarEvent> events = new ArrayList<>();
        events.add(scheduled("large", "2012-06-04", null));
        for (int i = 0; i < 3_000; i++) {
            events.add(recorded("large", "e-" + i, "o-" + i, EnrollmentStatus.COMPLETED, null));
        }
        for (int i = 0; i < 200; i++) {
            events.add(new SeminarRescheduled(new SeminarId("large"), fact("moved-" + i), date("2013"), null, null));
        }
        long began = System.nanoTime();
        registry.recordAll(events, Map.of("actor", "local"), Instant.parse("2027-01-01T00:00:00Z"));
        registry.caughtUp();
        System.out.printf(
                "%d events of one seminar in %d ms%n", events.size(), (System.nanoTime() - began) / 1_000_000);
        assertThat(registry.client()
                        .sql("SELECT count(*) FROM read.enrollment WHERE entity = 'seminar:large'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3_000);
    }
}
