package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.*;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.api.time.HistoricalDate;

class SeminarTest {
    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    private static SeminarRescheduled rescheduled(String id, String startsOn, String on) {
        return new SeminarRescheduled(SEMINAR, fact(id), HistoricalDate.parse(startsOn), null, date(on));
    }

    private static RescheduleSeminar reschedule(String id, String startsOn, String on) {
        return new RescheduleSeminar(SEMINAR, fact(id), HistoricalDate.parse(startsOn), null, date(on));
    }

    @Nested
    class scheduling {
        @Test
        void creates_the_seminar() {
            fixture.givenNoPriorActivity()
                    .when(schedule("scheduled", "Raphael Lemkin Seminar", "2019-06-15"))
                    .expectEvents(SCHEDULED)
                    .expectResultMessagePayload(
                            new Recorded(fact("scheduled"), 1, Recorded.Outcome.CREATED, null, null));
        }

        @Test
        void told_twice_is_recorded_once() {
            fixture.given(SCHEDULED)
                    .when(schedule("again", "Raphael Lemkin Seminar", "2019-06-15"))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new Recorded(fact("scheduled"), 1, Recorded.Outcome.UNCHANGED, null, null));
        }

        @Test
        void with_another_content_is_refused() {
            refused(
                    fixture.given(SCHEDULED).when(schedule("again", "Another seminar", "2019-06-15")),
                    RefusalCode.RECORDED_ONCE_ONLY,
                    "scheduled");
        }

        @Test
        void to_end_certainly_before_it_starts_is_refused() {
            refused(
                    fixture.givenNoPriorActivity().when(schedule("scheduled", "Seminar", "2019-05")),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER);
        }

