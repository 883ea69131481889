package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.ACCEPTED;
import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.COMPLETED;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.AnnulEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.DeclineEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentDeclined;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;

/** The seminar has two seats; a1 and b2 hold them. */
class WaitingListTest {
    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    private static TestExecutor<SeminarAggregate> full(
            AggregateTestFixture<SeminarAggregate> fixture, SeminarFact... further) {
        List<SeminarFact> facts = new ArrayList<>(List.of(
                SCHEDULED, nominated("a1", null), accepted("a1", null), nominated("b2", null), accepted("b2", null)));
        facts.addAll(List.of(further));
        return fixture.given(facts);
    }

    private static TestExecutor<SeminarAggregate> waiting(AggregateTestFixture<SeminarAggregate> fixture) {
        return full(
                fixture,
                nominated("c3", null),
                waitlisted("c3", "2019-03"),
                nominated("d4", null),
                waitlisted("d4", "2019-02"));
    }

    @Nested
    class a_full_seminar {
        @Test
        void accepts_nobody_else_but_puts_them_on_the_waiting_list() {
            refused(
                    full(fixture, nominated("c3", null)).when(accept("c3", null)),
                    RefusalCode.CAPACITY_EXCEEDED,
                    "scheduled");
            full(fixture(), nominated("c3", null)).when(waitlist("c3", null)).expectEvents(waitlisted("c3", null));
        }

        @Test
        void takes_no_outcome_that_needs_a_seat() {
            refused(full(fixture).when(outcome("c3", COMPLETED, null)), RefusalCode.CAPACITY_EXCEEDED, "scheduled");
            refused(full(fixture()).when(outcome("c3", ACCEPTED, null)), RefusalCode.CAPACITY_EXCEEDED, "scheduled");
        }

        @Test
        void that_is_concluded_takes_what_is_recorded_late() {
            full(fixture, concluded(null))
                    .when(outcome("c3", COMPLETED, null))
                    .expectEvents(known("c3", COMPLETED, null));
        }

