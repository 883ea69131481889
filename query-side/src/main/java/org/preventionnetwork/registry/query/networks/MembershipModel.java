package org.preventionnetwork.registry.query.networks;

import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;

/**
 * In what kind a state belongs to a network on a day; at most once. A spell that is certain answers; where none is, the
 * first of those that are possible answers as uncertain.
 */
final class MembershipModel extends BeliefModel<MembershipModel.Membership> {
    /** @param from,until as the sources give them; {@code until} is null while open */
    record Membership(
            MembershipId id,
            String state,
            MembershipKind kind,
            String from,
            @Nullable String until,
            boolean suspended,
            String factId,
            @Nullable String source) {}

    MembershipModel() {
        super(
                "membership",
                List.of(
                        "membership_id text NOT NULL",
                        "state text NOT NULL",
                        "kind text NOT NULL",
                        "from_on text NOT NULL",
                        "until_on text",
                        "suspended boolean NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.membership (state)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof MembershipFact membership
                ? MembershipSpells.stateOf(facts.history(), membership).stream()
                        .map(state -> state.value())
                        .toList()
                : List.of();
    }

    @Override
    protected List<Segment<Membership>> segments(KnownFacts facts, String state) {
        List<Spell> spells = MembershipSpells.of(facts.history(), new StateCode(state));
        Piecewise days = new Piecewise();
        for (Spell spell : spells) {
            days.bound(spell.from()).bound(spell.until());
            spell.steps().forEach(step -> days.bound(step.fact().effectiveOn()));
        }
        return days.segments(day -> on(day, state, spells));
    }

    private static @Nullable Held<Membership> on(LocalDate day, String state, List<Spell> spells) {
        for (Spell spell : spells) {
            if (spell.period().certain(day)) {
                return held(day, state, spell, true);
            }
        }
        for (Spell spell : spells) {
            if (spell.period().possible(day)) {
                return held(day, state, spell, false);
            }
        }
        return null;
    }

    private static Held<Membership> held(LocalDate day, String state, Spell spell, boolean certain) {
        Dated<KnownFact> steps = new Dated<>(spell.steps(), step -> step.fact().effectiveOn());
        KnownFact step = steps.on(day);
        Membership membership = new Membership(
                spell.id(),
                state,
                spell.kind(),
                spell.from().toString(),
                spell.until() == null ? null : spell.until().toString(),
                step != null && step.fact() instanceof MembershipSuspended,
                spell.opening().fact().factId().value(),
                spell.opening().source());
        return new Held<>(membership, certain && steps.certainOn(day), spell.behind());
    }

    @Override
    protected @Nullable Object[] values(Membership membership) {
        return new @Nullable Object[] {
            membership.id(),
            membership.state(),
            membership.kind(),
            membership.from(),
            membership.until(),
            membership.suspended(),
            membership.factId(),
            membership.source()
        };
    }
}
