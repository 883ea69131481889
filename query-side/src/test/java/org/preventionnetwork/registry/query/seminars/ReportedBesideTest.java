package org.preventionnetwork.registry.query.seminars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.time.Instant;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.completeness.Completeness;
import org.preventionnetwork.registry.query.http.Clocks;

/** That a source differs is said only where nothing that is not known can make it agree. */
@ExtendWith(StartedAnswers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportedBesideTest {
    private TestAnswers answers;

    @BeforeAll
    void start(TestAnswers started) {
        answers = started;
    }

    private static SeminarEvent complete(String seminar) {
        return new RosterDeclaredComplete(new SeminarId(seminar), fact(), HistoricalDate.parse("2016"));
    }

    /** Participants and states, of the first report. */
    private String verdicts(String seminar, String day, long position) {
        ReportedBeside beside = beside(seminar, day, position);
        return beside.participants() + " " + beside.states();
    }

    private ReportedBeside beside(String seminar, String day, long position) {
        DataSource database = answers.bean(DataSource.class);
        Clocks clocks = new Clocks(day, LocalDate.parse(day), Instant.EPOCH, position, 0);
        SeminarId id = new SeminarId(seminar);
        EnrollmentQueries enrollments = new EnrollmentQueries(new PersonsOnce(database), database);
        return ReportedBeside.of(
                new SeminarQueries(database).reported(id, clocks).get(0),
                enrollments.counted(id, enrollments.personsOnce(id, clocks), clocks),
                answers.bean(Completeness.class).isRosterComplete(id, clocks));
    }

    @Test
    void of_a_complete_roster_fewer_than_reported_differ_from_the_last_day_on_and_not_before() {
        long open = answers.record(
                official("whole-ana", "AR"),
                scheduled("whole", "global", "2012-05-04", true),
                concluded("whole"),
                outcome("whole", "whole-ana", EnrollmentStatus.COMPLETED, "2012-05-04"),
                reported("whole", 25, 12));
        long whole = answers.record(complete("whole"));
        assertThat(verdicts("whole", "2016-01-01", open)).isEqualTo("UNDECIDED UNDECIDED");
        assertThat(verdicts("whole", "2016-01-01", whole)).isEqualTo("DIFFERS DIFFERS");
        assertThat(verdicts("whole", "2012-05-04", whole)).isEqualTo("DIFFERS DIFFERS");
        assertThat(verdicts("whole", "2012-05-03", whole)).isEqualTo("UNDECIDED UNDECIDED");
        assertThat(verdicts("whole", "2011-12-31", whole)).isEqualTo("UNDECIDED UNDECIDED");
    }

    @Test
    void a_roster_is_complete_when_it_is_made_after_the_last_day_or_the_conclusion_before_it() {
        SeminarId id = new SeminarId("cut-short");
        answers.record(
                official("short-ana", "AR"),
                scheduled(id.value(), "global", null, null, "2012-05-07", "2012-05-11", true),
                outcome("cut-short", "short-ana", EnrollmentStatus.COMPLETED, "2012-05-07"));
        long inSession = answers.record(
                reported("cut-short", 25, 12),
                new RosterDeclaredComplete(id, fact(), HistoricalDate.parse("2012-05-10")));
        long concluded = answers.record(new SeminarConcluded(id, fact(), HistoricalDate.parse("2012-05-09")));
        assertThat(verdicts("cut-short", "2016-01-01", inSession)).isEqualTo("UNDECIDED UNDECIDED");
        assertThat(verdicts("cut-short", "2016-01-01", concluded)).isEqualTo("DIFFERS DIFFERS");
        assertThat(verdicts("cut-short", "2012-05-09", concluded)).isEqualTo("DIFFERS DIFFERS");
        assertThat(verdicts("cut-short", "2012-05-08", concluded)).isEqualTo("UNDECIDED UNDECIDED");
    }

    @Test
    void fewer_states_than_reported_differ_only_where_that_of_every_participant_is_known() {
        long unknown = answers.record(
                official("some-ana", "AR"),
                official("some-bea", "BR"),
                official("some-eva", null),
                scheduled("some", "global", "2012-05-04", true),
                concluded("some"),
                outcome("some", "some-ana", EnrollmentStatus.COMPLETED, "2012-05-04"),
                outcome("some", "some-bea", EnrollmentStatus.COMPLETED, "2012-05-04"),
                outcome("some", "some-eva", EnrollmentStatus.COMPLETED, "2012-05-04"),
                reported("some", 3, 3),
                complete("some"));
        long known = answers.record(new AffiliationChanged(
                new OfficialId("some-eva"), fact(), new StateCode("BR"), null, null, HistoricalDate.parse("2010")));
        assertThat(verdicts("some", "2016-01-01", unknown)).isEqualTo("AGREES UNDECIDED");
        assertThat(verdicts("some", "2016-01-01", known)).isEqualTo("AGREES DIFFERS");
    }

    @Test
    void what_one_participant_can_have_served_is_not_counted_as_more_than_reported() {
        long either = answers.record(
                official("either-ana", "PE"),
                new AffiliationChanged(
                        new OfficialId("either-ana"),
                        fact(),
                        new StateCode("BO"),
                        null,
                        null,
                        HistoricalDate.parse("2012")),
                scheduled("either", "global", "2012-05-04", true),
                concluded("either"),
                outcome("either", "either-ana", EnrollmentStatus.COMPLETED, "2012-05-04"),
                reported("either", 1, 1, "PE"),
                complete("either"));
        ReportedBeside beside = beside("either", "2016-01-01", either);
        assertThat(beside.states()).isEqualTo("UNDECIDED");
        assertThat(beside.unseen()).isEmpty();
        assertThat(beside.unnamed()).isEmpty();
        long both = answers.record(
                official("either-bea", "BO"),
                official("either-eva", "PE"),
                outcome("either", "either-bea", EnrollmentStatus.COMPLETED, "2012-05-04"),
                outcome("either", "either-eva", EnrollmentStatus.COMPLETED, "2012-05-04"));
        assertThat(verdicts("either", "2016-01-01", both)).isEqualTo("DIFFERS DIFFERS");
        assertThat(beside("either", "2016-01-01", both).unnamed()).containsExactly("BO");
    }
}
