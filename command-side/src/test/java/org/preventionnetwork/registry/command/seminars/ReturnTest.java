package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.*;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.CustomMatcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;

/** Who withdrew or was declined can come back, on a day that is certainly later; who completed, or did not, cannot. */
class ReturnTest {
    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    private static NominateAgain again(String id, @Nullable String on) {
        return new NominateAgain(SEMINAR, fact("n2-" + id), enrollment(id), new Nominator("AR"), date(on));
    }

    private static OfficialNominated nominatedAgain(String id, @Nullable String on) {
        return new OfficialNominated(
                SEMINAR, fact("n2-" + id), enrollment(id), official(id), new Nominator("AR"), date(on));
    }

    private static AcceptEnrollment acceptAgain(String id, @Nullable String on) {
        return new AcceptEnrollment(SEMINAR, fact("a2-" + id), enrollment(id), date(on));
    }

    private static EnrollmentAccepted acceptedAgain(String id, @Nullable String on) {
        return new EnrollmentAccepted(SEMINAR, fact("a2-" + id), enrollment(id), date(on));
    }

    private static Recorded recorded(String factId, long version, String id, EnrollmentStatus status) {
        return new Recorded(fact(factId), version, Recorded.Outcome.RECORDED, id, status.name());
    }

    /** Nominated in January, accepted in February, gone in March. */
    private Object[] left(Object... further) {
        Object[] left = {
            SCHEDULED, nominated("a1", "2019-01-10"), accepted("a1", "2019-02-01"), withdrawn("a1", "2019-03-01")
        };
        Object[] all = java.util.Arrays.copyOf(left, left.length + further.length);
        System.arraycopy(further, 0, all, left.length, further.length);
        return all;
    }

    @Test
    void a_nomination_after_the_withdrawal_begins_anew() {
        fixture.given(left())
                .when(again("a1", "2019-04-01"))
                .expectEvents(nominatedAgain("a1", "2019-04-01"))
                .expectResultMessagePayload(recorded("n2-a1", 5, "a1", NOMINATED));
    }

    @Test
    void at_the_address_of_a_first_nomination_it_begins_anew_too() {
        fixture.given(left())
                .when(new NominateOfficial(
                        SEMINAR,
                        fact("n2-a1"),
                        enrollment("a1"),
                        official("a1"),
                        new Nominator("AR"),
                        date("2019-04-01")))
                .expectEvents(nominatedAgain("a1", "2019-04-01"));
    }

    @Test
    void who_came_back_takes_each_step_anew_and_completes() {
        fixture.given(left(nominatedAgain("a1", "2019-04-01"), acceptedAgain("a1", "2019-04-02")))
                .when(complete("a1", "2019-06-15"))
                .expectEvents(completed("a1", "2019-06-15"))
                .expectResultMessagePayload(recorded("c-a1", 7, "a1", COMPLETED).withHint(Seminar.NOT_CONCLUDED));
    }

    @Test
    void an_acceptance_without_a_date_is_of_who_came_back() {
        fixture.given(
                        SCHEDULED,
                        nominated("a1", "2019-01-10"),
                        accepted("a1", null),
                        withdrawn("a1", "2019-03-01"),
                        nominatedAgain("a1", "2019-04-01"))
                .when(acceptAgain("a1", null))
                .expectEvents(acceptedAgain("a1", null))
                .expectResultMessagePayload(recorded("a2-a1", 6, "a1", ACCEPTED));
    }

    @Test
    void an_acceptance_or_a_waiting_place_brings_back_too() {
        fixture.given(left())
                .when(acceptAgain("a1", "2019-04-01"))
                .expectEvents(acceptedAgain("a1", "2019-04-01"))
                .expectResultMessagePayload(recorded("a2-a1", 5, "a1", ACCEPTED));
        fixture()
                .given(left())
                .when(waitlist("a1", "2019-04"))
                .expectEvents(waitlisted("a1", "2019-04"))
                .expectResultMessagePayload(recorded("l-a1", 5, "a1", WAITLISTED));
    }

