package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.facts.RefusalCode.ALREADY_ENROLLED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.FACTS_DEPEND_ON_IT;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonRecords;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.ConfirmEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NominateAgain;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.NotCompleteEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordAttendance;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarCommand.AnnulFact;

/** Records were merged that were both enrolled before: the person gets one seat, or one waiting place, and no second. */
class MergedPersonTest {
    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    /** The officials of two enrolments are one person. */
    private static Map<String, Object> merged(String one, String other) {
        OfficialId first = official(one);
        OfficialId second = official(other);
        PersonRecords records =
                asked -> asked.equals(first) ? Set.of(second) : asked.equals(second) ? Set.of(first) : Set.of();
        return Map.of("actor", "local", "role", "SECRETARIAT", Provenance.SAME_PERSON, records);
    }

    /** a1 and b2 have the two seats, c3 waits first, then d4. */
    private static final Object[] FULL = {
        SCHEDULED,
        nominated("a1", null),
        accepted("a1", null),
        nominated("b2", null),
        accepted("b2", null),
        nominated("c3", null),
        waitlisted("c3", "2019-02"),
        nominated("d4", null),
        waitlisted("d4", "2019-03")
    };

    @Test
    void a_free_seat_passes_over_who_has_one_under_another_record() {
        fixture.given(FULL)
                .when(withdraw("a1", "2019-04"), merged("b2", "c3"))
                .expectEvents(withdrawn("a1", "2019-04"), promoted("w-a1.promoted", "d4", "2019-04"));
        fixture()
                .given(FULL)
                .when(withdraw("a1", "2019-04"))
                .expectEvents(withdrawn("a1", "2019-04"), promoted("w-a1.promoted", "c3", "2019-04"));
    }

    @Test
    void a_free_seat_stays_free_where_nobody_waits_who_has_none() {
        fixture.given(FULL)
                .andGiven(withdrawn("d4", null))
                .when(withdraw("a1", null), merged("b2", "c3"))
                .expectEvents(withdrawn("a1", null));
    }

    @Test
    void two_waiting_places_of_a_person_lead_to_one_seat() {
        fixture.given(FULL)
                .andGiven(nominated("e5", null), waitlisted("e5", "2019-04"))
                .when(changeCapacity("more", null, null), merged("c3", "d4"))
                .expectEvents(
                        capacity("more", null, null),
                        promoted("more.promoted", "c3", null),
                        promoted("more.promoteda", "e5", null));
    }

    @Test
    void who_withdraws_does_not_move_up_under_another_record() {
        fixture.given(FULL)
                .when(withdraw("a1", null), merged("a1", "c3"))
                .expectEvents(withdrawn("a1", null), promoted("w-a1.promoted", "d4", null));
    }

    @Test
    void who_has_a_seat_is_neither_accepted_nor_put_on_the_waiting_list_under_another_record() {
        Object[] seated = {scheduled(3), nominated("a1", null), accepted("a1", null), nominated("b2", null)};
        refused(fixture.given(seated).when(accept("b2", null), merged("a1", "b2")), ALREADY_ENROLLED, "n-a1");
        refused(fixture().given(seated).when(waitlist("b2", null), merged("a1", "b2")), ALREADY_ENROLLED, "n-a1");
        fixture().given(seated).when(accept("b2", null), merged("a1", "c3")).expectEvents(accepted("b2", null));
    }

    @Test
    void who_waits_has_no_second_place_but_may_be_accepted() {
        Object[] waits = {scheduled(3), nominated("a1", null), waitlisted("a1", null), nominated("b2", null)};
        refused(fixture.given(waits).when(waitlist("b2", null), merged("a1", "b2")), ALREADY_ENROLLED, "n-a1");
        fixture().given(waits).when(accept("b2", null), merged("a1", "b2")).expectEvents(accepted("b2", null));
    }

