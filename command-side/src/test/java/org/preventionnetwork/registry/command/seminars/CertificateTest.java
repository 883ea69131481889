package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.COMPLETED;
import static org.preventionnetwork.registry.command.seminars.SeminarSamples.*;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.CompleteEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentCommand.RecordEnrollment;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;

class CertificateTest {
    private AggregateTestFixture<SeminarAggregate> fixture;

    @BeforeEach
    void seminar() {
        fixture = fixture();
    }

    @Test
    void a_number_given_in_the_seminar_is_given_to_nobody_else_however_it_is_written() {
        refused(
                fixture.given(SCHEDULED, nominated("a1", null), certified("a1", "SP-77"), nominated("b2", null))
                        .when(certify("b2", " sp-77")),
                RefusalCode.NUMBER_TAKEN,
                "c-a1");
    }

    @Test
    void an_outcome_recorded_as_a_whole_takes_no_other_number_either() {
        refused(
                fixture.given(SCHEDULED, nominated("a1", null), certified("a1", "SP-77"))
                        .when(new RecordEnrollment(
                                SEMINAR,
                                fact("r-b2"),
                                enrollment("b2"),
                                official("b2"),
                                COMPLETED,
                                null,
                                null,
                                "SP-77")),
                RefusalCode.NUMBER_TAKEN,
                "c-a1");
    }

    @Test
    void no_correction_gives_a_number_twice() {
        refused(
                fixture.given(SCHEDULED, nominated("a1", null), certified("a1", "SP-77"))
                        .andGiven(nominated("b2", null), certified("b2", "SP-78"))
                        .when(correct("c-b2", "{\"certificate\": \"SP-77\"}"), WHY),
                RefusalCode.NUMBER_TAKEN,
                "c-a1");
    }

    @Test
    void the_number_of_what_was_annulled_is_free_and_another_number_is() {
        fixture.given(SCHEDULED, nominated("a1", null), certified("a1", "SP-77"), annulled("c-a1"))
                .andGiven(nominated("b2", null))
                .when(certify("b2", "SP-77"))
                .expectEvents(certified("b2", "SP-77"));
    }

    @Test
    void what_was_given_twice_before_it_was_refused_can_be_corrected_and_goes_on() {
        fixture.given(scheduled(null), nominated("a1", null), certified("a1", "SP-77"))
                .andGiven(nominated("b2", null), certified("b2", "SP-77"), nominated("c3", null))
                .when(certify("c3", "SP-79"))
                .expectEvents(certified("c3", "SP-79"));
    }

    private static CompleteEnrollment certify(String id, String certificate) {
        return new CompleteEnrollment(SEMINAR, fact("c-" + id), enrollment(id), null, certificate);
    }

    private static EnrollmentCompleted certified(String id, String certificate) {
        return new EnrollmentCompleted(SEMINAR, fact("c-" + id), enrollment(id), null, certificate);
    }
}
