package org.preventionnetwork.registry.api.networks;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/**
 * Puts the membership spells of a network together from its facts. Rules, imports and projections all ask this what a
 * spell is, whose it is and when it began and ended.
 */
public final class MembershipSpells {
    private static final FactHistory.Reading<List<Spell>> ALL = MembershipSpells::read;

    private MembershipSpells() {}

    /**
     * One spell of one state, of one kind. It ends with what ended it on record; while nothing did, where a certainly
     * later spell of a higher kind begins, with the state or with the network.
     *
     * @param until the first day no longer; null while open
     * @param opening the admission, or the change of kind that led here
     * @param closing the withdrawal or the change of kind that ended it, or null
     * @param endedBy what it ended with, though nobody said so of it: the opening of a higher spell or the network's
     *     dissolution; null where it is closed or open
     * @param steps suspensions and reinstatements, in the order of recording
     * @param possible the days on which it can have held, the network and the state being there; null for none
     * @param certain those on which it must have
     * @param announced the days on which the state was named a member to be of a network that was only announced
     * @param boundedBy the facts about the network without which it would hold on other days
     */
    public record Spell(
            MembershipId id,
            StateCode state,
            MembershipKind kind,
            HistoricalDate from,
            @Nullable HistoricalDate until,
            KnownFact opening,
            @Nullable KnownFact closing,
            @Nullable KnownFact endedBy,
            List<KnownFact> steps,
            @Nullable DayRange possible,
            @Nullable DayRange certain,
            @Nullable DayRange announced,
            List<KnownFact> boundedBy) {

        public MembershipFact openedBy() {
            return (MembershipFact) opening.fact();
        }

        public @Nullable MembershipFact closedBy() {
            return closing == null ? null : (MembershipFact) closing.fact();
        }

        /** What it ended with, said of it or not; null while open, and where it ended with its state. */
        public @Nullable Fact end() {
            return closing != null ? closing.fact() : endedBy == null ? null : endedBy.fact();
        }

        /** As its dates say, whatever network and state. */
        public Period period() {
            return new Period(from, until);
        }

        public boolean isPossible(LocalDate day) {
            return possible != null && possible.contains(day);
        }

        public boolean isCertain(LocalDate day) {
            return certain != null && certain.contains(day);
        }

        /** Whether the state was a member to be on a day, of a network that was only announced. */
        public boolean isAnnounced(LocalDate day) {
            return announced != null && announced.contains(day);
        }

        /** The positions of the events that it follows from. */
        public List<Long> behind() {
            List<Long> behind = new ArrayList<>(opening.behind());
            Stream.of(closing, endedBy).filter(Objects::nonNull).forEach(end -> behind.addAll(end.behind()));
            steps.forEach(step -> behind.addAll(step.behind()));
            boundedBy.forEach(bound -> behind.addAll(bound.behind()));
            return behind;
        }

        /** The facts that open and end it. */
        public Fact[] evidence() {
            Fact end = end();
            return end == null ? new Fact[] {opening.fact()} : new Fact[] {opening.fact(), end};
        }

        private Spell endingWith(Spell higher) {
            return new Spell(
                    id,
                    state,
                    kind,
                    from,
                    higher.from,
                    opening,
                    closing,
                    higher.opening,
                    steps,
                    possible,
                    certain,
                    announced,
                    boundedBy);
        }

        private Spell within(NetworkSpan network) {
            Period there = StateDays.of(state);
            HistoricalDate gone = there.until();
            HistoricalDate dissolved = network.dissolved();
            boolean withTheNetwork =
                    until == null && dissolved != null && (gone == null || dissolved.certainlyBefore(gone));
            HistoricalDate end = until != null ? until : withTheNetwork ? dissolved : gone;
            Optional<DayRange> ownPossible = both(period().possibleDays(), there.possibleDays());
            Optional<DayRange> ownCertain = both(period().certainDays(), there.certainDays());
            Optional<DayRange> nowPossible = both(ownPossible, network.possibleDays());
            Optional<DayRange> nowCertain = both(ownCertain, network.certainDays());
            boolean bounded = !nowPossible.equals(ownPossible) || !nowCertain.equals(ownCertain);
            return new Spell(
                    id,
                    state,
                    kind,
                    from,
                    end,
                    opening,
                    closing,
                    withTheNetwork ? network.dissolution() : endedBy,
                    steps,
                    nowPossible.orElse(null),
                    nowCertain.orElse(null),
                    both(ownPossible, network.announcedDays()).orElse(null),
                    bounded ? network.facts() : List.of());
        }

        private static Optional<DayRange> both(Optional<DayRange> one, Optional<DayRange> other) {
            return one.flatMap(days -> other.flatMap(days::intersect));
        }
    }

