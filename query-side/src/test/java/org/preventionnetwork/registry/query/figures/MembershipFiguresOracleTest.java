package org.preventionnetwork.registry.query.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.preventionnetwork.registry.query.Samples.fact;
import static org.preventionnetwork.registry.query.Samples.registered;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.TestAnswers;
import org.preventionnetwork.registry.testing.TestRun;

/**
 * Which states count in a kind, beside somebody who tries every day that each imprecise date can mean: a state can count
 * where it does in one of these worlds, and must where it does in all. Repeat a failure with {@code -Dseed=…}.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MembershipFiguresOracleTest {
    private static final List<MembershipKind> UPWARD =
            List.of(MembershipKind.OBSERVER, MembershipKind.LIAISON, MembershipKind.ASSOCIATE, MembershipKind.MEMBER);
    private static final SortedMap<FigureName, MembershipKind> FIGURES = new TreeMap<>(java.util.Map.of(
            FigureName.MEMBER_STATES, MembershipKind.MEMBER,
            FigureName.OBSERVER_STATES, MembershipKind.OBSERVER,
            FigureName.LIAISON_STATES, MembershipKind.LIAISON));
    private static final String[] DATES = {
        "2010", "2012", "2012", "2012-03", "2012-03-29", "2013~", "2012-22", "[2011-05-01..2013-02-01]", "2014", "2015?"
    };
    private static final String[] STATES = {"AR", "BO", "CL"};
    private static final int NETWORKS = 10;

    private final Random random = new Random(TestRun.SEED);

    /** A spell as it is told; {@code until} is null while nobody said that it ended. */
    private record Spell(String state, MembershipKind kind, HistoricalDate from, @Nullable HistoricalDate until) {}

    private record Life(@Nullable HistoricalDate founded, @Nullable HistoricalDate dissolved, List<Spell> spells) {}

    @Test
    void a_state_counts_where_some_reading_of_its_dates_has_it_and_certainly_where_all_have() throws SQLException {
        try (TestAnswers answers = TestAnswers.start()) {
            List<Life> lives = new ArrayList<>();
            List<RegistryEvent> events = new ArrayList<>();
            for (int i = 0; i < NETWORKS; i++) {
                lives.add(life(new NetworkId("n" + i), events));
            }
            long position = answers.record(events.toArray(RegistryEvent[]::new));
            for (int i = 0; i < NETWORKS; i++) {
                Life life = lives.get(i);
                for (LocalDate day : days(life)) {
                    for (FigureName figure : FIGURES.keySet()) {
                        FigureQuestion question =
                                new FigureQuestion(figure, new NetworkId("n" + i), day, day, position);
                        SortedMap<String, Boolean> expected = counted(life, FIGURES.get(figure), day);
                        String what = "seed %d: %s of %s on %s".formatted(TestRun.SEED, figure, life, day);
                        assertThat(answers.bean(Figures.class).states(question))
                                .as(what)
                                .isEqualTo(expected);
                        assertThat(answers.bean(Figures.class).interval(question))
                                .as(what)
                                .isEqualTo(new Interval(
                                        expected.values().stream()
                                                .filter(certain -> certain)
                                                .count(),
                                        expected.size(),
                                        false));
                    }
                }
            }
        }
    }

    /** Both of the kinds that a state passes through can be its kind on a day of the year in which it did. */
    @Test
    void a_kind_that_a_state_had_for_less_than_its_dates_tell_apart_counts() throws SQLException {
        NetworkId network = new NetworkId("passing");
        MembershipId observer = new MembershipId("observer");
        MembershipId liaison = new MembershipId("liaison");
        try (TestAnswers answers = TestAnswers.start()) {
            long position = answers.record(
                    registered("passing"),
                    new NetworkFounded(network, fact(), HistoricalDate.parse("2009")),
                    new StateAdmitted(
                            network,
                            fact(),
                            observer,
                            new StateCode("GH"),
                            MembershipKind.OBSERVER,
                            HistoricalDate.parse("2010")),
                    new MembershipKindChanged(
                            network, fact(), observer, liaison, MembershipKind.LIAISON, HistoricalDate.parse("2012")),
                    new MembershipKindChanged(
                            network,
                            fact(),
                            liaison,
                            new MembershipId("member"),
                            MembershipKind.MEMBER,
                            HistoricalDate.parse("2012")));
            LocalDate day = LocalDate.of(2012, 6, 1);
            for (FigureName figure : FIGURES.keySet()) {
                assertThat(answers.bean(Figures.class)
                                .interval(new FigureQuestion(figure, network, day, day, position)))
                        .as(figure.name())
                        .isEqualTo(new Interval(0, 1, false));
            }
        }
    }

    private HistoricalDate date() {
        return HistoricalDate.parse(DATES[random.nextInt(DATES.length)]);
    }

    private MembershipKind kind(@Nullable MembershipKind not) {
        List<MembershipKind> others =
                UPWARD.stream().filter(kind -> kind != not).toList();
        return others.get(random.nextInt(others.size()));
    }

    private Life life(NetworkId network, List<RegistryEvent> events) {
        events.add(registered(network.value()));
        HistoricalDate founded = random.nextInt(3) == 0 ? date() : null;
        HistoricalDate dissolved = random.nextInt(3) == 0 ? date() : null;
        if (founded != null) {
            events.add(new NetworkFounded(network, fact(), founded));
        }
        if (dissolved != null) {
            events.add(new NetworkDissolved(network, fact(), dissolved));
        }
        List<Spell> spells = new ArrayList<>();
        for (String state : STATES) {
            List<Spell> own = new ArrayList<>();
            for (int chains = 1 + random.nextInt(2); chains > 0; chains--) {
                own.addAll(chain(network, state, events));
            }
            own.forEach(spell -> spells.add(ended(spell, own)));
        }
        return new Life(founded, dissolved, spells);
    }

    private List<Spell> chain(NetworkId network, String state, List<RegistryEvent> events) {
        MembershipId id = new MembershipId("m" + events.size());
        MembershipKind kind = kind(null);
        HistoricalDate from = date();
        events.add(new StateAdmitted(network, fact(), id, new StateCode(state), kind, from));
        List<Spell> chain = new ArrayList<>();
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            HistoricalDate on = date();
            MembershipKind nextKind = kind(kind);
            MembershipId next = new MembershipId("m" + events.size());
            events.add(new MembershipKindChanged(network, fact(), id, next, nextKind, on));
            chain.add(new Spell(state, kind, from, on));
            id = next;
            kind = nextKind;
            from = on;
        }
        HistoricalDate left = random.nextBoolean() ? date() : null;
        if (left != null) {
            events.add(new StateWithdrew(network, fact(), id, left));
        }
        chain.add(new Spell(state, kind, from, left));
        return chain;
    }

    /** An open one ends where the first certainly later one of a higher kind begins. */
    private static Spell ended(Spell spell, List<Spell> own) {
        HistoricalDate until = spell.until();
        if (until == null) {
            for (Spell other : own) {
                if (UPWARD.indexOf(other.kind()) > UPWARD.indexOf(spell.kind())
                        && spell.from().latest().isBefore(other.from().earliest())
                        && (until == null || isFirst(other.from(), until))) {
                    until = other.from();
                }
            }
        }
        return new Spell(spell.state(), spell.kind(), spell.from(), until);
    }

    private static boolean isFirst(HistoricalDate one, HistoricalDate other) {
        int earliest = one.earliest().compareTo(other.earliest());
        return earliest < 0 || earliest == 0 && one.latest().isBefore(other.latest());
    }

    private TreeSet<LocalDate> days(Life life) {
        TreeSet<LocalDate> all = new TreeSet<>();
        for (Spell spell : life.spells()) {
            for (HistoricalDate date : new @Nullable HistoricalDate[] {spell.from(), spell.until(), life.founded()}) {
                if (date != null) {
                    all.addAll(List.of(
                            date.earliest(), date.latest(), date.latest().plusDays(1)));
                }
            }
        }
        TreeSet<LocalDate> some = new TreeSet<>();
        for (LocalDate day : all) {
            if (random.nextInt(3) == 0) {
                some.add(day);
            }
        }
        return some;
    }

    private static SortedMap<String, Boolean> counted(Life life, MembershipKind kind, LocalDate day) {
        SortedMap<String, Boolean> counted = new TreeMap<>();
        for (String state : STATES) {
            List<Spell> spells = life.spells().stream()
                    .filter(spell -> spell.state().equals(state) && spell.kind() == kind)
                    .toList();
            if (spells.stream()
                    .anyMatch(spell -> !worlds(life, spell, false, day).isEmpty())) {
                counted.put(state, spells.stream().anyMatch(spell -> worlds(life, spell, true, day).stream()
                        .allMatch(Boolean::booleanValue)));
            }
        }
        return counted;
    }

    /**
     * Whether it holds on the day, in each way to read its dates and the network's.
     *
     * @param all whether with the ways in which it does not, and reading what is qualified as its years allow
     */
    private static List<Boolean> worlds(Life life, Spell spell, boolean all, LocalDate day) {
        List<Boolean> worlds = new ArrayList<>();
        for (LocalDate from : readings(spell.from(), all)) {
            for (LocalDate until : readings(spell.until(), all)) {
                for (LocalDate founded : readings(life.founded(), all)) {
                    for (LocalDate dissolved : readings(life.dissolved(), all)) {
                        Predicate<LocalDate> begun = date -> date == null || !day.isBefore(date);
                        Predicate<LocalDate> ended = date -> date != null && !day.isBefore(date);
                        boolean holds =
                                begun.test(from) && begun.test(founded) && !ended.test(until) && !ended.test(dissolved);
                        if (all || holds) {
                            worlds.add(holds);
                        }
                    }
                }
            }
        }
        return worlds;
    }

    /** The first and the last day that a date can mean are enough: what is between differs from neither both. */
    private static Collection<@Nullable LocalDate> readings(@Nullable HistoricalDate date, boolean wide) {
        List<@Nullable LocalDate> readings = new ArrayList<>();
        if (date == null) {
            readings.add(null);
        } else if (wide && date.isQualified()) {
            readings.add(LocalDate.of(date.earliest().getYear(), 1, 1));
            readings.add(LocalDate.of(date.latest().getYear() + 1, 1, 1));
        } else {
            readings.add(date.earliest());
            readings.add(date.latest());
        }
        return readings;
    }
}