    @Test
    void who_was_declined_comes_back_and_can_leave_again() {
        EnrollmentDeclined declined = new EnrollmentDeclined(SEMINAR, fact("d-a1"), enrollment("a1"), date("2019-02"));
        fixture.given(SCHEDULED, nominated("a1", "2019-01"), declined, nominatedAgain("a1", "2019-03"))
                .when(withdraw("a1", "2019-04"))
                .expectEvents(withdrawn("a1", "2019-04"))
                .expectResultMessagePayload(recorded("w-a1", 5, "a1", WITHDRAWN));
    }

    @Test
    void what_is_not_certainly_later_brings_nobody_back() {
        for (String on : new String[] {"2019-03-01", "2019-03", "2019", "2019-02-20", "unknown"}) {
            refused(fixture().given(left()).when(again("a1", on)), RefusalCode.ALREADY_ENROLLED, "n-a1");
        }
        refused(fixture().given(left()).when(again("a1", null)), RefusalCode.ALREADY_ENROLLED, "w-a1");
        refused(
                fixture()
                        .given(SCHEDULED, nominated("a1", "2019-01-10"), withdrawn("a1", null))
                        .when(again("a1", "2019-04-01")),
                RefusalCode.ALREADY_ENROLLED,
                "n-a1");
    }

    @Test
    void nobody_comes_back_to_what_was_completed_or_is_still_going_on() {
        refused(
                fixture.given(SCHEDULED, nominated("a1", "2019-01"), completed("a1", "2019-06-15"))
                        .when(again("a1", "2019-07")),
                RefusalCode.ALREADY_ENROLLED,
                "n-a1");
        refused(
                fixture()
                        .given(
                                SCHEDULED,
                                nominated("a1", "2019-01"),
                                new EnrollmentNotCompleted(SEMINAR, fact("x-a1"), enrollment("a1"), date("2019-06-15")))
                        .when(acceptAgain("a1", "2019-07")),
                RefusalCode.STEP_NOT_POSSIBLE,
                "x-a1");
        refused(
                fixture()
                        .given(SCHEDULED, nominated("a1", "2019-01"), accepted("a1", "2019-02"))
                        .when(again("a1", "2019-03")),
                RefusalCode.ALREADY_ENROLLED,
                "n-a1");
    }

    @Test
    void another_enrolment_id_is_refused_with_the_first_ones() {
        fixture.given(left())
                .when(new NominateOfficial(
                        SEMINAR, fact("n-x9"), enrollment("x9"), official("a1"), null, date("2019-04-01")))
                .expectNoEvents()
                .expectException(new CustomMatcher<Throwable>("a refusal that names the enrolment a1") {
                    @Override
                    public boolean matches(Object thrown) {
                        return thrown instanceof Refused refused
                                && refused.code() == RefusalCode.ALREADY_ENROLLED
                                && refused.refusal().detail().contains("'a1'");
                    }
                });
    }

    @Test
    void there_must_be_a_seat_for_who_comes_back() {
        Object[] full = left(
                nominated("b2", null),
                accepted("b2", "2019-03-02"),
                nominated("c3", null),
                accepted("c3", "2019-03-02"));
        refused(fixture.given(full).when(acceptAgain("a1", "2019-04-01")), RefusalCode.CAPACITY_EXCEEDED, "scheduled");
        fixture().given(full).when(again("a1", "2019-04-01")).expectEvents(nominatedAgain("a1", "2019-04-01"));
    }

