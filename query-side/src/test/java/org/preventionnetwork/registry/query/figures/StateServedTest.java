package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.concluded;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.founded;
import static org.preventionnetwork.registry.query.Samples.official;
import static org.preventionnetwork.registry.query.Samples.outcome;
import static org.preventionnetwork.registry.query.Samples.registered;
import static org.preventionnetwork.registry.query.Samples.scheduled;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.StartedAnswers;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Which state somebody served, where neither the day of the seminar nor that of the change of post is known: beside
 * somebody who tries all days that each can mean. Repeat a failure with {@code -Dseed=…}.
 */
@ExtendWith(StartedAnswers.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StateServedTest {
    private static final String[] STATES = {"AR", "BO", "CL"};
    private static final int CAREERS = 25;

    private final Random random = new Random(TestRun.SEED);
    private TestAnswers answers;

    @BeforeEach
    void start(TestAnswers started) {
        answers = started;
    }

    private record Post(@Nullable HistoricalDate from, String state) {}

    private record Spell(String state, LocalDate from, @Nullable LocalDate until) {
        boolean holds(String who, LocalDate day) {
            return state.equals(who) && !day.isBefore(from) && (until == null || day.isBefore(until));
        }
    }

    /** One official at one seminar, in a programme of its own, and a network. */
    private record Career(
            String id, boolean precise, List<Post> posts, HistoricalDate completed, List<Spell> members) {}

    /** A way in which it can have been: completed on that day, serving that state. */
    private record World(LocalDate day, String state) {}

    @Test
    void each_state_that_can_have_been_served_counts_and_certainly_the_only_one() {
        List<Career> careers = new ArrayList<>();
        List<RegistryEvent> events = new ArrayList<>();
        for (int i = 0; i < CAREERS; i++) {
            careers.add(career("c" + i, events));
        }
        long position = answers.record(events.toArray(RegistryEvent[]::new));
        for (Career career : careers) {
            List<World> worlds = worlds(career);
            for (int i = 0; i < 4; i++) {
                LocalDate day = i == 0 ? LocalDate.of(2030, 1, 1) : day(2011, 4);
                String what = "seed %d: %s on %s".formatted(TestRun.SEED, career, day);
                assertThat(answers.bean(Figures.class)
                                .states(new FigureQuestion(
                                        FigureName.PARTICIPATING_STATES,
                                        new ProgrammeId(career.id()),
                                        day,
                                        day,
                                        position)))
                        .as(what)
                        .isEqualTo(states(worlds, day));
                boolean can = worlds.stream()
                        .anyMatch(world -> !world.day().isAfter(day)
                                && ofMember(career, world, world.state().isEmpty()));
                boolean must =
                        worlds.stream().allMatch(world -> !world.day().isAfter(day) && ofMember(career, world, false));
                assertThat(ofNetwork(FigureName.ALUMNI, career, day, position))
                        .as(what)
                        .isEqualTo(new Interval(must ? 1 : 0, can ? 1 : 0, false));
                for (FigureName figure :
                        List.of(FigureName.COMPLETIONS, FigureName.SEMINARS, FigureName.OFFICIALS_TRAINED)) {
                    Interval counted = ofNetwork(figure, career, day, position);
                    assertThat(counted.minimum()).as("%s, %s", figure, what).isLessThanOrEqualTo(must ? 1 : 0);
                    assertThat(counted.possible()).as("%s, %s", figure, what).isGreaterThanOrEqualTo(can ? 1 : 0);
                    if (career.precise()) {
                        assertThat(counted)
                                .as("%s, %s", figure, what)
                                .isEqualTo(new Interval(must ? 1 : 0, can ? 1 : 0, false));
                    }
                }
            }
        }
    }

    /** @param any whether any member will do, the state being unknown */
    private static boolean ofMember(Career career, World world, boolean any) {
        return career.members().stream()
                .anyMatch(spell -> spell.holds(any ? spell.state() : world.state(), world.day()));
    }

    /** What the one career counts in its network, beside all the others. */
    private Interval ofNetwork(FigureName figure, Career career, LocalDate day, long position) {
        List<FigureRow> own = answers
                .bean(Figures.class)
                .rows(new FigureQuestion(figure, new NetworkId(career.id()), day, day, position), 1_000, 0)
                .stream()
                .filter(row -> row.counts().endsWith(":" + career.id()))
                .toList();
        boolean certain = own.stream()
                .anyMatch(row -> row.certain() != null && row.certain().range().contains(day));
        return new Interval(certain ? 1 : 0, own.isEmpty() ? 0 : 1, false);
    }

    /** Who came while the state was a member is not hidden by who came before. */
    @Test
    void of_two_officials_of_a_state_one_can_have_come_while_it_was_a_member() {
        long position = answers.record(
                registered("net"),
                founded("net", "2010-01-01"),
                admitted("net", "AR", "2012-06-05"),
                scheduled("sem", "global", "2012-06-04", true),
                concluded("sem"),
                official("first", "AR"),
                official("second", "AR"),
                outcome("sem", "first", EnrollmentStatus.ATTENDED, "2012-06-04"),
                outcome("sem", "second", EnrollmentStatus.ATTENDED, "2012-06-06"));
        LocalDate day = LocalDate.of(2013, 1, 1);
        for (FigureName figure : List.of(FigureName.SEMINARS, FigureName.PARTICIPATING_STATES)) {
            assertThat(answers.bean(Figures.class)
                            .interval(new FigureQuestion(figure, new NetworkId("net"), day, day, position)))
                    .as(figure.name())
                    .isEqualTo(new Interval(1, 1, false));
        }
    }

    /** The rows behind a figure of several days are those of all of these, as the figure itself is. */
    @Test
    void whoever_was_an_alumnus_on_one_of_the_days_asked_about_is_among_the_rows() {
        OfficialId revoked = new OfficialId("revoked");
        long position = answers.record(
                scheduled("sem", "global", "2012-06-04", true),
                concluded("sem"),
                official("revoked", "AR"),
                official("stayed", "AR"),
                outcome("sem", "revoked", EnrollmentStatus.COMPLETED, "2012-06-08"),
                outcome("sem", "stayed", EnrollmentStatus.COMPLETED, "2012-06-08"),
                new AlumniStatusRevoked(revoked, fact(), HistoricalDate.parse("2013-05-01")));
        FigureQuestion question = new FigureQuestion(
                FigureName.ALUMNI, null, LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31), position);
        Figures figures = answers.bean(Figures.class);
        assertThat(figures.interval(question)).isEqualTo(new Interval(1, 2, false));
        assertThat(figures.rows(question, 10, 0))
                .extracting(FigureRow::counts)
                .containsExactly("official:revoked", "official:stayed");
        assertThat(figures.rows(question, 10, 1)).extracting(FigureRow::counts).containsExactly("official:stayed");
        assertThat(figures.rowCount(question)).isEqualTo(2);
    }

    /** What stands beside a figure names those states that the figure counts. */
    @Test
    void a_state_is_told_of_the_seminars_for_which_it_counts() {
        answers.record(
                scheduled("sem", "global", "2014-05-05", false),
                concluded("sem"),
                official("mover", "BO"),
                new AffiliationChanged(
                        new OfficialId("mover"),
                        fact(),
                        new StateCode("PE"),
                        null,
                        null,
                        HistoricalDate.parse("2014-05-07")),
                official("perhaps", "AR"),
                new AffiliationChanged(
                        new OfficialId("perhaps"),
                        fact(),
                        new StateCode("CL"),
                        null,
                        null,
                        HistoricalDate.parse("2014")),
                outcome("sem", "mover", EnrollmentStatus.COMPLETED, "2014-05-08"),
                outcome("sem", "perhaps", EnrollmentStatus.ATTENDED, "2014-05-05"));
        for (String day : List.of("2014-05-04", "2014-05-05", "2014-05-07", "2014-05-08", "2015-01-01")) {
            TreeSet<String> told = new TreeSet<>();
            for (String state : List.of("AR", "BO", "CL", "PE")) {
                answers.get200("/api/states/" + state + "?asOf=" + day)
                        .get("participations")
                        .forEach(seminar -> {
                            assertThat(seminar.get("officials").asInt()).isEqualTo(1);
                            told.add(state);
                        });
            }
            TreeSet<String> counted = new TreeSet<>();
            answers.get200("/api/figures/PARTICIPATING_STATES?asOf=" + day)
                    .get("items")
                    .forEach(row -> counted.add(row.get("counts").asString()));
            assertThat(told).as(day).isEqualTo(counted);
        }
    }

    private LocalDate day(int year, int years) {
        return LocalDate.of(year, 1, 1).plusDays(random.nextInt(365 * years));
    }

    private Career career(String id, List<RegistryEvent> events) {
        OfficialId official = new OfficialId(id);
        boolean precise = random.nextBoolean();
        List<Post> posts = new ArrayList<>();
        String before = random.nextInt(4) == 0 ? null : STATES[random.nextInt(STATES.length)];
        events.add(official(id, before));
        if (before != null) {
            posts.add(new Post(null, before));
        }
        for (int year = 2011; year <= 2013; year++) {
            if (random.nextBoolean()) {
                String state = random.nextInt(4) == 0 ? null : STATES[random.nextInt(STATES.length)];
                HistoricalDate from = HistoricalDate.parse(
                        precise
                                ? day(year, 1).toString()
                                : random.nextBoolean() ? year + "" : year + "-0" + (1 + random.nextInt(9)));
                events.add(new AffiliationChanged(
                        official,
                        fact(),
                        state == null ? null : new StateCode(state),
                        state == null
                                ? new org.preventionnetwork.registry.api.institutions.InstitutionId("inst")
                                : null,
                        null,
                        from));
                if (state != null) {
                    posts.add(new Post(from, state));
                }
            }
        }
        HistoricalDate completed = HistoricalDate.parse(
                switch (precise ? 3 : random.nextInt(3)) {
                    case 3 -> day(2011, 2).toString();
                    case 0 -> "2012";
                    case 1 -> "2012-0" + (1 + random.nextInt(9));
                    default -> "[2011-06-01..2013-06-01]";
                });
        events.add(scheduled(id, id, "2011-01-01", true));
        events.add(concluded(id));
        events.add(outcome(id, id, EnrollmentStatus.COMPLETED, completed.toString()));
        events.add(registered(id));
        events.add(founded(id, "2010-01-01"));
        List<Spell> members = new ArrayList<>();
        for (String state : STATES) {
            if (random.nextInt(3) > 0) {
                LocalDate from = random.nextBoolean() ? LocalDate.of(2010, 1, 1) : day(2011, 2);
                LocalDate until = random.nextBoolean() ? null : from.plusDays(100 + random.nextInt(700));
                events.add(admitted(id, state, from.toString()));
                if (until != null) {
                    events.add(new StateWithdrew(
                            new NetworkId(id),
                            fact(),
                            new MembershipId("m-" + state.toLowerCase(java.util.Locale.ROOT)),
                            HistoricalDate.parse(until.toString())));
                }
                members.add(new Spell(state, from, until));
            }
        }
        return new Career(id, precise, posts, completed, members);
    }

    private static RegistryEvent admitted(String network, String state, String from) {
        return new StateAdmitted(
                new NetworkId(network),
                fact(),
                new MembershipId("m-" + state.toLowerCase(java.util.Locale.ROOT)),
                new StateCode(state),
                MembershipKind.MEMBER,
                HistoricalDate.parse(from));
    }

    private static SortedMap<String, Boolean> states(List<World> worlds, LocalDate day) {
        SortedMap<String, Boolean> states = new TreeMap<>();
        worlds.stream()
                .filter(world -> !world.day().isAfter(day))
                .map(World::state)
                .filter(state -> !state.isEmpty())
                .forEach(state -> states.put(
                        state,
                        worlds.stream()
                                .allMatch(world -> world.state().equals(state)
                                        && !world.day().isAfter(day))));
        return states;
    }

    /** Who has no state at all serves an empty one; who has a first one later is taken to have served it before. */
    private static List<World> worlds(Career career) {
        TreeSet<LocalDate> days = new TreeSet<>();
        Stream<LocalDate> bounds = Stream.concat(
                career.posts().stream()
                        .filter(post -> post.from() != null)
                        .flatMap(post ->
                                Stream.of(post.from().earliest(), post.from().latest())),
                Stream.concat(
                        Stream.of(
                                career.completed().earliest(),
                                career.completed().latest()),
                        career.members().stream().flatMap(spell -> Stream.of(spell.from(), spell.until()))));
        bounds.filter(day -> day != null).forEach(day -> days.addAll(List.of(day.minusDays(1), day, day.plusDays(1))));
        List<World> worlds = new ArrayList<>();
        for (LocalDate day : days) {
            if (!day.isBefore(career.completed().earliest())
                    && !day.isAfter(career.completed().latest())) {
                for (String state : servedOn(career.posts(), day)) {
                    worlds.add(new World(day, state));
                }
            }
        }
        return worlds;
    }

    private static TreeSet<String> servedOn(List<Post> posts, LocalDate day) {
        TreeSet<String> served = new TreeSet<>();
        for (int i = 0; i < posts.size(); i++) {
            HistoricalDate from = posts.get(i).from();
            HistoricalDate next = i + 1 < posts.size() ? posts.get(i + 1).from() : null;
            boolean canHaveBegun = i == 0 || from == null || !day.isBefore(from.earliest());
            boolean canLast = next == null || day.isBefore(next.latest());
            if (canHaveBegun && canLast) {
                served.add(posts.get(i).state());
            }
        }
        return served.isEmpty() ? new TreeSet<>(List.of("")) : served;
    }
}
