package org.preventionnetwork.registry.query.relations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.scheduled;
import static org.preventionnetwork.registry.query.seminars.SeminarSamples.nominated;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.FactCorrected;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.relations.EarlierSpells.Earlier;
import org.preventionnetwork.registry.query.relations.EarlierSpells.Step;

/** Who left and came back was there before, whatever it is recorded by that they left. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EarlierSpellsTest {
    private static final SeminarId SEMINAR = new SeminarId("again");

    private TestAnswers answers;

    @BeforeAll
    void start(TestAnswers started) {
        answers = started;
    }

    private Map<String, List<Earlier>> earlier(long position) {
        Clocks clocks = new Clocks("2020", LocalDate.of(2020, 12, 31), Instant.EPOCH, position, 0);
        return answers.bean(EarlierSpells.class).of(SEMINAR, List.of("e-one"), clocks);
    }

    @Test
    void a_status_that_was_corrected_to_an_end_ends_a_spell_as_one_that_was_recorded_does() {
        EnrollmentRecorded recorded =
                (EnrollmentRecorded) outcome("again", "one", EnrollmentStatus.ACCEPTED, "2014-01-05");
        long before = answers.record(
                scheduled("again", "raphael", "2014-05-01", true),
                recorded,
                nominated("again", "e-one", "one", "2014-03-01"));
        long after = answers.record(new FactCorrected(
                SEMINAR,
                recorded.factId(),
                new EnrollmentRecorded(
                        SEMINAR,
                        recorded.factId(),
                        recorded.enrollmentId(),
                        recorded.official(),
                        EnrollmentStatus.WITHDRAWN,
                        null,
                        recorded.on(),
                        null),
                CorrectionKind.CLERICAL_ERROR));
        assertThat(earlier(before)).isEmpty();
        assertThat(earlier(after))
                .isEqualTo(Map.of("e-one", List.of(new Earlier(List.of(new Step("WITHDRAWN", "2014-01-05"))))));
    }
}
