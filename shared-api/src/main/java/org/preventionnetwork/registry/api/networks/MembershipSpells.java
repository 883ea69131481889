package org.preventionnetwork.registry.api.networks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/**
 * Puts the membership spells of a network together from its facts. Rules, imports and projections all ask this what a
 * spell is, whose it is and when it began and ended.
 */
public final class MembershipSpells {
    private MembershipSpells() {}

    /**
     * One spell of one state, of one kind.
     *
     * @param opening the admission, or the change of kind that led here
     * @param closing the withdrawal or the change of kind that ended it, or null
     * @param steps suspensions and reinstatements, in the order of recording
     */
    public record Spell(
            MembershipId id,
            StateCode state,
            MembershipKind kind,
            HistoricalDate from,
            KnownFact opening,
            @Nullable KnownFact closing,
            List<KnownFact> steps) {

        public MembershipFact openedBy() {
            return (MembershipFact) opening.fact();
        }

        public @Nullable MembershipFact closedBy() {
            return closing == null ? null : (MembershipFact) closing.fact();
        }

        /** The first day no longer, as recorded; null while open. */
        public @Nullable HistoricalDate until() {
            return closing == null ? null : closing.fact().effectiveOn();
        }

        public Period period() {
            return new Period(from, until());
        }

        /** The positions of the events that it follows from. */
        public List<Long> behind() {
            List<Long> behind = new ArrayList<>(opening.behind());
            if (closing != null) {
                behind.addAll(closing.behind());
            }
            steps.forEach(step -> behind.addAll(step.behind()));
            return behind;
        }

        /** The facts that open and close it. */
        public Fact[] evidence() {
            return closing == null ? new Fact[] {opening.fact()} : new Fact[] {opening.fact(), closing.fact()};
        }
    }

    /** All spells that the facts tell of, in the order in which the states were admitted, as recorded. */
    public static List<Spell> of(FactHistory<?> facts) {
        List<Spell> spells = new ArrayList<>();
        Set<MembershipId> seen = new HashSet<>();
        facts.known(StateAdmitted.class).forEach(admitted -> spells.addAll(chain(facts, admitted, seen)));
        return spells;
    }

    /**
     * The spells of one state in the order in which they follow each other: chains, linked by changes of kind, in the
     * order of their first dates. Where those leave the order open, the chain that another begins with the end of, or
     * that certainly ends first, is the earlier.
     */
    public static List<Spell> of(FactHistory<?> facts, StateCode state) {
        List<List<Spell>> chains = new ArrayList<>();
        Set<MembershipId> seen = new HashSet<>();
        facts.known(StateAdmitted.class)
                .filter(admitted -> admitted.fact().state().equals(state))
                .map(admitted -> chain(facts, admitted, seen))
                .filter(chain -> !chain.isEmpty())
                .forEach(chains::add);
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
        return chains.stream().flatMap(List::stream).toList();
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
        if (fact instanceof StateAdmitted admitted) {
            return Optional.of(admitted.state());
        }
        MembershipId id = fact.membershipId();
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
            chain.add(new Spell(id, first.state(), kind, from, opening, closing, steps(facts, id)));
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