    /** All spells that the facts tell of, in the order in which the states were admitted, as recorded. */
    public static List<Spell> of(FactHistory<?> facts) {
        return facts.read(ALL);
    }

    private static List<Spell> read(FactHistory<?> facts) {
        NetworkSpan network = NetworkSpan.of(facts);
        Map<StateCode, List<Known<StateAdmitted>>> admissions = new LinkedHashMap<>();
        facts.known(StateAdmitted.class).forEach(admitted -> admissions
                .computeIfAbsent(admitted.fact().state(), state -> new ArrayList<>())
                .add(admitted));
        return admissions.values().stream()
                .flatMap(admitted -> chains(facts, admitted.stream()).stream())
                .flatMap(List::stream)
                .map(spell -> spell.within(network))
                .sorted(Comparator.comparing(spell -> spell.opening().order()))
                .toList();
    }

    /**
     * The spells of one state in the order in which they follow each other: chains, linked by changes of kind, in the
     * order of their first dates. Where those leave the order open, the chain that another begins with the end of, or
     * that certainly ends first, is the earlier.
     */
    public static List<Spell> of(FactHistory<?> facts, StateCode state) {
        List<List<Spell>> chains =
                chains(facts, facts.known(StateAdmitted.class).filter(admitted -> admitted.fact()
                        .state()
                        .equals(state)));
        chains.sort(Comparator.comparing((List<Spell> chain) -> from(chain).earliest())
                .thenComparing(chain -> from(chain).latest())
                .thenComparing(chain -> chain.get(0).opening().order()));
        for (int pass = 1; pass < chains.size(); pass++) {
            for (int i = 1; i < chains.size(); i++) {
                if (comesFirst(chains.get(i), chains.get(i - 1))) {
                    Collections.swap(chains, i - 1, i);
                }
            }
        }
        NetworkSpan network = NetworkSpan.of(facts);
        return chains.stream()
                .flatMap(List::stream)
                .map(spell -> spell.within(network))
                .toList();
    }

    /** The states that the facts tell of. */
    public static Set<StateCode> states(FactHistory<?> facts) {
        Set<StateCode> states = new LinkedHashSet<>();
        facts.all(StateAdmitted.class).forEach(admitted -> states.add(admitted.state()));
        return states;
    }

    /** Adds the days on which an answer about a spell can change. */
    public static void bound(Spell spell, Piecewise days) {
        days.bound(spell.from()).bound(spell.until());
        for (DayRange range : new @Nullable DayRange[] {spell.possible(), spell.certain(), spell.announced()}) {
            if (range != null) {
                days.bound(range.from());
                days.bound(range.until() == null ? HistoricalDate.END_OF_TIME : range.until());
            }
        }
        spell.steps().forEach(step -> days.bound(step.fact().effectiveOn()));
    }

    public static Optional<Spell> find(FactHistory<?> facts, MembershipId id) {
        return of(facts).stream().filter(spell -> spell.id().equals(id)).findFirst();
    }

    /** The spell by what it is, whatever its id and however it was opened. */
    public static Optional<Spell> find(
            FactHistory<?> facts, StateCode state, MembershipKind kind, HistoricalDate from) {
        return of(facts).stream()
                .filter(spell -> spell.state().equals(state)
                        && spell.kind() == kind
                        && spell.from().equals(from))
                .findFirst();
    }

    /** The state whose membership this fact is about, if the facts tell; changes of kind are followed back. */
    public static Optional<StateCode> stateOf(FactHistory<?> facts, MembershipFact fact) {
        return fact instanceof StateAdmitted admitted
                ? Optional.of(admitted.state())
                : stateOf(facts, fact.membershipId());
    }

    /** The same of the spell that bears this id. */
    public static Optional<StateCode> stateOf(FactHistory<?> facts, MembershipId spell) {
        MembershipId id = spell;
        Set<MembershipId> seen = new HashSet<>();
        while (seen.add(id)) {
            MembershipId current = id;
            Optional<StateCode> state = facts.about(current.value(), StateAdmitted.class)
                    .map(StateAdmitted::state)
                    .findFirst();
            if (state.isPresent()) {
                return state;
            }
            id = facts.all(MembershipKindChanged.class)
                    .filter(change -> change.nextMembershipId().equals(current))
                    .map(MembershipKindChanged::membershipId)
                    .findFirst()
                    .orElse(current);
        }
        return Optional.empty();
    }

