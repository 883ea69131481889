package org.preventionnetwork.registry.query.networks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.projection.KnownFact;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.KnownFacts.Known;

/** Puts the membership spells of one state together from what is known, in the order in which they follow each other. */
final class MembershipSpells {
    private MembershipSpells() {}

    /**
     * @param opening the admission, or the change of kind that led here
     * @param closing the withdrawal or the change of kind that ended it, or null
     * @param steps suspensions and reinstatements
     */
    record Spell(
            MembershipId id,
            MembershipKind kind,
            HistoricalDate from,
            KnownFact opening,
            @Nullable KnownFact closing,
            List<KnownFact> steps) {
        @Nullable
        HistoricalDate until() {
            return closing == null ? null : closing.fact().effectiveOn();
        }

        Period period() {
            return new Period(from, until());
        }

        List<Long> behind() {
            List<Long> behind = new ArrayList<>(opening.behind());
            if (closing != null) {
                behind.addAll(closing.behind());
            }
            steps.forEach(step -> behind.addAll(step.behind()));
            return behind;
        }
    }

    /** The state whose membership this fact is about, if the facts tell. */
    static Optional<StateCode> stateOf(KnownFacts facts, MembershipFact fact) {
        if (fact instanceof StateAdmitted admitted) {
            return Optional.of(admitted.state());
        }
        MembershipId id = fact.membershipId();
        Set<MembershipId> seen = new HashSet<>();
        while (seen.add(id)) {
            MembershipId current = id;
            Optional<StateCode> state = facts.about(current.value(), StateAdmitted.class)
                    .map(known -> known.fact().state())
                    .findFirst();
            if (state.isPresent()) {
                return state;
            }
            id = facts.all(MembershipKindChanged.class)
                    .map(Known::fact)
                    .filter(change -> change.nextMembershipId().equals(current))
                    .map(MembershipKindChanged::membershipId)
                    .findFirst()
                    .orElse(current);
        }
        return Optional.empty();
    }

    /**
     * Chains of spells, linked by changes of kind, in the order of their first dates. Where those leave the order open,
     * the chain that another begins with the end of, or that certainly ends first, is the earlier.
     */
    static List<Spell> of(KnownFacts facts, String state) {
        List<List<Spell>> chains = new ArrayList<>();
        facts.all(StateAdmitted.class)
                .filter(admitted -> admitted.fact().state().value().equals(state))
                .forEach(admitted -> chains.add(chain(facts, admitted)));
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

    private static List<Spell> chain(KnownFacts facts, Known<StateAdmitted> admitted) {
        List<Spell> chain = new ArrayList<>();
        Set<MembershipId> seen = new HashSet<>();
        MembershipId id = admitted.fact().membershipId();
        MembershipKind kind = admitted.fact().kind();
        HistoricalDate from = admitted.fact().from();
        KnownFact opening = admitted.known();
        while (seen.add(id)) {
            Optional<Known<MembershipKindChanged>> change =
                    facts.about(id.value(), MembershipKindChanged.class).findFirst();
            KnownFact closing = change.isPresent() ? change.get().known() : withdrawal(facts, id);
            chain.add(new Spell(id, kind, from, opening, closing, steps(facts, id)));
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

    private static @Nullable KnownFact withdrawal(KnownFacts facts, MembershipId id) {
        return facts.about(id.value(), StateWithdrew.class)
                .map(Known::known)
                .findFirst()
                .orElse(null);
    }

    private static List<KnownFact> steps(KnownFacts facts, MembershipId id) {
        return facts.about(id.value()).stream()
                .filter(known ->
                        known.fact() instanceof MembershipSuspended || known.fact() instanceof MembershipReinstated)
                .toList();
    }
}