        @Test
        void cannot_be_annulled_while_anything_depends_on_it() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null)).when(annul("scheduled"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT);
        }
    }

    @Nested
    class rescheduling {
        @Test
        void moves_the_seminar() {
            fixture.given(SCHEDULED)
                    .when(reschedule("moved", "2019-09", "2019-03"))
                    .expectEvents(rescheduled("moved", "2019-09", "2019-03"));
        }

        @Test
        void back_to_dates_that_held_before_is_a_fact_of_its_own() {
            fixture.given(SCHEDULED, rescheduled("one", "2019-09", null), rescheduled("two", "2019-10", null))
                    .when(reschedule("three", "2019-09", null))
                    .expectEvents(rescheduled("three", "2019-09", null));
        }

        @Test
        void to_the_dates_that_hold_is_nothing_new() {
            fixture.given(SCHEDULED, rescheduled("one", "2019-09", null))
                    .when(reschedule("two", "2019-09", null))
                    .expectNoEvents();
        }

        @Test
        void a_concluded_seminar_is_refused_but_told_again_it_is_not() {
            refused(
                    fixture.given(SCHEDULED, concluded(null)).when(reschedule("moved", "2019-09", null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "concluded");
            fixture()
                    .given(SCHEDULED, rescheduled("moved", "2019-09", null), concluded(null))
                    .when(reschedule("moved", "2019-09", null))
                    .expectNoEvents();
        }

        @Test
        void a_cancelled_seminar_is_refused() {
            refused(
                    fixture.given(SCHEDULED, cancelled(null)).when(reschedule("moved", "2019-09", null)),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
        }

        @Test
        void past_an_attendance_already_recorded_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), completed("a1", "2019-06-15"))
                            .when(reschedule("moved", "2019-09", null)),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "c-a1");
        }
    }

    @Nested
    class relocation_and_curriculum {
        @Test
        void can_return_to_what_held_before() {
            SeminarRelocated away = new SeminarRelocated(SEMINAR, fact("away"), null, "Arusha", null, null, null);
            fixture.given(SCHEDULED, away)
                    .when(new RelocateSeminar(
                            SEMINAR,
                            fact("back"),
                            SCHEDULED.mode(),
                            SCHEDULED.city(),
                            SCHEDULED.state(),
                            SCHEDULED.venue(),
                            null))
                    .expectEvents(new SeminarRelocated(
                            SEMINAR,
                            fact("back"),
                            SCHEDULED.mode(),
                            SCHEDULED.city(),
                            SCHEDULED.state(),
                            SCHEDULED.venue(),
                            null));
        }

        @Test
        void to_where_it_takes_place_anyhow_is_nothing_new() {
            fixture.given(SCHEDULED)
                    .when(new RelocateSeminar(
                            SEMINAR,
                            fact("here"),
                            SCHEDULED.mode(),
                            SCHEDULED.city(),
                            SCHEDULED.state(),
                            SCHEDULED.venue(),
                            date("2019-03")))
                    .expectNoEvents();
        }

        @Test
        void themes_may_be_set_again_after_others() {
            CurriculumSet gender = new CurriculumSet(SEMINAR, fact("one"), List.of("gender"), null);
            CurriculumSet youth = new CurriculumSet(SEMINAR, fact("two"), List.of("youth"), null);
            fixture.given(SCHEDULED, gender, youth)
                    .when(new SetCurriculum(SEMINAR, fact("three"), List.of("gender"), null))
                    .expectEvents(new CurriculumSet(SEMINAR, fact("three"), List.of("gender"), null));
        }

        @Test
        void an_import_that_tells_what_was_superseded_tells_nothing_new() {
            CurriculumSet gender = new CurriculumSet(SEMINAR, fact("one"), List.of("gender"), null);
            CurriculumSet youth = new CurriculumSet(SEMINAR, fact("two"), List.of("youth"), null);
            fixture.given(SCHEDULED, gender, youth)
                    .when(new SetCurriculum(SEMINAR, fact("three"), List.of("gender"), null), IMPORT)
                    .expectNoEvents();
        }
    }

    @Nested
    class capacity_changes {
        @Test
        void return_to_a_capacity_that_held_before() {
            fixture.given(SCHEDULED, capacity("one", 20, null), capacity("two", 25, null))
                    .when(changeCapacity("three", 20, null))
                    .expectEvents(capacity("three", 20, null));
        }

        @Test
        void to_the_capacity_that_holds_are_nothing_new() {
            fixture.given(SCHEDULED, capacity("one", 20, null), capacity("two", 25, null), capacity("three", 20, null))
                    .when(changeCapacity("four", 20, null))
                    .expectNoEvents();
        }

        @Test
        void retried_under_their_own_id_are_nothing_new_though_superseded() {
            fixture.given(SCHEDULED, capacity("one", 20, null), capacity("two", 25, null))
                    .when(changeCapacity("one", 20, null))
                    .expectNoEvents()
                    .expectResultMessagePayload(new Recorded(fact("one"), 3, Recorded.Outcome.UNCHANGED, null, null));
        }

        @Test
        void told_again_with_their_date_are_nothing_new_though_superseded() {
            fixture.given(SCHEDULED, capacity("one", 20, "2019-01-10"), capacity("two", 25, "2019-02-10"))
                    .when(changeCapacity("three", 20, "2019-01-10"))
                    .expectNoEvents();
        }

        @Test
        void under_an_id_in_use_for_another_value_are_refused() {
            refused(
                    fixture.given(SCHEDULED, capacity("one", 20, null)).when(changeCapacity("one", 25, null)),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                    "one");
        }

        @Test
        void back_to_a_value_that_was_corrected_away_are_recorded() {
            fixture.given(SCHEDULED, capacity("one", 20, null), corrected(capacity("one", 22, null)))
                    .when(changeCapacity("two", 20, null))
                    .expectEvents(capacity("two", 20, null));
        }

        @Test
        void told_again_as_they_were_before_a_correction_are_nothing_new() {
            fixture.given(SCHEDULED, capacity("one", 20, null), corrected(capacity("one", 22, null)))
                    .when(changeCapacity("one", 20, null))
                    .expectNoEvents();
        }

        @Test
        void annulled_leave_another_fact_of_the_same_content_known() {
            fixture.given(SCHEDULED, capacity("one", 20, null), capacity("two", 25, null), capacity("three", 20, null))
                    .andGiven(annulled("three"), annulled("two"))
                    .when(changeCapacity("four", 20, null), Map.of("source", "letter"))
                    .expectEvents(new SourceAdded(SEMINAR, fact("one")));
        }
    }

    @Nested
    class co_organisers {
        private final CoOrganiserAdded added = new CoOrganiserAdded(SEMINAR, fact("one"), "ministry");
        private final CoOrganiserRemoved removed = new CoOrganiserRemoved(SEMINAR, fact("two"), "ministry");

        @Test
        void are_added_removed_and_added_again() {
            fixture.given(SCHEDULED, added, removed)
                    .when(new AddCoOrganiser(SEMINAR, fact("three"), "ministry"))
                    .expectEvents(new CoOrganiserAdded(SEMINAR, fact("three"), "ministry"));
        }

        @Test
        void that_are_there_are_not_added() {
            fixture.given(SCHEDULED, added)
                    .when(new AddCoOrganiser(SEMINAR, fact("two"), "ministry"))
                    .expectNoEvents();
            fixture()
                    .given(SCHEDULED)
                    .when(new AddCoOrganiser(SEMINAR, fact("two"), "museum"))
                    .expectNoEvents();
        }

        @Test
        void of_the_scheduling_can_be_removed() {
            fixture.given(SCHEDULED)
                    .when(new RemoveCoOrganiser(SEMINAR, fact("two"), "museum"))
                    .expectEvents(new CoOrganiserRemoved(SEMINAR, fact("two"), "museum"));
        }

        @Test
        void that_were_never_there_cannot_be_removed() {
            refused(
                    fixture.given(SCHEDULED).when(new RemoveCoOrganiser(SEMINAR, fact("two"), "ministry")),
                    RefusalCode.STEP_NOT_POSSIBLE);
        }

        @Test
        void are_not_annulled_while_their_removal_depends_on_it() {
            refused(
                    fixture.given(SCHEDULED, added, removed).when(annul("one"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "two");
            refused(
                    fixture()
                            .given(SCHEDULED, new CoOrganiserRemoved(SEMINAR, fact("gone"), "museum"))
                            .when(correct("scheduled", "{\"coOrganisers\": []}"), WHY),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "gone");
        }
    }

    @Nested
    class instructors {
        private InstructorAssigned assigned(String id, String from) {
            return new InstructorAssigned(SEMINAR, fact(id), official("i"), date(from));
        }

        private InstructorReleased released(String id, String on) {
            return new InstructorReleased(SEMINAR, fact(id), official("i"), date(on));
        }

        @Test
        void are_assigned_released_and_assigned_again() {
            fixture.given(SCHEDULED, assigned("one", null), released("two", null))
                    .when(new AssignInstructor(SEMINAR, fact("three"), official("i"), null))
                    .expectEvents(assigned("three", null));
        }

        @Test
        void who_are_assigned_are_not_assigned_again() {
            fixture.given(SCHEDULED, assigned("one", "2019-01"))
                    .when(new AssignInstructor(SEMINAR, fact("two"), official("i"), date("2019-02")))
                    .expectNoEvents();
        }

        @Test
        void who_are_not_assigned_cannot_be_released() {
            refused(
                    fixture.given(SCHEDULED).when(new ReleaseInstructor(SEMINAR, fact("two"), official("i"), null)),
                    RefusalCode.STEP_NOT_POSSIBLE);
            refused(
                    fixture()
                            .given(SCHEDULED, assigned("one", "2019-05"))
                            .when(new ReleaseInstructor(SEMINAR, fact("two"), official("i"), date("2019-04"))),
                    RefusalCode.STEP_NOT_POSSIBLE);
        }

        @Test
        void may_be_recorded_late_and_out_of_order() {
            fixture.given(SCHEDULED, assigned("one", "2019-05"), released("two", "2019"))
                    .when(new AssignInstructor(SEMINAR, fact("three"), official("i"), date("2018")))
                    .expectEvents(assigned("three", "2018"));
        }
    }

    @Nested
    class enrolment {
        @Test
        void opens_closes_and_opens_again() {
            EnrollmentOpened opened = new EnrollmentOpened(SEMINAR, fact("one"), null);
            EnrollmentClosed closed = new EnrollmentClosed(SEMINAR, fact("two"), null);
            fixture.given(SCHEDULED, opened, closed)
                    .when(new OpenEnrollment(SEMINAR, fact("three"), null))
                    .expectEvents(new EnrollmentOpened(SEMINAR, fact("three"), null));
        }

        @Test
        void that_is_open_is_not_opened() {
            fixture.given(SCHEDULED, new EnrollmentOpened(SEMINAR, fact("one"), null))
                    .when(new OpenEnrollment(SEMINAR, fact("two"), date("2019-02")))
                    .expectNoEvents();
        }

        @Test
        void closed_late_before_a_nomination_already_recorded_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", "2019-04"))
                            .when(new CloseEnrollment(SEMINAR, fact("one"), date("2019-03"))),
                    RefusalCode.ENROLLMENT_CLOSED,
                    "n-a1");
        }
    }

    @Nested
    class the_end {
        private final SeminarConvened convened = new SeminarConvened(SEMINAR, fact("convened"), date("2019-06-11"));

        @Test
        void may_have_no_date() {
            fixture.given(SCHEDULED)
                    .when(new ConcludeSeminar(SEMINAR, fact("concluded"), null))
                    .expectEvents(concluded(null));
        }

        @Test
        void comes_once_and_told_without_a_date_is_known() {
            fixture.given(SCHEDULED, convened)
                    .when(new ConveneSeminar(SEMINAR, fact("again"), null))
                    .expectNoEvents();
            refused(
                    fixture()
                            .given(SCHEDULED, convened)
                            .when(new ConveneSeminar(SEMINAR, fact("again"), date("2019-06-12"))),
                    RefusalCode.RECORDED_ONCE_ONLY,
                    "convened");
        }

        @Test
        void certainly_before_the_beginning_is_refused() {
            refused(
                    fixture.given(SCHEDULED, convened)
                            .when(new ConcludeSeminar(SEMINAR, fact("concluded"), date("2019-06-10"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "convened");
            refused(
                    fixture().given(SCHEDULED).when(new ConcludeSeminar(SEMINAR, fact("concluded"), date("2019-05"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "scheduled");
        }

        @Test
        void of_a_cancelled_seminar_is_refused() {
            refused(
                    fixture.given(SCHEDULED, cancelled("2019-03"))
                            .when(new ConcludeSeminar(SEMINAR, fact("concluded"), null)),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
        }
    }

    @Nested
    class cancellation {
        @Test
        void closes_every_enrolment_without_an_outcome() {
            fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", null), nominated("b2", null))
                    .andGiven(nominated("c3", null), withdrawn("c3", null))
                    .when(new CancelSeminar(SEMINAR, fact("cancelled"), date("2019-03")))
                    .expectEvents(
                            cancelled("2019-03"),
                            new EnrollmentCancelled(
                                    SEMINAR, fact("cancelled.closeda"), enrollment("a1"), date("2019-03")),
                            new EnrollmentCancelled(
                                    SEMINAR, fact("cancelled.closedb"), enrollment("b2"), date("2019-03")));
        }

        @Test
        void told_twice_is_recorded_once() {
            fixture.given(SCHEDULED, cancelled("2019-03"))
                    .when(new CancelSeminar(SEMINAR, fact("again"), null))
                    .expectNoEvents();
        }

        @Test
        void of_a_seminar_that_took_place_is_refused() {
            refused(
                    fixture.given(SCHEDULED, concluded(null)).when(new CancelSeminar(SEMINAR, fact("cancelled"), null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "concluded");
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null), completed("a1", null))
                            .when(new CancelSeminar(SEMINAR, fact("cancelled"), null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "c-a1");
        }

        @Test
        void annulled_opens_the_enrolments_again() {
            fixture.given(SCHEDULED, nominated("a1", null), cancelled("2019-03"))
                    .andGiven(new EnrollmentCancelled(
                            SEMINAR, fact("cancelled.closeda"), enrollment("a1"), date("2019-03")))
                    .when(annul("cancelled"), WHY)
                    .expectEvents(annulled("cancelled.closeda"), annulled("cancelled"));
        }
    }

    @Nested
    class figures {
        private final SeminarFiguresReported one =
                new SeminarFiguresReported(SEMINAR, fact("one"), 20, 13, List.of(new StateCode("AR")));

        @Test
        void of_several_sources_are_facts_of_their_own() {
            fixture.given(SCHEDULED, one)
                    .when(new ReportFigures(SEMINAR, fact("two"), 22, null, List.of()))
                    .expectEvents(new SeminarFiguresReported(SEMINAR, fact("two"), 22, null, List.of()));
        }

        @Test
        void told_by_a_further_source_add_the_source() {
            fixture.given(SCHEDULED, one)
                    .when(
                            new ReportFigures(SEMINAR, fact("two"), 20, 13, List.of(new StateCode("AR"))),
                            Map.of("source", "report"))
                    .expectEvents(new SourceAdded(SEMINAR, fact("one")));
        }
    }

    @Nested
    class facts {
        @Test
        void can_all_be_corrected_and_annulled() {
            fixture.given(SCHEDULED, new EnrollmentOpened(SEMINAR, fact("one"), date("2019-01")))
                    .when(correct("one", "{\"on\": \"2019-02\"}"), WHY)
                    .expectEvents(corrected(new EnrollmentOpened(SEMINAR, fact("one"), date("2019-02"))));
            fixture()
                    .given(SCHEDULED, new EnrollmentOpened(SEMINAR, fact("one"), date("2019-01")))
                    .when(annul("one"), WHY)
                    .expectEvents(annulled("one"));
        }

        @Test
        void of_an_import_annulled_as_a_whole_promote_nobody() {
            fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", null))
                    .andGiven(nominated("b2", null), waitlisted("b2", null))
                    .when(new AnnulFact(SEMINAR, new FactId("a-a1"), new BatchId("batch-1")), WHY)
                    .expectEvents(new FactAnnulled(SEMINAR, fact("a-a1"), new BatchId("batch-1")));
        }

        @Test
        void that_are_stale_by_version_are_refused_while_other_enrolments_do_not_make_them_stale() {
            fixture.given(SCHEDULED, nominated("a1", null), nominated("b2", null))
                    .when(accept("a1", null), Map.of("expectedVersion", 2L))
                    .expectEvents(accepted("a1", null))
                    .expectResultMessagePayload(new Recorded(
                            fact("a-a1"), 4, Recorded.Outcome.RECORDED, "a1", EnrollmentStatus.ACCEPTED.name()));
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null), nominated("b2", null))
                            .when(accept("a1", null), Map.of("expectedVersion", 1L)),
                    RefusalCode.VERSION_MOVED_ON);
        }
    }
}