    @Test
    void what_was_accepted_before_the_merge_is_known_when_it_is_told_again() {
        Object[] both = {
            SCHEDULED, nominated("a1", null), accepted("a1", null), nominated("b2", null), accepted("b2", null)
        };
        fixture.given(both)
                .when(accept("b2", null), merged("a1", "b2"))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void who_left_comes_back_unless_enrolled_under_another_record() {
        NominateAgain again =
                new NominateAgain(SEMINAR, fact("n2-b2"), enrollment("b2"), new Nominator("AR"), date("2019-04-01"));
        Object[] left = {SCHEDULED, nominated("a1", null), nominated("b2", "2019-01-01"), withdrawn("b2", "2019-03-01")
        };
        refused(fixture.given(left).when(again, merged("a1", "b2")), ALREADY_ENROLLED, "n-a1");
        fixture().given(left).when(again, merged("a1", "c3")).expectSuccessfulHandlerExecution();
        fixture()
                .given(left)
                .andGiven(withdrawn("a1", "2019-03-01"))
                .when(again, merged("a1", "b2"))
                .expectSuccessfulHandlerExecution();
    }

    /** Every status with a seat that somebody can have under the other record. */
    private static final List<EnrollmentStatus> SEATED = List.of(
            EnrollmentStatus.ACCEPTED,
            EnrollmentStatus.CONFIRMED,
            EnrollmentStatus.ATTENDED,
            EnrollmentStatus.COMPLETED,
            EnrollmentStatus.NOT_COMPLETED);

    private static List<Object> waysToASeat() {
        List<Object> ways = new ArrayList<>(List.of(
                accept("b2", null),
                new ConfirmEnrollment(SEMINAR, fact("k-b2"), enrollment("b2"), null),
                new RecordAttendance(SEMINAR, fact("t-b2"), enrollment("b2"), null),
                complete("b2", null),
                new NotCompleteEnrollment(SEMINAR, fact("nc-b2"), enrollment("b2"), null)));
        SEATED.forEach(status -> ways.add(outcome("b2", status, null)));
        return ways;
    }

    @Test
    void no_step_and_no_outcome_is_a_way_to_a_second_seat() {
        for (EnrollmentStatus has : SEATED) {
            for (Object way : waysToASeat()) {
                Object[] one = {scheduled(9), known("a1", has, null), nominated("b2", null)};
                refused(fixture().given(one).when(way, merged("a1", "b2")), ALREADY_ENROLLED, "r-a1-" + idOf(has));
                fixture().given(one).when(way, merged("a1", "c3")).expectSuccessfulHandlerExecution();
            }
        }
    }

    @Test
    void no_correction_is_a_way_to_a_second_seat_or_waiting_place() {
        for (EnrollmentStatus has : SEATED) {
            Object[] one = {scheduled(9), known("a1", has, null), known("b2", EnrollmentStatus.DECLINED, null)};
            List<EnrollmentStatus> wanted = new ArrayList<>(SEATED);
            wanted.add(EnrollmentStatus.WAITLISTED);
            for (EnrollmentStatus status : wanted) {
                String json = "{\"status\": \"" + status + "\"}";
                for (Object way : List.of(correct("r-b2-declined", json), correctEnrollment("b2", json))) {
                    refused(
                            fixture().given(one).when(way, because(merged("a1", "b2"))),
                            ALREADY_ENROLLED,
                            "r-a1-" + idOf(has));
                    fixture().given(one).when(way, because(merged("a1", "c3"))).expectSuccessfulHandlerExecution();
                }
            }
        }
    }

    @Test
    void a_withdrawal_is_not_annulled_where_that_would_give_a_second_seat() {
        Object[] left = {
            scheduled(9),
            nominated("a1", null),
            accepted("a1", null),
            nominated("b2", null),
            accepted("b2", null),
            withdrawn("b2", null)
        };
        refused(fixture.given(left).when(annul("w-b2"), because(merged("a1", "b2"))), FACTS_DEPEND_ON_IT, "n-a1");
        fixture().given(left).when(annul("w-b2"), because(merged("a1", "c3"))).expectEvents(annulled("w-b2"));
        fixture().given(left).when(annul("n-a1"), because(merged("a1", "b2"))).expectException(Refused.class);
        fixture()
                .given(left)
                .when(new AnnulFact(SEMINAR, fact("w-b2"), new BatchId("batch-1")), because(merged("a1", "b2")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void two_seats_from_before_the_merge_are_both_recorded_further() {
        Object[] both = {
            scheduled(9), nominated("a1", null), accepted("a1", null), nominated("b2", null), accepted("b2", null)
        };
        for (Object way : waysToASeat()) {
            fixture().given(both).when(way, merged("a1", "b2")).expectSuccessfulHandlerExecution();
        }
        fixture()
                .given(both)
                .when(correctEnrollment("b2", "{\"on\": \"2019-04\"}"), because(merged("a1", "b2")))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void nobody_comes_back_beside_another_record_by_an_acceptance_or_an_outcome_either() {
        Object[] left = {
            scheduled(9), nominated("a1", null), nominated("b2", "2019-01-01"), withdrawn("b2", "2019-03-01")
        };
        List<Object> ways = List.of(
                accept("b2", "2019-04-01"),
                waitlist("b2", "2019-04-01"),
                outcome("b2", EnrollmentStatus.ACCEPTED, "2019-04-01"),
                outcome("b2", EnrollmentStatus.NOMINATED, "2019-04-01"));
        for (Object way : ways) {
            refused(fixture().given(left).when(way, merged("a1", "b2")), ALREADY_ENROLLED, "n-a1");
            fixture().given(left).when(way, merged("a1", "c3")).expectSuccessfulHandlerExecution();
        }
    }

    private static String idOf(EnrollmentStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, Object> because(Map<String, Object> metadata) {
        Map<String, Object> all = new HashMap<>(metadata);
        all.put("reason", "read again");
        return all;
    }
}
