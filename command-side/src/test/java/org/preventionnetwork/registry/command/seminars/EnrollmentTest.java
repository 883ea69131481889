package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.*;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.Map;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;

class EnrollmentTest {
    private static final EnrollmentOpened OPENED = new EnrollmentOpened(SEMINAR, fact("opened"), date("2019-01"));
    private static final EnrollmentClosed CLOSED = new EnrollmentClosed(SEMINAR, fact("closed"), date("2019-03"));

    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    @Nested
    class nomination {
        @Test
        void begins_an_enrolment() {
            fixture.given(SCHEDULED)
                    .when(nominate("a1", "2019-02"))
                    .expectEvents(nominated("a1", "2019-02"))
                    .expectResultMessagePayload(
                            new Recorded(fact("n-a1"), 2, Recorded.Outcome.RECORDED, "a1", "NOMINATED"));
        }

        @Test
        void told_under_another_enrolment_id_is_known_under_the_first() {
            fixture.given(SCHEDULED, nominated("a1", "2019-02"))
                    .when(new NominateOfficial(
                            SEMINAR,
                            fact("n-x9"),
                            enrollment("x9"),
                            official("a1"),
                            new Nominator("AR"),
                            date("2019-02")))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new Recorded(fact("n-a1"), 2, Recorded.Outcome.UNCHANGED, "a1", "NOMINATED"));
        }

