package org.preventionnetwork.registry.query.networks;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * Every spell of membership on all the days on which it can have held, beside the other spells of its state. Figures
 * count these: where a state passes from one kind to the next within an imprecise date, each of the kinds can be its own
 * on such a day, though {@link MembershipModel} answers with one.
 */
final class SpellModel extends BeliefModel<SpellModel.Membership> {
    /** @param from,until as the sources give them; {@code until} is null while open */
    record Membership(
            MembershipId id,
            String state,
            String kind,
            String from,
            @Nullable String until,
            String factId,
            @Nullable String source) {}

    SpellModel() {
        super(
                "membership_spell",
                List.of(
                        "membership_id text NOT NULL",
                        "state text NOT NULL",
                        "kind text NOT NULL",
                        "from_on text NOT NULL",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.membership_spell (state)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        Set<String> topics = new LinkedHashSet<>();
        if (fact instanceof MembershipFact membership) {
            // Also what nothing leads to any more, now that this fact is another or none.
            MembershipSpells.idsFrom(facts.history(), membership).forEach(id -> topics.add(id.value()));
            MembershipSpells.stateOf(facts.history(), membership)
                    .ifPresent(state -> topics.addAll(spellsOf(facts, state)));
        } else if (fact instanceof NetworkAnnounced
                || fact instanceof NetworkFounded
                || fact instanceof NetworkDissolved) {
            MembershipSpells.states(facts.history()).forEach(state -> topics.addAll(spellsOf(facts, state)));
        }
        return topics;
    }

    private static List<String> spellsOf(KnownFacts facts, StateCode state) {
        return MembershipSpells.of(facts.history(), state).stream()
                .map(spell -> spell.id().value())
                .toList();
    }

    @Override
    protected List<Segment<Membership>> segments(KnownFacts facts, String id) {
        return MembershipSpells.stateOf(facts.history(), new MembershipId(id))
                .flatMap(state -> MembershipSpells.of(facts.history(), state).stream()
                        .filter(spell -> spell.id().value().equals(id))
                        .findFirst())
                .map(SpellModel::segments)
                .orElse(List.of());
    }

    private static List<Segment<Membership>> segments(Spell spell) {
        Membership membership = new Membership(
                spell.id(),
                spell.state().value(),
                spell.kind().name(),
                spell.from().toString(),
                spell.until() == null ? null : spell.until().toString(),
                spell.opening().fact().factId().value(),
                spell.opening().source());
        Piecewise days = new Piecewise();
        MembershipSpells.bound(spell, days);
        return days.segments(
                day -> spell.isPossible(day) ? new Held<>(membership, spell.isCertain(day), spell.behind()) : null);
    }

    @Override
    protected @Nullable Object[] values(Membership membership) {
        return new @Nullable Object[] {
            membership.id(),
            membership.state(),
            membership.kind(),
            membership.from(),
            membership.until(),
            membership.factId(),
            membership.source()
        };
    }
}
