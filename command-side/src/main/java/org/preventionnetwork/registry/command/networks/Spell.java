package org.preventionnetwork.registry.command.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.command.timeline.Facts;

/**
 * One spell of one state, of one kind, put together from the facts that open and close it.
 *
 * @param opening an admission, or the change of kind that led to it
 * @param closing a withdrawal, or the change of kind that ended it; null while open
 */
record Spell(
        MembershipId id,
        StateCode state,
        MembershipKind kind,
        HistoricalDate from,
        MembershipFact opening,
        @Nullable MembershipFact closing) {

    Period period() {
        return new Period(from, closing == null ? null : closing.effectiveOn());
    }

    /** All spells that the facts tell of, those of one state in the order of recording. */
    static List<Spell> in(Facts<NetworkFact> facts) {
        List<Spell> spells = new ArrayList<>();
        facts.all(StateAdmitted.class)
                .forEach(admitted -> follow(
                        facts,
                        admitted.membershipId(),
                        admitted.state(),
                        admitted.kind(),
                        admitted.from(),
                        admitted,
                        spells));
        return spells;
    }

    static Optional<Spell> of(Facts<NetworkFact> facts, MembershipId id) {
        return in(facts).stream().filter(spell -> spell.id().equals(id)).findFirst();
    }

    private static void follow(
            Facts<NetworkFact> facts,
            MembershipId id,
            StateCode state,
            MembershipKind kind,
            HistoricalDate from,
            MembershipFact opening,
            List<Spell> spells) {
        Optional<MembershipKindChanged> change =
                facts.about(id.value(), MembershipKindChanged.class).findFirst();
        Optional<? extends MembershipFact> closing = change.isPresent()
                ? change
                : facts.about(id.value(), StateWithdrew.class).findFirst();
        if (spells.stream().anyMatch(spell -> spell.id().equals(id))) {
            return;
        }
        spells.add(new Spell(id, state, kind, from, opening, closing.orElse(null)));
        change.ifPresent(next -> follow(facts, next.nextMembershipId(), state, next.kind(), next.from(), next, spells));
    }

    Fact[] evidence() {
        return closing == null ? new Fact[] {opening} : new Fact[] {opening, closing};
    }
}