        @Test
        void of_an_official_enrolled_already_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", "2019-02"))
                            .when(new NominateOfficial(
                                    SEMINAR, fact("n-x9"), enrollment("x9"), official("a1"), null, date("2019-03"))),
                    RefusalCode.ALREADY_ENROLLED,
                    "n-a1");
        }

        @Test
        void of_an_official_whose_enrolment_was_annulled_is_accepted() {
            fixture.given(SCHEDULED, nominated("a1", "2019-02"), annulled("n-a1"))
                    .when(nominate("a1", "2019-02"))
                    .expectEvents(nominated("a1", "2019-02"));
        }

        @Test
        void under_an_id_in_use_for_another_official_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", "2019-02"))
                            .when(new NominateOfficial(
                                    SEMINAR, fact("n-b2"), enrollment("a1"), official("b2"), null, null)),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                    "n-a1");
        }

        @Test
        void certainly_after_enrolment_was_closed_is_refused() {
            refused(
                    fixture.given(SCHEDULED, OPENED, CLOSED).when(nominate("a1", "2019-04")),
                    RefusalCode.ENROLLMENT_CLOSED,
                    "closed");
        }

        @Test
        void without_a_date_follows_what_was_recorded_before() {
            refused(
                    fixture.given(SCHEDULED, OPENED, CLOSED).when(nominate("a1", null)),
                    RefusalCode.ENROLLMENT_CLOSED,
                    "closed");
        }

        @Test
        void of_before_the_closing_may_come_late() {
            fixture.given(SCHEDULED, OPENED, CLOSED)
                    .when(nominate("a1", "2019-02"))
                    .expectEvents(nominated("a1", "2019-02"));
        }

        @Test
        void that_may_have_come_before_the_closing_is_accepted() {
            fixture.given(SCHEDULED, OPENED, CLOSED)
                    .when(nominate("a1", "2019"))
                    .expectEvents(nominated("a1", "2019"));
        }

        @Test
        void after_enrolment_was_opened_again_is_accepted() {
            fixture.given(SCHEDULED, OPENED, CLOSED, new EnrollmentOpened(SEMINAR, fact("reopened"), date("2019-04")))
                    .when(nominate("a1", "2019-05"))
                    .expectEvents(nominated("a1", "2019-05"));
        }

        @Test
        void between_closing_and_reopening_is_refused() {
            refused(
                    fixture.given(SCHEDULED, CLOSED, new EnrollmentOpened(SEMINAR, fact("reopened"), date("2019-05")))
                            .when(nominate("a1", "2019-04-10")),
                    RefusalCode.ENROLLMENT_CLOSED,
                    "closed");
        }

        @Test
        void keeps_the_reopening_from_being_annulled() {
            refused(
                    fixture.given(
                                    SCHEDULED,
                                    CLOSED,
                                    new EnrollmentOpened(SEMINAR, fact("reopened"), date("2019-04")),
                                    nominated("a1", "2019-05"))
                            .when(annul("reopened"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "n-a1");
        }

        @Test
        void to_a_cancelled_seminar_is_refused() {
            refused(
                    fixture.given(SCHEDULED, cancelled("2019-03")).when(nominate("a1", "2019-04")),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
            refused(
                    fixture().given(SCHEDULED, cancelled("2019-03")).when(nominate("a1", null)),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
        }

        @Test
        void of_before_the_cancellation_is_history_and_closed_by_it() {
            fixture.given(SCHEDULED, cancelled("2019-03"))
                    .when(nominate("a1", "2019-02"))
                    .expectEvents(
                            nominated("a1", "2019-02"),
                            new EnrollmentCancelled(SEMINAR, fact("n-a1.closed"), enrollment("a1"), date("2019-03")))
                    .expectResultMessagePayload(
                            new Recorded(fact("n-a1"), 4, Recorded.Outcome.RECORDED, "a1", "CANCELLED"));
        }
    }

    @Nested
    class a_step {
        @Test
        void of_an_unknown_enrolment_is_refused() {
            refused(fixture.given(SCHEDULED).when(accept("a1", null)), RefusalCode.UNKNOWN_SUBJECT);
        }

        @Test
        void may_be_recorded_without_those_before_it() {
            fixture.given(SCHEDULED, nominated("a1", null))
                    .when(complete("a1", "2019-06-15"))
                    .expectEvents(completed("a1", "2019-06-15"))
                    .expectResultMessagePayload(
                            new Recorded(fact("c-a1"), 3, Recorded.Outcome.RECORDED, "a1", "COMPLETED")
                                    .withHint(Seminar.NOT_CONCLUDED));
        }

        @Test
        void recorded_late_leaves_the_enrolment_as_far_as_it_was() {
            fixture.given(SCHEDULED, nominated("a1", null), completed("a1", "2019-06-15"))
                    .when(accept("a1", "2019-03"))
                    .expectEvents(accepted("a1", "2019-03"))
                    .expectResultMessagePayload(
                            new Recorded(fact("a-a1"), 4, Recorded.Outcome.RECORDED, "a1", "COMPLETED")
                                    .withHint(Seminar.NOT_CONCLUDED));
        }

        @Test
        void told_again_without_a_date_is_known() {
            fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", "2019-03"))
                    .when(new AcceptEnrollment(SEMINAR, fact("again"), enrollment("a1"), null))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new Recorded(fact("a-a1"), 3, Recorded.Outcome.UNCHANGED, "a1", "ACCEPTED"));
        }

        @Test
        void told_again_with_another_date_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", "2019-03"))
                            .when(new AcceptEnrollment(SEMINAR, fact("again"), enrollment("a1"), date("2019-04"))),
                    RefusalCode.RECORDED_ONCE_ONLY,
                    "a-a1");
        }

        @Test
        void certainly_before_the_nomination_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", "2019-02")).when(accept("a1", "2019-01")),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "n-a1");
        }

        @Test
        void certainly_after_an_outcome_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), completed("a1", "2019-06-15"))
                            .when(accept("a1", "2019-07")),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "c-a1");
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null), withdrawn("a1", "2019-03"))
                            .when(complete("a1", "2019-06-15")),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "w-a1");
        }

        @Test
        void back_to_the_waiting_list_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", "2019-03"))
                            .when(waitlist("a1", "2019-04")),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "a-a1");
        }

        @Test
        void to_a_second_outcome_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), completed("a1", null))
                            .when(withdraw("a1", null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "c-a1");
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null))
                            .andGiven(new EnrollmentDeclined(SEMINAR, fact("d-a1"), enrollment("a1"), null))
                            .when(new NotCompleteEnrollment(SEMINAR, fact("nc-a1"), enrollment("a1"), null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "d-a1");
        }

        @Test
        void of_presence_certainly_before_the_seminar_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null))
                            .when(new RecordAttendance(SEMINAR, fact("at-a1"), enrollment("a1"), date("2019-06-09"))),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "scheduled");
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null))
                            .andGiven(new SeminarConvened(SEMINAR, fact("convened"), date("2019-06-12")))
                            .when(complete("a1", "2019-06-11")),
                    RefusalCode.CERTAINLY_OUT_OF_ORDER,
                    "convened");
        }

        @Test
        void of_presence_in_a_cancelled_seminar_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", "2019-02"), cancelled(null))
                            .when(complete("a1", null)),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
        }

        @Test
        void goes_from_confirmation_over_attendance_to_an_outcome() {
            fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", null))
                    .andGivenCommands(
                            new ConfirmEnrollment(SEMINAR, fact("cf-a1"), enrollment("a1"), null),
                            new RecordAttendance(SEMINAR, fact("at-a1"), enrollment("a1"), date("2019-06-10")))
                    .when(new CompleteEnrollment(SEMINAR, fact("c-a1"), enrollment("a1"), date("2019-06-15"), "GLS-17"))
                    .expectEvents(new EnrollmentCompleted(
                            SEMINAR, fact("c-a1"), enrollment("a1"), date("2019-06-15"), "GLS-17"));
        }
    }

    @Nested
    class an_outcome {
        @Test
        void is_one_fact_without_invented_steps() {
            fixture.given(SCHEDULED, concluded(null))
                    .when(outcome("a1", COMPLETED, "2019"))
                    .expectEvents(known("a1", COMPLETED, "2019"))
                    .expectResultMessagePayload(
                            new Recorded(fact("r-a1-completed"), 3, Recorded.Outcome.RECORDED, "a1", "COMPLETED"));
        }

        @Test
        void known_already_is_known_under_any_enrolment_id() {
            fixture.given(SCHEDULED, nominated("a1", "2019-02"), accepted("a1", "2019-03"))
                    .when(new RecordEnrollment(
                            SEMINAR,
                            fact("r-x9"),
                            enrollment("x9"),
                            official("a1"),
                            ACCEPTED,
                            null,
                            date("2019-03"),
                            null))
                    .expectNoEvents()
                    .expectResultMessagePayload(
                            new Recorded(fact("a-a1"), 3, Recorded.Outcome.UNCHANGED, "a1", "ACCEPTED"));
        }

        @Test
        void further_along_is_a_step_of_the_enrolment_known() {
            fixture.given(SCHEDULED, known("a1", NOMINATED, "2019-02"))
                    .when(new RecordEnrollment(
                            SEMINAR, fact("r-x9"), enrollment("x9"), official("a1"), COMPLETED, null, null, "GLS-17"))
                    .expectEvents(new EnrollmentCompleted(SEMINAR, fact("r-x9"), enrollment("a1"), null, "GLS-17"));
        }

        @Test
        void told_again_after_it_was_corrected_is_nothing_new() {
            fixture.given(SCHEDULED, known("a1", COMPLETED, "2019"))
                    .andGiven(corrected(new EnrollmentRecorded(
                            SEMINAR,
                            fact("r-a1-completed"),
                            enrollment("a1"),
                            official("a1"),
                            NOT_COMPLETED,
                            null,
                            date("2019"),
                            null)))
                    .when(outcome("a1", COMPLETED, "2019"), IMPORT)
                    .expectNoEvents();
        }

        @Test
        void annulled_is_recorded_anew_but_not_by_an_import() {
            fixture.given(SCHEDULED, known("a1", COMPLETED, "2019"), annulled("r-a1-completed"))
                    .when(outcome("a1", COMPLETED, "2019"), IMPORT)
                    .expectNoEvents();
            fixture()
                    .given(SCHEDULED, known("a1", COMPLETED, "2019"), annulled("r-a1-completed"))
                    .when(outcome("a1", COMPLETED, "2019"))
                    .expectEvents(known("a1", COMPLETED, "2019"));
        }

        @Test
        void that_contradicts_the_one_known_is_refused() {
            refused(
                    fixture.given(SCHEDULED, known("a1", COMPLETED, null)).when(outcome("a1", WITHDRAWN, null)),
                    RefusalCode.STEP_NOT_POSSIBLE,
                    "r-a1-completed");
            refused(
                    fixture()
                            .given(SCHEDULED, known("a1", COMPLETED, "2019-06-15"))
                            .when(outcome("a1", COMPLETED, "2019-06-16")),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                    "r-a1-completed");
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null))
                            .when(new RecordEnrollment(
                                    SEMINAR,
                                    fact("r-a1"),
                                    enrollment("a1"),
                                    official("a1"),
                                    COMPLETED,
                                    new Nominator("BO"),
                                    null,
                                    null)),
                    RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                    "n-a1");
        }

        @Test
        void fills_in_a_date_that_was_missing_when_there_is_a_reason() {
            fixture.given(SCHEDULED, known("a1", COMPLETED, null))
                    .when(outcome("a1", COMPLETED, "2019-06-15"), WHY)
                    .expectEvents(new FactCorrected(
                            SEMINAR,
                            fact("r-a1-completed"),
                            known("a1", COMPLETED, "2019-06-15"),
                            CorrectionKind.LATE_REPORT));
            refused(
                    fixture()
                            .given(SCHEDULED, known("a1", COMPLETED, null))
                            .when(outcome("a1", COMPLETED, "2019-06-15")),
                    RefusalCode.REASON_REQUIRED);
        }

        @Test
        void earlier_than_what_is_known_of_an_outcome_says_nothing_new() {
            fixture.given(SCHEDULED, known("a1", COMPLETED, "2019"))
                    .when(outcome("a1", NOMINATED, "2019-02"))
                    .expectNoEvents();
        }

        @Test
        void of_a_cancelled_seminar_is_history_where_it_is_not_presence() {
            fixture.given(SCHEDULED, cancelled(null))
                    .when(outcome("a1", WITHDRAWN, "2019-02"))
                    .expectEvents(known("a1", WITHDRAWN, "2019-02"));
            refused(
                    fixture().given(SCHEDULED, cancelled(null)).when(outcome("a1", COMPLETED, null)),
                    RefusalCode.SEMINAR_CANCELLED,
                    "cancelled");
        }
    }

    @Nested
    class correction {
        @Test
        void of_the_official_concerns_the_nomination_and_of_the_date_the_latest_step() {
            fixture.given(SCHEDULED, nominated("a1", "2019-02"), accepted("a1", "2019-03"))
                    .when(correctEnrollment("a1", "{\"official\": \"official-z\", \"on\": \"2019-04\"}"), WHY)
                    .expectEvents(
                            corrected(accepted("a1", "2019-04")),
                            corrected(new OfficialNominated(
                                    SEMINAR,
                                    fact("n-a1"),
                                    enrollment("a1"),
                                    official("z"),
                                    new Nominator("AR"),
                                    date("2019-02"))));
        }

        @Test
        void to_an_official_enrolled_already_is_refused() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), nominated("b2", null))
                            .when(correctEnrollment("a1", "{\"official\": \"official-b2\"}"), WHY),
                    RefusalCode.ALREADY_ENROLLED,
                    "n-b2");
        }

        @Test
        void of_the_status_is_for_outcomes_only() {
            fixture.given(SCHEDULED, known("a1", COMPLETED, null))
                    .when(correctEnrollment("a1", "{\"status\": \"NOT_COMPLETED\"}"), WHY)
                    .expectEvents(corrected(new EnrollmentRecorded(
                            SEMINAR,
                            fact("r-a1-completed"),
                            enrollment("a1"),
                            official("a1"),
                            NOT_COMPLETED,
                            null,
                            null,
                            null)));
            refused(
                    fixture()
                            .given(SCHEDULED, nominated("a1", null), accepted("a1", null))
                            .when(correctEnrollment("a1", "{\"status\": \"DECLINED\"}"), WHY),
                    RefusalCode.NOT_CORRECTABLE);
        }

        @Test
        void of_an_unknown_enrolment_is_refused() {
            refused(fixture.given(SCHEDULED).when(correctEnrollment("a1", "{}"), WHY), RefusalCode.UNKNOWN_SUBJECT);
        }

        @Test
        void with_nothing_new_records_nothing() {
            fixture.given(SCHEDULED, nominated("a1", "2019-02"))
                    .when(correctEnrollment("a1", "{\"on\": \"2019-02\"}"), WHY)
                    .expectNoEvents();
        }
    }

    @Nested
    class annulment {
        @Test
        void of_the_enrolment_annuls_all_its_facts_newest_first() {
            fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", null))
                    .when(new AnnulEnrollment(SEMINAR, fact("any"), enrollment("a1")), WHY)
                    .expectEvents(annulled("a-a1"), annulled("n-a1"))
                    .expectResultMessagePayload(new Recorded(fact("n-a1"), 5, Recorded.Outcome.RECORDED, "a1", null));
        }

        @Test
        void of_the_nomination_alone_is_refused_while_steps_depend_on_it() {
            refused(
                    fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", null))
                            .when(annul("n-a1"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "a-a1");
        }

        @Test
        void of_a_step_leaves_the_enrolment_where_it_was_before() {
            fixture.given(SCHEDULED, nominated("a1", null), withdrawn("a1", null))
                    .when(annul("w-a1"), WHY)
                    .expectEvents(annulled("w-a1"))
                    .expectResultMessagePayload(
                            new Recorded(fact("w-a1"), 4, Recorded.Outcome.RECORDED, "a1", "NOMINATED"));
        }

        @Test
        void needs_a_reason() {
            refused(fixture.given(SCHEDULED, nominated("a1", null)).when(annul("n-a1")), RefusalCode.REASON_REQUIRED);
        }
    }

    @Test
    void a_step_told_by_a_further_source_adds_the_source() {
        fixture.given(SCHEDULED, nominated("a1", null), accepted("a1", "2019-03"))
                .when(accept("a1", "2019-03"), Map.of("source", "letter"))
                .expectEvents(new SourceAdded(SEMINAR, fact("a-a1")));
    }
}
