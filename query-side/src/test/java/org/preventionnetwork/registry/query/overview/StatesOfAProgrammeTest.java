package org.preventionnetwork.registry.query.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.overview.OverviewQueries.MemberState;

/** What says of a state that it took part is as certain as the figure. */
@ExtendWith(StartedAnswers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StatesOfAProgrammeTest {
    @Test
    void a_state_that_a_report_names_and_a_complete_roster_lacks_is_certain_nowhere(TestAnswers answers) {
        ProgrammeId programme = new ProgrammeId("lacking");
        long named = answers.record(
                new ProgrammeEstablished(programme, fact(), "Lacking", null),
                official("lacking-ana", "MK"),
                scheduled("lacking", "lacking", "2014-05-05", true),
                concluded("lacking"),
                outcome("lacking", "lacking-ana", EnrollmentStatus.COMPLETED, "2014-05-05"),
                reported("lacking", 2, 2, "MK", "TV"));
        long lacking = answers.record(
                new RosterDeclaredComplete(new SeminarId("lacking"), fact(), HistoricalDate.parse("2014")));
        MemberState host = new MemberState("PL", true);
        MemberState present = new MemberState("MK", true);
        assertThat(onMap(answers, programme, named)).containsExactly(present, host, new MemberState("TV", true));
        assertThat(onMap(answers, programme, lacking)).containsExactly(present, host, new MemberState("TV", false));
        assertThat(participation(answers, "TV", named)).isTrue();
        assertThat(participation(answers, "TV", lacking)).isFalse();
        assertThat(participation(answers, "MK", lacking)).isTrue();
    }

    private static List<MemberState> onMap(TestAnswers answers, ProgrammeId programme, long position) {
        Clocks clocks = new Clocks("2016-01-01", LocalDate.of(2016, 1, 1), Instant.EPOCH, position, 0);
        return answers.bean(OverviewQueries.class).participants(programme, clocks);
    }

    private static boolean participation(TestAnswers answers, String state, long position) {
        return answers.get200("/api/states/" + state + "?asOf=2016-01-01&knownAtPosition=" + position)
                .get("participations")
                .get(0)
                .get("certain")
                .asBoolean();
    }
}
