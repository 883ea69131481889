package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.date;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.membership;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;
import static org.preventionnetwork.registry.query.Samples.states;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentDeclined;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each figure, with dates that leave something open, counted from tables that the real processors wrote. */
@ExtendWith(StartedAnswers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiguresTest {
    private static final NetworkId LATIN_AMERICA = new NetworkId("latin-america");
    private static final ProgrammeId GLOBAL = new ProgrammeId("global");

    private TestAnswers answers;
    private long position;

    @BeforeEach
    void start(TestAnswers started) {
        answers = started;
    }

    private Interval on(FigureName figure, @Nullable EntityId scope, String date) {
        HistoricalDate days = HistoricalDate.parse(date);
        return answers.bean(Figures.class)
                .interval(new FigureQuestion(figure, scope, days.earliest(), days.latest(), position));
    }

    private Interval on(FigureName figure, String date) {
        return on(figure, null, date);
    }

    private List<FigureRow> rows(FigureName figure, @Nullable EntityId scope, String day) {
        LocalDate on = LocalDate.parse(day);
        FigureQuestion question = new FigureQuestion(figure, scope, on, on, position);
        List<FigureRow> rows = answers.bean(Figures.class).rows(question, 100, 0);
        assertThat(answers.bean(Figures.class).rowCount(question)).isEqualTo(rows.size());
        return rows;
    }

    private static Interval closed(long minimum, long maximum) {
        return new Interval(minimum, maximum, false);
    }

    private static Interval open(long minimum, long possible) {
        return new Interval(minimum, possible, true);
    }

    @Test
    void member_states_are_those_of_active_networks_each_once_and_suspended_ones_included() {
        String id = LATIN_AMERICA.value();
        position = answers.record(
                registered(id),
                founded(id, "2012-03-29"),
                admitted(id, "AR", MembershipKind.MEMBER, "2012-03-29"),
                admitted(id, "BO", MembershipKind.MEMBER, "2012-03-29"),
                new StateWithdrew(LATIN_AMERICA, fact(), membership("BO"), HistoricalDate.parse("2015~")),
                admitted(id, "PE", MembershipKind.MEMBER, "2012-03-29"),
                new MembershipSuspended(LATIN_AMERICA, fact(), membership("PE"), HistoricalDate.parse("2014?")),
                registered("another"),
                founded("another", "2010"),
                admitted("another", "AR", MembershipKind.MEMBER, "2011"),
                registered("planned"),
                new NetworkAnnounced(new NetworkId("planned"), fact(), HistoricalDate.parse("2010")),
                admitted("planned", "GH", MembershipKind.MEMBER, "2011"));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2012-03-28")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2012-03-29")).isEqualTo(closed(3, 3));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2012")).isEqualTo(closed(0, 3));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2014-06-01")).isEqualTo(closed(3, 3));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2015-06-01")).isEqualTo(closed(2, 3));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2016-06-01")).isEqualTo(closed(2, 2));
        assertThat(on(FigureName.MEMBER_STATES, "2011-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.MEMBER_STATES, "2013-01-01")).isEqualTo(closed(3, 3));
        assertThat(on(FigureName.MEMBER_STATES, GLOBAL, "2013-01-01")).isEqualTo(open(0, 0));
        assertThat(on(FigureName.NETWORKS, "2010-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.NETWORKS, "2013-01-01")).isEqualTo(closed(2, 2));
        assertThat(rows(FigureName.MEMBER_STATES, LATIN_AMERICA, "2015-06-01"))
                .filteredOn(row -> row.counts().equals("BO"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.possible().until()).isEqualTo("2015-12-31");
                    assertThat(row.certain()).isNotNull();
                    assertThat(row.source()).isEqualTo("a report");
                    assertThat(row.events()).contains(2L, 4L, 5L);
                });
    }

    private static StateAdmitted spell(String membership, MembershipKind kind, String from) {
        return new StateAdmitted(
                LATIN_AMERICA,
                fact(),
                new MembershipId(membership),
                new StateCode("TG"),
                kind,
                HistoricalDate.parse(from));
    }

    @Test
    void nobody_is_a_member_before_the_foundation_or_after_the_dissolution() {
        String id = LATIN_AMERICA.value();
        position = answers.record(
                registered(id),
                founded(id, "2010"),
                admitted(id, "GH", MembershipKind.MEMBER, "2011"),
                admitted(id, "GA", MembershipKind.MEMBER, "unknown"),
                new NetworkDissolved(LATIN_AMERICA, fact(), HistoricalDate.parse("2015-06-01")),
                registered("nobody-knows-when"),
                admitted("nobody-knows-when", "TG", MembershipKind.MEMBER, "2011"));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2009-06-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2010-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2015-05-31")).isEqualTo(closed(1, 2));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2015-06-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.MEMBER_STATES, "2015-06-01")).isEqualTo(closed(1, 1));
    }

    @Test
    void an_open_spell_ends_where_a_certainly_later_higher_one_begins() {
        String id = LATIN_AMERICA.value();
        position = answers.record(
                registered(id),
                founded(id, "2010"),
                spell("to-be", MembershipKind.MEMBER, "2013"),
                spell("first", MembershipKind.LIAISON, "2010-10-06"));
        assertThat(on(FigureName.LIAISON_STATES, LATIN_AMERICA, "2012-06-01")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2012-06-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.LIAISON_STATES, LATIN_AMERICA, "2013-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.LIAISON_STATES, LATIN_AMERICA, "2014-06-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.MEMBER_STATES, LATIN_AMERICA, "2014-06-01")).isEqualTo(closed(1, 1));
    }

    @Test
    void a_state_that_passes_from_observer_to_member_within_a_year_may_be_either_in_that_year() {
        position = answers.record(
                registered("latin-america"),
                founded("latin-america", "1990"),
                admitted("latin-america", "CL", MembershipKind.OBSERVER, "1999-03-08"),
                new MembershipKindChanged(
                        LATIN_AMERICA,
                        fact(),
                        membership("CL"),
                        new MembershipId("m-cl-2"),
                        MembershipKind.MEMBER,
                        HistoricalDate.parse("1999")),
                admitted("latin-america", "ES", MembershipKind.LIAISON, "2001"));
        assertThat(on(FigureName.OBSERVER_STATES, "1999-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.MEMBER_STATES, "1999-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.OBSERVER_STATES, "2000-06-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.MEMBER_STATES, "2000-06-01")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.LIAISON_STATES, "2001-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.LIAISON_STATES, "2002-06-01")).isEqualTo(closed(1, 1));
    }

    @Test
    void seminars_count_once_they_can_have_begun_if_they_took_place() {
        position = answers.record(
                scheduled("s1", "global", "2013", false),
                concluded("s1"),
                reported("s1", 20, 2, "AR", "CL"),
                scheduled("s2", "other", "2014-05-01", false),
                concluded("s2"),
                reported("s2", 10, null, "FR"),
                scheduled("s3", "global", "2014-06-01", false));
        assertThat(on(FigureName.SEMINARS, "2012-12-31")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.SEMINARS, "2013-06-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.SEMINARS, "2014-01-01")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.SEMINARS, "2014")).isEqualTo(closed(1, 2));
        assertThat(on(FigureName.SEMINARS, GLOBAL, "2015-01-01")).isEqualTo(closed(1, 1));
    }

    /** In session until its last day, or the day of its conclusion: not held yet, as its status says. */
    @Test
    void a_seminar_of_some_days_counts_as_held_when_it_is_over() {
        NetworkId network = new NetworkId("of-days");
        position = answers.record(
                registered("of-days"),
                founded("of-days", "2010-01-01"),
                admitted("of-days", "AR", MembershipKind.MEMBER, "2010-01-01"),
                official("ana", "AR"),
                scheduled("days", GLOBAL.value(), null, null, "2012-05-10", "2012-05-14", false),
                concluded("days"),
                outcome("days", "ana", EnrollmentStatus.ATTENDED, "2012-05-10"));
        for (EntityId scope : new EntityId[] {null, GLOBAL, network}) {
            assertThat(on(FigureName.SEMINARS, scope, "2012-05-12"))
                    .as("%s", scope)
                    .isEqualTo(closed(0, 0));
            assertThat(on(FigureName.SEMINARS, scope, "2012-05-14"))
                    .as("%s", scope)
                    .isEqualTo(closed(1, 1));
        }
        LocalDate day = LocalDate.of(2012, 5, 12);
        assertThat(answers.bean(Figures.class)
                        .interval(new FigureQuestion(FigureName.SEMINARS, null, day, day, position, 1)))
                .as("as the first definition counted")
                .isEqualTo(closed(1, 1));
    }

    @Test
    void participating_states_are_those_of_officials_present_and_those_that_reports_name() {
        OfficialId mover = new OfficialId("mover");
        position = answers.record(
                scheduled("s1", "global", "2013", false),
                concluded("s1"),
                reported("s1", 20, 2, "AR", "CL"),
                official("mover", "BO"),
                new AffiliationChanged(mover, fact(), new StateCode("PE"), null, null, HistoricalDate.parse("2014")),
                official("settled", "UY"),
                official("absent", "BR"),
                scheduled("s4", "global", "2014-05-05", false),
                concluded("s4"),
                outcome("s4", "mover", EnrollmentStatus.COMPLETED, null),
                outcome("s4", "settled", EnrollmentStatus.ATTENDED, "2014-05-06"),
                outcome("s4", "absent", EnrollmentStatus.WITHDRAWN, "2014-05-01"));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2013-06-01")).isEqualTo(closed(0, 2));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-05-05")).isEqualTo(closed(2, 4));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-05-06")).isEqualTo(closed(3, 5));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-05")).isEqualTo(closed(2, 5));
        assertThat(rows(FigureName.PARTICIPATING_STATES, null, "2014-06-01"))
                .extracting(FigureRow::counts)
                .containsExactlyInAnyOrder("AR", "CL", "BO", "PE", "UY");

        position = answers.record(
                scheduled("s5", "other", "2015", false), concluded("s5"), reported("s5", 9, 3, "AR", "FR"));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-12-31")).isEqualTo(closed(3, 5));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2015-06-01")).isEqualTo(open(3, 6));
        assertThat(on(FigureName.PARTICIPATING_STATES, GLOBAL, "2015-06-01")).isEqualTo(closed(3, 5));
    }

    /** As of a membership: over, nobody knows when, is possible since the beginning, and takes nothing of it away. */
    @Test
    void who_left_nobody_knows_when_is_enrolled_since_the_nomination_and_not_before() {
        SeminarId seminar = new SeminarId("s1");
        List<RegistryEvent> events = new ArrayList<>(List.of(scheduled("s1", "global", "2014-05-05", false)));
        for (String who : List.of("unknown", "undated", "declined")) {
            EnrollmentId enrollment = new EnrollmentId(who);
            HistoricalDate left = who.equals("undated") ? null : HistoricalDate.parse("unknown");
            events.add(official(who, "BO"));
            events.add(new OfficialNominated(
                    seminar, fact(), enrollment, new OfficialId(who), null, HistoricalDate.parse("2014-01-10")));
            events.add(
                    who.equals("declined")
                            ? new EnrollmentDeclined(seminar, fact(), enrollment, left)
                            : new EnrollmentWithdrawn(seminar, fact(), enrollment, left));
        }
        position = answers.record(events.toArray(RegistryEvent[]::new));
        assertThat(on(FigureName.ENROLLMENTS, "2014-01-09")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.ENROLLMENTS, "2014-01-10")).isEqualTo(closed(3, 3));
        assertThat(on(FigureName.ENROLLMENTS, "2016-01-01")).isEqualTo(closed(3, 3));
        assertThat(JdbcClient.create(answers.bean(DataSource.class))
                        .sql(
                                """
                                SELECT status || ' ' || certain FROM read.enrollment
                                WHERE valid @> DATE '2014-02-01' AND known_until IS NULL ORDER BY 1
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("DECLINED false", "WITHDRAWN false", "WITHDRAWN false");
    }

    @Test
    void an_official_whose_state_is_not_known_may_have_come_from_another_state() {
        position = answers.record(
                registered("latin-america"),
                founded("latin-america", "2010-01-01"),
                admitted("latin-america", "AR", MembershipKind.MEMBER, "2010-01-01"),
                scheduled("s1", "global", "2013-05-06", false),
                concluded("s1"),
                official("one", "AR"),
                official("stateless", null),
                outcome("s1", "one", EnrollmentStatus.ATTENDED, "2013-05-06"),
                outcome("s1", "stateless", EnrollmentStatus.ATTENDED, "2013-05-08"));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2013-05-07")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2013-05-08")).isEqualTo(open(1, 1));
        assertThat(on(FigureName.PARTICIPATING_STATES, GLOBAL, "2014-01-01")).isEqualTo(open(1, 1));
        assertThat(on(FigureName.PARTICIPATING_STATES, LATIN_AMERICA, "2014-01-01"))
                .isEqualTo(open(1, 1));
        assertThat(rows(FigureName.PARTICIPATING_STATES, null, "2014-01-01"))
                .extracting(FigureRow::what)
                .containsExactly("1 official of AR in Seminar s1", "officials whose state is not known in Seminar s1");
        position = answers.record(reported("s1", 2, 1));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-01-01")).isEqualTo(closed(1, 1));
        position = answers.record(reported("s1", 2, 2));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-01-01")).isEqualTo(open(1, 1));
    }

    @Test
    void in_a_network_counts_what_members_did_while_they_were_members() {
        position = answers.record(
                registered("latin-america"),
                founded("latin-america", "2012"),
                admitted("latin-america", "AR", MembershipKind.MEMBER, "2012"),
                admitted("latin-america", "UY", MembershipKind.MEMBER, "2014~"),
                scheduled("s1", "global", "2013-05-01", true),
                concluded("s1"),
                reported("s1", 20, 2, "AR", "CL"),
                scheduled("s2", "global", "2013-06-01", true),
                concluded("s2"),
                official("one", "UY"),
                official("two", "CL"),
                outcome("s2", "one", EnrollmentStatus.COMPLETED, "2013-06-05"),
                outcome("s2", "two", EnrollmentStatus.COMPLETED, "2013-06-05"),
                scheduled("s3", "global", "2017-02-01", true),
                concluded("s3"),
                official("late", "UY"),
                outcome("s3", "late", EnrollmentStatus.COMPLETED, "2017-02-05"),
                new StateWithdrew(LATIN_AMERICA, fact(), membership("UY"), HistoricalDate.parse("2018-01-01")));
        assertThat(on(FigureName.PARTICIPATING_STATES, LATIN_AMERICA, "2013-12-01"))
                .isEqualTo(closed(1, 1));
        assertThat(on(FigureName.PARTICIPATING_STATES, LATIN_AMERICA, "2016-12-01"))
                .isEqualTo(closed(1, 1));
        assertThat(on(FigureName.SEMINARS, LATIN_AMERICA, "2016-12-01")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.COMPLETIONS, LATIN_AMERICA, "2016-12-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.ENROLLMENTS, LATIN_AMERICA, "2016-12-01")).isEqualTo(closed(0, 0));
        assertThat(on(FigureName.OFFICIALS_TRAINED, LATIN_AMERICA, "2016-12-01"))
                .isEqualTo(closed(0, 20));
        assertThat(on(FigureName.ALUMNI, LATIN_AMERICA, "2016-12-01")).isEqualTo(open(0, 0));
        for (String since : List.of("2017-12-01", "2019-12-01")) {
            assertThat(on(FigureName.PARTICIPATING_STATES, LATIN_AMERICA, since))
                    .isEqualTo(closed(2, 2));
            assertThat(on(FigureName.SEMINARS, LATIN_AMERICA, since)).isEqualTo(closed(2, 2));
            assertThat(on(FigureName.COMPLETIONS, LATIN_AMERICA, since)).isEqualTo(closed(1, 1));
            assertThat(on(FigureName.ENROLLMENTS, LATIN_AMERICA, since)).isEqualTo(closed(1, 1));
            assertThat(on(FigureName.OFFICIALS_TRAINED, LATIN_AMERICA, since)).isEqualTo(closed(1, 21));
            assertThat(on(FigureName.ALUMNI, LATIN_AMERICA, since)).isEqualTo(open(1, 1));
        }
        assertThat(byFirstDefinition(FigureName.PARTICIPATING_STATES, "2014-12-01"))
                .isEqualTo(closed(1, 2));
        assertThat(byFirstDefinition(FigureName.SEMINARS, "2016-12-01")).isEqualTo(closed(2, 2));
        assertThat(byFirstDefinition(FigureName.COMPLETIONS, "2016-12-01")).isEqualTo(closed(1, 1));
        assertThat(byFirstDefinition(FigureName.ENROLLMENTS, "2016-12-01")).isEqualTo(closed(1, 1));
        assertThat(byFirstDefinition(FigureName.OFFICIALS_TRAINED, "2016-12-01"))
                .isEqualTo(closed(1, 21));
        assertThat(byFirstDefinition(FigureName.ALUMNI, "2014-12-01")).isEqualTo(open(0, 1));
        assertThat(byFirstDefinition(FigureName.ALUMNI, "2016-12-01")).isEqualTo(open(1, 1));
    }

    private Interval byFirstDefinition(FigureName figure, String date) {
        HistoricalDate days = HistoricalDate.parse(date);
        return answers.bean(Figures.class)
                .interval(new FigureQuestion(figure, LATIN_AMERICA, days.earliest(), days.latest(), position, 1));
    }

    @Test
    void through_members_nothing_is_possible_in_a_network_that_had_none() {
        position = answers.record(
                registered("empty"),
                founded("empty", "2010"),
                scheduled("s1", "global", "2013-05-01", true),
                concluded("s1"),
                reported("s1", 20, 2),
                scheduled("s2", "global", "2014-05-01", true),
                concluded("s2"));
        for (FigureName figure : FigureName.values()) {
            if (figure != FigureName.NETWORKS) {
                assertThat(on(figure, new NetworkId("empty"), "2016-12-01"))
                        .as(figure.name())
                        .isEqualTo(closed(0, 0));
            }
        }
    }

    @Test
    void officials_trained_are_persons_and_those_reported_who_are_not_named() {
        position = answers.record(
                official("ana", "AR"),
                official("ana-again", "AR"),
                new OfficialsMerged(new OfficialId("ana-again"), fact(), new OfficialId("ana")),
                scheduled("s1", "global", "2013-05-01", false),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, "2013-05-05"),
                reported("s1", 30, null, "AR"),
                scheduled("s2", "global", "2014", false),
                concluded("s2"),
                outcome("s2", "ana-again", EnrollmentStatus.COMPLETED, null),
                scheduled("s3", "global", "2015-01-01", false),
                concluded("s3"),
                reported("s3", 20, null, "FR"),
                reported("s3", 25, null));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2013-05-04")).isEqualTo(closed(30, 30));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2014-06-01")).isEqualTo(closed(30, 30));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2015-06-01")).isEqualTo(closed(50, 55));
        assertThat(on(FigureName.COMPLETIONS, "2014-06-01")).isEqualTo(closed(1, 2));
        assertThat(on(FigureName.COMPLETIONS, "2015-06-01")).isEqualTo(closed(2, 2));
        assertThat(on(FigureName.ENROLLMENTS, "2015-06-01")).isEqualTo(closed(2, 2));

        position = answers.record(scheduled("s4", "global", "2016", false), concluded("s4"));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2016-06-01")).isEqualTo(open(50, 55));
        assertThat(rows(FigureName.OFFICIALS_TRAINED, null, "2016-06-01"))
                .filteredOn(FigureRow::incomplete)
                .extracting(FigureRow::entity)
                .containsExactly("seminar:s4");
    }

    @Test
    void whom_a_complete_roster_lacks_is_possible_at_most() {
        FactId whole = fact();
        long open = answers.record(
                official("ana", "AR"),
                official("bea", "AR"),
                official("eva", "BO"),
                scheduled("s1", "global", "2013-05-01", true),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, "2013-05-01"),
                outcome("s1", "bea", EnrollmentStatus.COMPLETED, "2013-05-01"),
                outcome("s1", "eva", EnrollmentStatus.COMPLETED, "2013-05-01"),
                reported("s1", 5, 3, "AR", "BO", "CL"),
                scheduled("s2", "global", "2014-05-01", true),
                concluded("s2"),
                new RosterDeclaredComplete(new SeminarId("s1"), fact(), HistoricalDate.parse("2013-04")));
        long complete = answers.record(
                new RosterDeclaredComplete(new SeminarId("s1"), whole, HistoricalDate.parse("2013")),
                new RosterDeclaredComplete(new SeminarId("s2"), fact(), HistoricalDate.parse("2014")));
        long annulled = answers.record(new SeminarEvent.FactAnnulled(new SeminarId("s1"), whole, null));

        position = open;
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2013-06-01")).isEqualTo(closed(5, 5));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2014-06-01")).isEqualTo(open(5, 5));
        assertThat(on(FigureName.ALUMNI, "2014-06-01")).isEqualTo(open(3, 3));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2014-06-01")).isEqualTo(open(3, 3));

        position = complete;
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2013-06-01")).isEqualTo(closed(3, 5));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2014-06-01")).isEqualTo(closed(3, 5));
        assertThat(on(FigureName.ALUMNI, "2014-06-01")).isEqualTo(closed(3, 3));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2013-06-01")).isEqualTo(closed(2, 3));
        assertThat(rows(FigureName.OFFICIALS_TRAINED, null, "2013-06-01"))
                .filteredOn(row -> row.counts().equals("seminar:s1"))
                .extracting(FigureRow::count, FigureRow::certainCount, FigureRow::certain)
                .containsExactly(tuple(2L, 0L, null));

        position = annulled;
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2013-06-01")).isEqualTo(closed(5, 5));

        position = answers.record(
                official("who", null),
                outcome("s1", "who", EnrollmentStatus.NOT_COMPLETED, null),
                new RosterDeclaredComplete(new SeminarId("s1"), fact(), HistoricalDate.parse("2013")));
        assertThat(on(FigureName.OFFICIALS_TRAINED, "2013-06-01")).isEqualTo(closed(3, 4));
        assertThat(on(FigureName.PARTICIPATING_STATES, "2013-06-01"))
                .as("whose state is not known can be the one from Chile")
                .isEqualTo(closed(3, 3));
    }

    /** The roster is known to be complete on every day, not only since the last: the minimum never falls. */
    @Test
    void whom_a_complete_roster_lacks_was_never_certain() {
        position = answers.record(
                official("ana", "AR"),
                scheduled("days", "global", null, null, "2013-06-05", "2013-06-09", true),
                concluded("days"),
                outcome("days", "ana", EnrollmentStatus.COMPLETED, "2013-06-06"),
                reported("days", 21, null, "AR", "CL"),
                new RosterDeclaredComplete(new SeminarId("days"), fact(), HistoricalDate.parse("2013-06-09")));
        for (String day : List.of("2013-06-05", "2013-06-08", "2013-06-09", "2013-07-01")) {
            boolean done = !day.equals("2013-06-05");
            assertThat(on(FigureName.OFFICIALS_TRAINED, day)).as(day).isEqualTo(closed(done ? 1 : 0, 21));
            assertThat(on(FigureName.PARTICIPATING_STATES, day)).as(day).isEqualTo(closed(1, 2));
        }
    }

    /** It is open whether it happened, and not when: a state that joined later has no part in it. */
    @Test
    void presence_without_a_date_where_nobody_concluded_is_of_the_seminar_s_beginning() {
        position = answers.record(
                registered("begun"),
                founded("begun", "2010-01-01"),
                admitted("begun", "AR", MembershipKind.MEMBER, "2011-01-01"),
                admitted("begun", "PE", MembershipKind.MEMBER, "2015-01-01"),
                official("ana", "AR"),
                official("pia", "PE"),
                scheduled("s1", "global", "2012-05-05", false),
                outcome("s1", "ana", EnrollmentStatus.ATTENDED, null),
                outcome("s1", "pia", EnrollmentStatus.ATTENDED, null));
        assertThat(on(FigureName.ENROLLMENTS, new NetworkId("begun"), "2016-01-01"))
                .isEqualTo(closed(0, 1));
        assertThat(on(FigureName.ENROLLMENTS, "2016-01-01")).isEqualTo(closed(0, 2));
    }

    @Test
    void alumni_completed_a_foundational_seminar_and_exceptions_count_on_their_days_only() {
        position = answers.record(
                official("ana", "AR"),
                official("bea", "AR"),
                official("eva", "AR"),
                scheduled("s1", "global", "2013", true),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, null),
                outcome("s1", "bea", EnrollmentStatus.COMPLETED, "2013-05-05"),
                outcome("s1", "eva", EnrollmentStatus.NOT_COMPLETED, null),
                new AlumniStatusRevoked(new OfficialId("bea"), fact(), HistoricalDate.parse("2016-07-01")));
        assertThat(on(FigureName.ALUMNI, "2013-06-01")).isEqualTo(closed(0, 2));
        assertThat(on(FigureName.ALUMNI, "2015")).isEqualTo(closed(2, 2));
        assertThat(on(FigureName.ALUMNI, "2016")).isEqualTo(closed(1, 2));
        assertThat(on(FigureName.ALUMNI, "2017")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.ALUMNI, GLOBAL, "2017")).isEqualTo(closed(1, 1));
        assertThat(on(FigureName.ALUMNI, new ProgrammeId("other"), "2017")).isEqualTo(closed(0, 0));

        position = answers.record(scheduled("s2", "global", "2018", true), concluded("s2"));
        assertThat(on(FigureName.ALUMNI, "2018")).isEqualTo(open(1, 1));
        assertThat(rows(FigureName.ALUMNI, null, "2018-06-01"))
                .extracting(FigureRow::entity)
                .containsExactly("official:ana", "seminar:s2");
        assertThat(rows(FigureName.ALUMNI, null, "2015-06-01"))
                .extracting(FigureRow::entity, FigureRow::by, FigureRow::possible, FigureRow::certain)
                .containsExactly(
                        tuple("official:ana", "s1", days("2013-01-01", null), days("2013-12-31", null)),
                        tuple(
                                "official:bea",
                                "s1",
                                days("2013-05-05", "2016-07-01"),
                                days("2013-12-31", "2016-07-01")));
    }

    @Test
    void whoever_was_granted_the_status_before_completing_is_an_alumnus_since_then() {
        position = answers.record(
                official("ana", "AR"),
                new AlumniStatusGranted(new OfficialId("ana"), fact(), HistoricalDate.parse("2010-05-01")),
                scheduled("s1", "global", "2012-06-04", true),
                concluded("s1"),
                outcome("s1", "ana", EnrollmentStatus.COMPLETED, "2012-06-08"));
        assertThat(on(FigureName.ALUMNI, "2011-06-01")).isEqualTo(closed(1, 1));
        for (String day : List.of("2011-06-01", "2015-06-01")) {
            assertThat(rows(FigureName.ALUMNI, null, day))
                    .extracting(FigureRow::what, FigureRow::by, FigureRow::possible, FigureRow::certain)
                    .containsExactly(
                            tuple("was granted the status", null, days("2010-05-01", null), days("2010-05-01", null)));
        }
    }

    private static FigureRow.Days days(String from, @Nullable String until) {
        return new FigureRow.Days(LocalDate.parse(from), until == null ? null : LocalDate.parse(until));
    }

    @Test
    void national_initiatives_count_from_their_launch_else_from_their_earliest_stage_else_perhaps_always() {
        position = answers.record(
                initiative("launched", "latin-america", "2012"),
                initiative("staged", null, null),
                new InitiativeStageChanged(
                        new InitiativeId("staged"),
                        fact(),
                        InitiativeStage.OFFICIALLY_ESTABLISHED,
                        HistoricalDate.parse("2013-03-04")),
                initiative("undated", null, null));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2010-01-01")).isEqualTo(closed(0, 1));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2012-06-01")).isEqualTo(closed(0, 2));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2013-01-01")).isEqualTo(closed(1, 2));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2013")).isEqualTo(closed(1, 3));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2014")).isEqualTo(closed(2, 3));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, LATIN_AMERICA, "2014")).isEqualTo(closed(1, 1));
    }

    @Test
    void technical_assistance_is_not_a_national_initiative() {
        position = answers.record(
                initiative("law", null, "2012", InitiativeType.LEGISLATION),
                initiative("advice", null, "2012", InitiativeType.TECHNICAL_ASSISTANCE));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, "2014")).isEqualTo(closed(1, 1));
    }

    @Test
    void an_initiative_belongs_to_the_network_of_the_states_that_launched_it_as_members() {
        position = answers.record(
                registered("latin-america"),
                founded("latin-america", "2012-01-01"),
                admitted("latin-america", "AR", MembershipKind.MEMBER, "2013-01-01"),
                initiative("before", null, "2012-06-01"),
                initiative("while", null, "2014-06-01"),
                initiative("undated", null, null),
                initiative("given", "latin-america", "2012-06-01"));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, LATIN_AMERICA, "2013-06-01"))
                .isEqualTo(closed(1, 2));
        assertThat(on(FigureName.NATIONAL_INITIATIVES, LATIN_AMERICA, "2015-06-01"))
                .isEqualTo(closed(2, 3));
    }

    private static InitiativeLaunched initiative(String id, @Nullable String network, @Nullable String on) {
        return initiative(id, network, on, InitiativeType.NATIONAL_MECHANISM);
    }

    private static InitiativeLaunched initiative(
            String id, @Nullable String network, @Nullable String on, InitiativeType type) {
        return new InitiativeLaunched(
                new InitiativeId(id),
                fact(),
                "Initiative " + id,
                states("AR"),
                network == null ? null : new NetworkId(network),
                type,
                null,
                date(on));
    }
}