    /** The spell that this fact is about, the one that it opens, and those that changes of kind lead to from there. */
    public static Set<MembershipId> idsFrom(FactHistory<?> facts, MembershipFact fact) {
        Set<MembershipId> ids = new LinkedHashSet<>(List.of(fact.membershipId()));
        if (fact instanceof MembershipKindChanged change) {
            ids.add(change.nextMembershipId());
        }
        Deque<MembershipId> next = new ArrayDeque<>(ids);
        while (!next.isEmpty()) {
            facts.about(next.remove().value(), MembershipKindChanged.class)
                    .map(MembershipKindChanged::nextMembershipId)
                    .filter(ids::add)
                    .forEach(next::add);
        }
        return ids;
    }

    /** Whether a chain precedes another that would stand before it by its first date. */
    private static boolean comesFirst(List<Spell> chain, List<Spell> other) {
        HistoricalDate end = until(chain);
        HistoricalDate otherEnd = until(other);
        if (end == null || from(other).certainlyBefore(from(chain))) {
            return false;
        }
        if (otherEnd == null) {
            return true;
        }
        return !otherEnd.equals(from(chain)) && (end.equals(from(other)) || end.certainlyBefore(otherEnd));
    }

    private static HistoricalDate from(List<Spell> chain) {
        return chain.get(0).from();
    }

    private static @Nullable HistoricalDate until(List<Spell> chain) {
        return chain.get(chain.size() - 1).until();
    }

    /** An open spell ends where the first certainly later one of a higher kind begins. */
    private static List<List<Spell>> chains(FactHistory<?> facts, Stream<Known<StateAdmitted>> admissionsOfAState) {
        List<List<Spell>> chains = new ArrayList<>();
        Set<MembershipId> seen = new HashSet<>();
        admissionsOfAState
                .map(admitted -> chain(facts, admitted, seen))
                .filter(chain -> !chain.isEmpty())
                .forEach(chains::add);
        List<Spell> all = chains.stream().flatMap(List::stream).toList();
        chains.forEach(chain -> chain.replaceAll(spell -> spell.until() != null
                ? spell
                : all.stream()
                        .filter(other -> other.kind().isAbove(spell.kind())
                                && spell.from().certainlyBefore(other.from()))
                        .min(Comparator.comparing((Spell other) -> other.from().earliest())
                                .thenComparing(other -> other.from().latest())
                                .thenComparing(other -> other.opening().order()))
                        .map(spell::endingWith)
                        .orElse(spell)));
        return chains;
    }

    private static List<Spell> chain(FactHistory<?> facts, Known<StateAdmitted> admitted, Set<MembershipId> seen) {
        List<Spell> chain = new ArrayList<>();
        StateAdmitted first = admitted.fact();
        MembershipId id = first.membershipId();
        MembershipKind kind = first.kind();
        HistoricalDate from = first.from();
        KnownFact opening = admitted.known();
        while (seen.add(id)) {
            Optional<Known<MembershipKindChanged>> change =
                    facts.knownAbout(id.value(), MembershipKindChanged.class).findFirst();
            KnownFact closing = change.isPresent() ? change.get().known() : withdrawal(facts, id);
            HistoricalDate until = closing == null ? null : closing.fact().effectiveOn();
            chain.add(new Spell(
                    id,
                    first.state(),
                    kind,
                    from,
                    until,
                    opening,
                    closing,
                    null,
                    steps(facts, id),
                    null,
                    null,
                    null,
                    List.of()));
            if (change.isEmpty()) {
                break;
            }
            MembershipKindChanged next = change.get().fact();
            id = next.nextMembershipId();
            kind = next.kind();
            from = next.from();
            opening = change.get().known();
        }
        return chain;
    }

    private static @Nullable KnownFact withdrawal(FactHistory<?> facts, MembershipId id) {
        return facts.knownAbout(id.value(), StateWithdrew.class)
                .map(Known::known)
                .findFirst()
                .orElse(null);
    }

    private static List<KnownFact> steps(FactHistory<?> facts, MembershipId id) {
        return facts.knownAbout(id.value()).stream()
                .filter(known ->
                        known.fact() instanceof MembershipSuspended || known.fact() instanceof MembershipReinstated)
                .toList();
    }
}
