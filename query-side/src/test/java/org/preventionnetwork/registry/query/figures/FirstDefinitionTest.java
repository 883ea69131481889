package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;

/**
 * What was pinned by the first definitions goes on being counted as it was: somebody served Argentina, then an institution
 * whose state is not known, then Peru, and completed a seminar in the last of these times or the one before.
 */
@ExtendWith(StartedAnswers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FirstDefinitionTest {
    private static final NetworkId OF_ARGENTINA = new NetworkId("first");
    private static final NetworkId OF_PERU = new NetworkId("last");
    private static final LocalDate DAY = LocalDate.of(2020, 1, 1);

    private TestAnswers answers;
    private long position;

    @BeforeEach
    void record_a_career(TestAnswers started) {
        answers = started;
        OfficialId ana = new OfficialId("ana");
        position = answers.record(
                registered("first"),
                founded("first", "2010-01-01"),
                admitted("first", "AR", MembershipKind.MEMBER, "2010-01-01"),
                registered("last"),
                founded("last", "2010-01-01"),
                admitted("last", "PE", MembershipKind.MEMBER, "2010-01-01"),
                official("ana", "AR"),
                new AffiliationChanged(
                        ana, fact(), null, new InstitutionId("body"), null, HistoricalDate.parse("2012-03-01")),
                new AffiliationChanged(
                        ana, fact(), new StateCode("PE"), null, null, HistoricalDate.parse("2013-01-01")),
                scheduled("sem", "global", "2012-06-01", true),
                concluded("sem"),
                outcome("sem", "ana", EnrollmentStatus.COMPLETED, "[2012-06-01..2013-06-01]"));
    }

    private Interval counted(FigureName figure, @Nullable EntityId scope, int definition) {
        return answers.bean(Figures.class).interval(new FigureQuestion(figure, scope, DAY, DAY, position, definition));
    }

    private static Interval closed(long minimum, long possible) {
        return new Interval(minimum, possible, false);
    }

    @Test
    void the_state_served_is_that_of_a_post_that_names_one_and_since_then_each_that_can_have_been() {
        assertThat(counted(FigureName.PARTICIPATING_STATES, null, 1)).isEqualTo(closed(1, 1));
        assertThat(counted(FigureName.PARTICIPATING_STATES, null, 2).possible()).isEqualTo(2);
        for (FigureName figure : new FigureName[] {
            FigureName.PARTICIPATING_STATES, FigureName.SEMINARS, FigureName.COMPLETIONS, FigureName.OFFICIALS_TRAINED
        }) {
            assertThat(counted(figure, OF_PERU, 1)).as(figure.name()).isEqualTo(closed(1, 1));
            assertThat(counted(figure, OF_PERU, 2)).as(figure.name()).isEqualTo(closed(0, 1));
            assertThat(counted(figure, OF_ARGENTINA, 1)).as(figure.name()).isEqualTo(closed(0, 0));
            assertThat(counted(figure, OF_ARGENTINA, 2)).as(figure.name()).isEqualTo(closed(0, 1));
        }
    }

    @Test
    void enrolments_are_those_of_the_state_served_on_the_first_day_on_which_they_can_have_begun() {
        assertThat(counted(FigureName.ENROLLMENTS, OF_ARGENTINA, 1)).isEqualTo(closed(1, 1));
        assertThat(counted(FigureName.ENROLLMENTS, OF_ARGENTINA, 2)).isEqualTo(closed(0, 1));
        assertThat(counted(FigureName.ENROLLMENTS, OF_PERU, 1)).isEqualTo(closed(0, 0));
        assertThat(counted(FigureName.ENROLLMENTS, OF_PERU, 2)).isEqualTo(closed(0, 1));
        assertThat(counted(FigureName.ENROLLMENTS, null, 1)).isEqualTo(closed(1, 1));
    }

    @Test
    void a_seminar_of_somebody_whose_state_is_not_known_is_of_no_network() {
        position = answers.record(
                official("bob", null),
                scheduled("other", "global", "2012-07-02", true),
                concluded("other"),
                outcome("other", "bob", EnrollmentStatus.ATTENDED, "2012-07-02"));
        assertThat(counted(FigureName.SEMINARS, OF_PERU, 1)).isEqualTo(closed(1, 1));
        assertThat(counted(FigureName.SEMINARS, OF_PERU, 2)).isEqualTo(closed(0, 2));
    }

    @Test
    void how_many_initiatives_a_programme_has_was_open_and_what_belongs_to_it_counts_since() {
        ProgrammeId programme = new ProgrammeId("global");
        assertThat(counted(FigureName.NATIONAL_INITIATIVES, programme, 1)).isEqualTo(new Interval(0, 0, true));
        assertThat(counted(FigureName.NATIONAL_INITIATIVES, programme, 2)).isEqualTo(closed(0, 0));
    }
}