    @Test
    void whoever_comes_back_to_the_waiting_list_moves_up_by_the_new_date() {
        fixture.given(left(
                        nominated("b2", null),
                        accepted("b2", "2019-03-02"),
                        nominated("c3", null),
                        accepted("c3", "2019-03-02"),
                        nominated("d4", null),
                        waitlisted("a1", "2019-04-01"),
                        waitlisted("d4", "2019-03-20")))
                .when(withdraw("b2", "2019-05-01"))
                .expectEvents(withdrawn("b2", "2019-05-01"), promoted("w-b2.promoted", "d4", "2019-05-01"));
    }

    @Test
    void the_withdrawal_that_somebody_came_back_from_cannot_be_taken_back_or_moved_after_the_return() {
        Object[] back = left(nominatedAgain("a1", "2019-04-01"));
        refused(fixture.given(back).when(annul("w-a1"), WHY), RefusalCode.FACTS_DEPEND_ON_IT, "n2-a1");
        refused(
                fixture().given(back).when(correct("w-a1", "{\"on\": \"2019-04\"}"), WHY),
                RefusalCode.ALREADY_ENROLLED,
                "n2-a1");
    }

    @Test
    void nobody_comes_back_to_a_seminar_cancelled_before() {
        refused(
                fixture.given(left(cancelled("2019-03-15"))).when(again("a1", "2019-04-01")),
                RefusalCode.SEMINAR_CANCELLED,
                "cancelled");
        refused(
                fixture().given(left(cancelled("2019-03-15"))).when(acceptAgain("a1", "2019-04-01")),
                RefusalCode.SEMINAR_CANCELLED,
                "cancelled");
        fixture()
                .given(left(cancelled("2019-05")))
                .when(acceptAgain("a1", "2019-04-01"))
                .expectEvents(
                        acceptedAgain("a1", "2019-04-01"),
                        new EnrollmentCancelled(SEMINAR, fact("a2-a1.closed"), enrollment("a1"), date("2019-05")));
    }

    @Test
    void a_list_tells_spells_in_any_order() {
        fixture.given(left())
                .when(outcome("a1", ACCEPTED, "2019-04"))
                .expectEvents(
                        new EnrollmentAccepted(SEMINAR, fact("r-a1-accepted"), enrollment("a1"), date("2019-04")));
        fixture()
                .given(SCHEDULED, known("a1", ACCEPTED, "2019-04"), completed("a1", "2019-06-15"))
                .when(outcome("a1", WITHDRAWN, "2019-03"))
                .expectEvents(known("a1", WITHDRAWN, "2019-03"))
                .expectResultMessagePayload(
                        recorded("r-a1-withdrawn", 4, "a1", COMPLETED).withHint(Seminar.NOT_CONCLUDED));
        fixture()
                .given(left(nominatedAgain("a1", "2019-04-01")))
                .when(outcome("a1", WITHDRAWN, "2019-03-01"))
                .expectNoEvents();
        refused(
                fixture().given(left(nominatedAgain("a1", "2019-04-01"))).when(outcome("a1", WITHDRAWN, "2019-03-02")),
                RefusalCode.ALREADY_RECORDED_DIFFERENTLY,
                "w-a1");
    }

    @Test
    void an_official_that_was_mistaken_is_corrected_in_every_spell() {
        fixture.given(left(nominatedAgain("a1", "2019-04-01")))
                .when(correctEnrollment("a1", "{\"official\": \"official-z9\", \"nominatedBy\": \"CL\"}"), WHY)
                .expectEventsMatching(Matchers.payloadsMatching(Matchers.exactSequenceOf(
                        Matchers.equalTo(corrected(new OfficialNominated(
                                SEMINAR,
                                fact("n2-a1"),
                                enrollment("a1"),
                                official("z9"),
                                new Nominator("CL"),
                                date("2019-04-01")))),
                        Matchers.equalTo(corrected(new OfficialNominated(
                                SEMINAR,
                                fact("n-a1"),
                                enrollment("a1"),
                                official("z9"),
                                new Nominator("AR"),
                                date("2019-01-10")))),
                        Matchers.andNoMore())));
    }
}
