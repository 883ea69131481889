package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.admitted;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.membership;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.reported;
import static org.preventionnetwork.registry.query.Samples.scheduled;
import static org.preventionnetwork.registry.query.Samples.states;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkNamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRenamed;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeNamed;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEvent;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Every figure beside {@link NaiveFigures}, on random days, as known at random positions, in random scopes; and what must
 * not change when something is told that changes nothing. Repeat a failure with {@code -Dseed=…}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FiguresOracleTest {
    private static final String[] STATES = {"AR", "BO", "CL", "PE"};
    private static final @Nullable EntityId[] SCOPES = {
        null, new NetworkId("n1"), new NetworkId("n2"), new NetworkId("n3"), new ProgrammeId("global")
    };
    private static final int QUESTIONS = 480;

    private final Random random = new Random(TestRun.SEED);

    private static Interval at(
            TestAnswers answers, FigureName figure, @Nullable EntityId scope, LocalDate day, long position) {
        return answers.bean(Figures.class).interval(new FigureQuestion(figure, scope, day, day, position));
    }

    @Test
    void are_what_a_naive_count_of_the_facts_says_on_both_clocks() throws SQLException {
        List<RegistryEvent> events = history();
        try (TestAnswers answers = TestAnswers.start()) {
            long head = answers.record(events.toArray(RegistryEvent[]::new));
            for (int i = 0; i < QUESTIONS; i++) {
                FigureName figure = FigureName.values()[random.nextInt(FigureName.values().length)];
                EntityId scope = SCOPES[random.nextInt(SCOPES.length)];
                if (scope instanceof ProgrammeId && !ofProgrammes(figure)) {
                    continue;
                }
                LocalDate day = asked();
                long position = random.nextBoolean() ? head : head / 2 + random.nextInt((int) head / 2);
                Interval interval = at(answers, figure, scope, day, position);
                NaiveFigures.Count expected =
                        new NaiveFigures(events.subList(0, (int) position)).count(figure, scope, day);
                assertThat(new NaiveFigures.Count(interval.minimum(), interval.possible()))
                        .as("seed %d: %s of %s on %s at %d", TestRun.SEED, figure, scope, day, position)
                        .isEqualTo(expected);
            }
        }
    }

    private static boolean ofProgrammes(FigureName figure) {
        return switch (figure) {
            case MEMBER_STATES, OBSERVER_STATES -> false;
            default -> true;
        };
    }

    /** Facts that stay what they are: whatever comes into being first, the others in any order. */
    @Test
    void do_not_depend_on_the_order_in_which_facts_are_recorded() throws SQLException {
        List<RegistryEvent> beginnings = beginnings();
        List<RegistryEvent> facts = facts();
        List<Interval> once = allFigures(beginnings, facts);
        Collections.shuffle(beginnings, random);
        Collections.shuffle(facts, random);
        assertThat(allFigures(beginnings, facts)).as("seed %d", TestRun.SEED).isEqualTo(once);
    }

    private List<Interval> allFigures(List<RegistryEvent> beginnings, List<RegistryEvent> facts) throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            answers.record(beginnings.toArray(RegistryEvent[]::new));
            return allFigures(answers, answers.record(facts.toArray(RegistryEvent[]::new)));
        }
    }

    private static List<Interval> allFigures(TestAnswers answers, long position) {
        List<Interval> all = new ArrayList<>();
        for (FigureName figure : FigureName.values()) {
            for (EntityId scope : SCOPES) {
                for (int year = 2010; year < 2020; year += 2) {
                    all.add(at(answers, figure, scope, LocalDate.of(year, 7, 1), position));
                }
            }
        }
        return all;
    }

    @Test
    void stay_when_what_is_told_changes_no_number() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            answers.record(beginnings().toArray(RegistryEvent[]::new));
            SeminarFiguresReported report =
                    new SeminarFiguresReported(new SeminarId("s1"), new FactId("the-report"), 9, null, states("AR"));
            long before = answers.record(report, outcome("s2", "o1", EnrollmentStatus.COMPLETED, null));
            List<Interval> numbers = allFigures(answers, before);
            OfficialsMerged merged = new OfficialsMerged(new OfficialId("o1"), fact(), new OfficialId("o2"));
            long after = answers.record(
                    new SeminarEvent.SourceAdded(report.seminarId(), report.factId()),
                    new NetworkRenamed(new NetworkId("n1"), fact(), "Another Name", HistoricalDate.parse("2014")),
                    merged,
                    new OfficialsUnmerged(new OfficialId("o1"), fact(), new OfficialId("o2")));
            assertThat(allFigures(answers, after)).isEqualTo(numbers);
        }
    }

    /** However it is called, whenever, in whatever language, and however that is corrected and taken back. */
    @Test
    void stay_whatever_things_are_called() throws SQLException {
        List<RegistryEvent> beginnings = beginnings();
        List<RegistryEvent> facts = facts();
        try (TestAnswers answers = TestAnswers.start()) {
            answers.record(beginnings.toArray(RegistryEvent[]::new));
            answers.record(new ProgrammeEstablished(new ProgrammeId("global"), fact(), "Global", null));
            List<Interval> numbers = allFigures(answers, answers.record(facts.toArray(RegistryEvent[]::new)));
            List<RegistryEvent> names = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                NetworkId network = new NetworkId("n" + (1 + random.nextInt(3)));
                HistoricalDate from =
                        HistoricalDate.parse(random.nextBoolean() ? date() : date().substring(0, 4) + "~");
                NameLanguage language = NameLanguage.values()[random.nextInt(4)];
                FactId id = fact();
                switch (random.nextInt(4)) {
                    case 0 -> names.add(new NetworkRenamed(network, id, "Name " + i, from));
                    case 1 ->
                        names.add(new ProgrammeNamed(
                                new ProgrammeId("global"),
                                id,
                                language,
                                "Nombre " + i,
                                random.nextBoolean() ? from : null));
                    case 2 -> {
                        names.add(new NetworkNamed(network, id, language, "Nombre " + i, null));
                        names.add(new NetworkEvent.FactAnnulled(network, id, null, null));
                    }
                    default -> {
                        names.add(new NetworkNamed(network, id, language, "Nombre " + i, from));
                        names.add(new NetworkEvent.FactCorrected(
                                network,
                                id,
                                new NetworkNamed(network, id, language, "Otro " + i, null),
                                CorrectionKind.CLERICAL_ERROR));
                    }
                }
            }
            long after = answers.record(names.toArray(RegistryEvent[]::new));
            assertThat(allFigures(answers, after)).as("seed %d", TestRun.SEED).isEqualTo(numbers);
        }
    }

    /**
     * Naming somebody who is reported leaves both bounds, on every day, however imprecisely it is told when; naming
     * somebody who is known from elsewhere makes one less.
     */
    @Test
    void naming_a_reported_participant_moves_neither_bound_unless_it_is_somebody_known() throws SQLException {
        String[] dates = {"2014-05-07", "2014-05", "2014", "2014~", "2014-05?", "[2014-05-06..2015-02-01]", "unknown"};
        try (TestAnswers answers = TestAnswers.start()) {
            long before = answers.record(
                    scheduled("sem", "global", "2014-05-05", true),
                    concluded("sem"),
                    reported("sem", 21, null),
                    reported("sem", 24, null),
                    scheduled("elsewhere", "global", "2013-05-05", true),
                    concluded("elsewhere"),
                    official("known", "AR"),
                    outcome("elsewhere", "known", EnrollmentStatus.COMPLETED, "2013-05-09"));
            for (int i = 0; i <= dates.length; i++) {
                String date = i < dates.length ? dates[i] : null;
                long after = answers.record(
                        official("new-" + i, "AR"), outcome("sem", "new-" + i, EnrollmentStatus.COMPLETED, date));
                for (LocalDate day = LocalDate.of(2014, 5, 1); day.getYear() < 2016; day = day.plusDays(11)) {
                    assertThat(at(answers, FigureName.OFFICIALS_TRAINED, null, day, after))
                            .as("%s on %s", date, day)
                            .isEqualTo(at(answers, FigureName.OFFICIALS_TRAINED, null, day, before));
                }
                before = after;
            }
            LocalDate later = LocalDate.of(2020, 1, 1);
            Interval of = at(answers, FigureName.OFFICIALS_TRAINED, null, later, before);
            assertThat(of).isEqualTo(new Interval(22, 25, false));
            long after = answers.record(outcome("sem", "known", EnrollmentStatus.COMPLETED, "2014-05-07"));
            assertThat(at(answers, FigureName.OFFICIALS_TRAINED, null, later, after))
                    .isEqualTo(new Interval(21, 24, false));
        }
    }

    private LocalDate day() {
        return LocalDate.of(2010, 1, 1).plusDays(random.nextInt(3650));
    }

    private String date() {
        return day().toString();
    }

    private String state() {
        return STATES[random.nextInt(STATES.length)];
    }

    private final List<String> starts = new ArrayList<>();

    /** Of a seminar's first days. */
    private String after(int seminar, int days) {
        return LocalDate.parse(starts.get(seminar - 1))
                .plusDays(random.nextInt(days))
                .toString();
    }

    /** Often one about a seminar: most of what there is to count happens within its days. */
    private LocalDate asked() {
        return random.nextBoolean()
                ? day()
                : LocalDate.parse(starts.get(random.nextInt(starts.size()))).plusDays(random.nextInt(12) - 1);
    }

    private List<RegistryEvent> beginnings() {
        starts.clear();
        List<RegistryEvent> events = new ArrayList<>();
        for (String network : List.of("n1", "n2", "n3")) {
            events.add(registered(network));
        }
        for (int i = 1; i <= 6; i++) {
            events.add(official("o" + i, i == 6 ? null : state()));
        }
        for (int i = 1; i <= 6; i++) {
            starts.add(date());
            boolean ofCycle = i <= 4 && random.nextInt(3) > 0;
            events.add(scheduled(
                    "s" + i,
                    i % 2 == 0 ? "global" : "other",
                    ofCycle ? "a-cycle" : null,
                    ofCycle && random.nextInt(4) > 0 ? Integer.valueOf(1 + random.nextInt(2)) : null,
                    starts.get(i - 1),
                    random.nextInt(3) == 0 ? null : after(i, 7),
                    random.nextBoolean()));
        }
        return events;
    }

    private List<RegistryEvent> facts() {
        List<RegistryEvent> events = new ArrayList<>();
        for (String network : List.of("n1", "n2")) {
            events.add(founded(network, "201" + random.nextInt(3) + "-03-29"));
            if (random.nextBoolean()) {
                events.add(new NetworkDissolved(
                        new NetworkId(network),
                        fact(),
                        HistoricalDate.parse("201" + (5 + random.nextInt(4)) + "-06-01")));
            }
            for (String state : STATES) {
                MembershipKind kind = random.nextInt(3) > 0 ? MembershipKind.MEMBER : MembershipKind.OBSERVER;
                LocalDate from = LocalDate.of(2010 + random.nextInt(5), 1 + random.nextInt(12), 1);
                events.add(admitted(network, state, kind, from.toString()));
                if (random.nextInt(3) == 0) {
                    events.add(new StateWithdrew(
                            new NetworkId(network),
                            fact(),
                            membership(state),
                            HistoricalDate.parse(
                                    from.plusDays(200 + random.nextInt(1500)).toString())));
                }
            }
        }
        events.add(founded("n3", "2011-01-01"));
        for (int i = 1; i <= 6; i++) {
            if (random.nextInt(3) == 0) {
                events.add(new SeminarGivenForNetwork(
                        new SeminarId("s" + i), fact(), new NetworkId("n" + (1 + random.nextInt(3)))));
            }
        }
        for (int i = 1; i <= 6; i++) {
            String seminar = "s" + i;
            LocalDate start = LocalDate.parse(starts.get(i - 1));
            if (random.nextInt(4) > 0) {
                events.add(concluded(seminar, random.nextBoolean() ? null : after(i, 10)));
            } else if (random.nextBoolean()) {
                events.add(new SeminarConvened(new SeminarId(seminar), fact(), null));
            }
            if (random.nextBoolean()) {
                events.add(new RosterDeclaredComplete(
                        new SeminarId(seminar),
                        fact(),
                        HistoricalDate.parse(
                                start.plusDays(random.nextInt(9) - 1).toString())));
            }
            for (int reports = random.nextInt(3); reports > 0; reports--) {
                Integer participants = random.nextInt(4) == 0 ? null : random.nextInt(7);
                events.add(
                        random.nextBoolean()
                                ? reported(seminar, participants, null, state())
                                : reported(seminar, participants, null));
            }
            for (int o = 1; o <= 6; o++) {
                if (random.nextBoolean()) {
                    EnrollmentStatus status = List.of(
                                    EnrollmentStatus.COMPLETED,
                                    EnrollmentStatus.COMPLETED,
                                    EnrollmentStatus.ATTENDED,
                                    EnrollmentStatus.NOT_COMPLETED,
                                    EnrollmentStatus.DECLINED)
                            .get(random.nextInt(5));
                    String on = random.nextInt(3) == 0
                            ? null
                            : start.plusDays(random.nextInt(9)).toString();
                    events.add(outcome(seminar, "o" + o, status, on));
                }
            }
        }
        for (int i = 1; i <= 8; i++) {
            events.add(new InitiativeLaunched(
                    new InitiativeId("i" + i),
                    fact(),
                    "Initiative " + i,
                    states(Arrays.copyOf(STATES, 1 + random.nextInt(2))),
                    random.nextInt(3) == 0 ? new NetworkId("n1") : null,
                    InitiativeType.values()[random.nextInt(InitiativeType.values().length)],
                    null,
                    HistoricalDate.parse(date())));
            if (random.nextInt(3) > 0) {
                events.add(new InitiativeAssignedToProgramme(
                        new InitiativeId("i" + i), fact(), new ProgrammeId(random.nextBoolean() ? "global" : "other")));
            }
        }
        Collections.shuffle(events, random);
        return events;
    }

    /** Everything, with merges, corrections and annulments on the way. */
    private List<RegistryEvent> history() {
        List<RegistryEvent> events = beginnings();
        int begun = events.size();
        for (RegistryEvent fact : facts()) {
            events.add(fact);
            if (fact instanceof SeminarFiguresReported told && random.nextInt(3) == 0) {
                SeminarFiguresReported better = new SeminarFiguresReported(
                        told.seminarId(), told.factId(), random.nextInt(9), null, told.states());
                events.add(
                        random.nextBoolean()
                                ? new SeminarEvent.FactAnnulled(told.seminarId(), told.factId(), null)
                                : new SeminarEvent.FactCorrected(
                                        told.seminarId(), told.factId(), better, CorrectionKind.LATE_REPORT));
            } else if (fact instanceof StateWithdrew left && random.nextInt(3) == 0) {
                events.add(new NetworkEvent.FactAnnulled(left.networkId(), left.factId(), null, null));
            } else if (fact instanceof SeminarEvent.SeminarConcluded done && random.nextInt(8) == 0) {
                events.add(new SeminarEvent.FactAnnulled(done.seminarId(), done.factId(), null));
            } else if (fact instanceof RosterDeclaredComplete whole && random.nextInt(3) == 0) {
                events.add(new SeminarEvent.FactAnnulled(whole.seminarId(), whole.factId(), null));
            } else if (fact instanceof SeminarGivenForNetwork given && random.nextInt(3) == 0) {
                events.add(new SeminarEvent.FactAnnulled(given.seminarId(), given.factId(), null));
            }
        }
        int middle = begun + random.nextInt(events.size() - begun);
        events.add(middle, new OfficialsMerged(new OfficialId("o1"), fact(), new OfficialId("o2")));
        events.add(new OfficialsMerged(new OfficialId("o6"), fact(), new OfficialId("o3")));
        return events;
    }
}