        @Test
        void over_capacity_after_its_end_keeps_its_end() {
            refused(
                    full(fixture, concluded(null), known("c3", COMPLETED, null)).when(annul("concluded"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "scheduled");
        }

        @Test
        void cannot_have_fewer_seats_than_are_taken() {
            refused(full(fixture).when(changeCapacity("less", 1, null)), RefusalCode.CAPACITY_EXCEEDED);
            refused(
                    full(fixture()).when(correct("scheduled", "{\"capacity\": 1}"), WHY),
                    RefusalCode.CAPACITY_EXCEEDED);
        }

        @Test
        void becomes_unlimited_and_then_takes_everybody() {
            full(fixture, capacity("unlimited", null, null), nominated("c3", null))
                    .when(accept("c3", null))
                    .expectEvents(accepted("c3", null));
        }
    }

    @Nested
    class the_first_waiting {
        @Test
        void moves_up_when_somebody_withdraws() {
            waiting(fixture)
                    .when(withdraw("a1", "2019-04"))
                    .expectEvents(withdrawn("a1", "2019-04"), promoted("w-a1.promoted", "d4", "2019-04"))
                    .expectResultMessagePayload(
                            new Recorded(fact("w-a1"), 10, Recorded.Outcome.RECORDED, "a1", "WITHDRAWN"));
        }

        @Test
        void moves_up_without_a_date_where_the_seat_was_free_before_the_official_waited() {
            waiting(fixture)
                    .when(withdraw("a1", "2018-12"))
                    .expectEvents(withdrawn("a1", "2018-12"), promoted("w-a1.promoted", "d4", null));
        }

        @Test
        void moves_up_when_somebody_accepted_is_declined() {
            waiting(fixture)
                    .when(new DeclineEnrollment(SEMINAR, fact("d-a1"), enrollment("a1"), null))
                    .expectEvents(
                            new EnrollmentDeclined(SEMINAR, fact("d-a1"), enrollment("a1"), null),
                            promoted("d-a1.promoted", "d4", null));
        }

        @Test
        void moves_up_when_an_acceptance_is_annulled_whose_own_official_does_not() {
            full(fixture, waitlisted("a1", "2019-01"), nominated("c3", null), waitlisted("c3", "2019-03"))
                    .when(annul("a-a1"), WHY)
                    .expectEvents(annulled("a-a1"), promoted("a-a1.promoted", "c3", null));
        }

        @Test
        void moves_up_when_an_enrolment_is_annulled() {
            waiting(fixture)
                    .when(new AnnulEnrollment(SEMINAR, fact("gone"), enrollment("a1")), WHY)
                    .expectEvents(annulled("a-a1"), annulled("n-a1"), promoted("gone.promoted", "d4", null));
        }

        @Test
        void moves_up_when_a_correction_frees_a_seat() {
            fixture.given(
                            SCHEDULED,
                            known("a1", ACCEPTED, null),
                            known("b2", ACCEPTED, null),
                            nominated("c3", null),
                            waitlisted("c3", null))
                    .when(correctEnrollment("a1", "{\"status\": \"DECLINED\"}"), WHY)
                    .expectEvents(
                            corrected(new EnrollmentRecorded(
                                    SEMINAR,
                                    fact("r-a1-accepted"),
                                    enrollment("a1"),
                                    official("a1"),
                                    EnrollmentStatus.DECLINED,
                                    null,
                                    null,
                                    null)),
                            promoted("correction-a1.promoted", "c3", null));
        }

        @Test
        void do_not_move_up_when_somebody_withdraws_who_had_no_seat() {
            waiting(fixture).when(withdraw("c3", null)).expectEvents(withdrawn("c3", null));
        }

        @Test
        void do_not_move_up_after_the_end() {
            full(fixture, nominated("c3", null), waitlisted("c3", null), concluded(null))
                    .when(withdraw("a1", null))
                    .expectEvents(withdrawn("a1", null));
        }
    }

    @Nested
    class more_seats {
        @Test
        void go_to_those_waiting_in_their_order() {
            waiting(fixture)
                    .when(changeCapacity("more", 4, "2019-04"))
                    .expectEvents(
                            capacity("more", 4, "2019-04"),
                            promoted("more.promoted", "d4", "2019-04"),
                            promoted("more.promoteda", "c3", "2019-04"))
                    .expectResultMessagePayload(new Recorded(fact("more"), 12, Recorded.Outcome.RECORDED, null, null));
        }

        @Test
        void go_to_as_many_as_there_are_seats() {
            waiting(fixture)
                    .when(changeCapacity("more", 3, null))
                    .expectEvents(capacity("more", 3, null), promoted("more.promoted", "d4", null));
        }

        @Test
        void without_limit_go_to_all() {
            waiting(fixture)
                    .when(changeCapacity("more", null, null))
                    .expectEvents(
                            capacity("more", null, null),
                            promoted("more.promoted", "d4", null),
                            promoted("more.promoteda", "c3", null));
        }

        @Test
        void by_correction_go_to_those_waiting_too() {
            waiting(fixture)
                    .when(correct("scheduled", "{\"capacity\": 3}"), WHY)
                    .expectEvents(corrected(scheduled(3)), promoted("scheduled.promoted", "d4", null));
        }

        @Test
        void that_were_given_away_keep_the_fact_that_gave_them() {
            waiting(fixture)
                    .andGiven(capacity("more", 3, null), promoted("more.promoted", "d4", null))
                    .when(annul("more"), WHY)
                    .expectNoEvents()
                    .expectException(Refused.class);
        }
    }

    @Nested
    class a_promotion {
        @Test
        void keeps_the_withdrawal_from_being_annulled_and_is_named() {
            refused(
                    waiting(fixture)
                            .andGiven(withdrawn("a1", null), promoted("w-a1.promoted", "d4", null))
                            .when(annul("w-a1"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "w-a1.promoted");
        }

        @Test
        void is_named_also_where_the_one_before_it_was_annulled() {
            refused(
                    waiting(fixture)
                            .andGiven(
                                    capacity("more", 4, null),
                                    promoted("more.promoted", "d4", null),
                                    promoted("more.promoteda", "c3", null))
                            .andGiven(annulled("more.promoted"))
                            .when(annul("more"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "more.promoteda");
        }

        @Test
        void annulled_gives_the_seat_to_nobody_else_so_that_the_withdrawal_can_follow() {
            waiting(fixture)
                    .andGiven(withdrawn("a1", null), promoted("w-a1.promoted", "d4", null))
                    .when(annul("w-a1.promoted"), WHY)
                    .expectEvents(annulled("w-a1.promoted"));
            waiting(fixture())
                    .andGiven(withdrawn("a1", null), promoted("w-a1.promoted", "d4", null))
                    .andGiven(annulled("w-a1.promoted"))
                    .when(annul("w-a1"), WHY)
                    .expectEvents(annulled("w-a1"));
        }

        @Test
        void that_was_built_upon_keeps_the_seat() {
            refused(
                    waiting(fixture)
                            .andGiven(
                                    withdrawn("a1", null),
                                    promoted("w-a1.promoted", "d4", null),
                                    new EnrollmentConfirmed(SEMINAR, fact("cf-d4"), enrollment("d4"), null))
                            .when(annul("w-a1"), WHY),
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "w-a1.promoted");
        }
    }

    @Test
    void somebody_may_wait_beside_a_free_seat_until_there_is_an_occasion() {
        fixture.given(SCHEDULED, nominated("a1", null))
                .when(waitlist("a1", null))
                .expectEvents(waitlisted("a1", null));
        fixture()
                .given(scheduled(3), nominated("a1", null), accepted("a1", null))
                .andGiven(nominated("b2", null), waitlisted("b2", null), nominated("c3", null), waitlisted("c3", null))
                .when(withdraw("a1", null))
                .expectEvents(withdrawn("a1", null), promoted("w-a1.promoted", "b2", null));
    }
}
