package org.preventionnetwork.registry.query.networks;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * In what kind a state belongs to a network on a day; at most once. A spell that is certain answers; where none is, the
 * first of those that are possible answers as uncertain.
 */
final class MembershipModel extends BeliefModel<MembershipModel.Membership> {
    /**
     * @param from,until as the sources give them; {@code until} is null while open
     */
    record Membership(
            MembershipId id,
            String state,
            MembershipKind kind,
            String from,
            @Nullable String until,
            boolean suspended,
            String factId,
            @Nullable String source) {}

    static final List<String> COLUMNS = List.of(
            "membership_id text NOT NULL",
            "state text NOT NULL",
            "kind text NOT NULL",
            "from_on text NOT NULL",
            "until_on text",
            "suspended boolean NOT NULL",
            "fact_id text NOT NULL",
            "source text");

    private final Days days;

    /** Which of a state's spells answers on a day. */
    private interface Days {
        @Nullable
        Held<Membership> on(LocalDate day, String state, List<Spell> spells);
    }

    private MembershipModel(String table, List<String> indexes, Days days) {
        super(table, COLUMNS, indexes);
        this.days = days;
    }

    static MembershipModel belonging() {
        return new MembershipModel(
                "membership", List.of("CREATE INDEX ON ${schema}.membership (state)"), MembershipModel::belongs);
    }

    /** Those who are to be members, of a network that is announced and not founded; they count nowhere. */
    static MembershipModel announced() {
        return new MembershipModel("announced_membership", List.of(), MembershipModel::isAnnounced);
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        if (fact instanceof MembershipFact membership) {
            return MembershipSpells.stateOf(facts.history(), membership).stream()
                    .map(StateCode::value)
                    .toList();
        }
        return fact instanceof NetworkAnnounced || fact instanceof NetworkFounded || fact instanceof NetworkDissolved
                ? MembershipSpells.states(facts.history()).stream()
                        .map(StateCode::value)
                        .toList()
                : List.of();
    }

    @Override
    protected List<Segment<Membership>> segments(KnownFacts facts, String state) {
        List<Spell> spells = MembershipSpells.of(facts.history(), new StateCode(state));
        Piecewise pieces = new Piecewise();
        spells.forEach(spell -> MembershipSpells.bound(spell, pieces));
        return pieces.segments(day -> days.on(day, state, spells));
    }

    private static @Nullable Held<Membership> belongs(LocalDate day, String state, List<Spell> spells) {
        for (Spell spell : spells) {
            if (spell.isCertain(day)) {
                return held(day, state, spell, true);
            }
        }
        for (Spell spell : spells) {
            if (spell.isPossible(day)) {
                return held(day, state, spell, false);
            }
        }
        return null;
    }

    private static @Nullable Held<Membership> isAnnounced(LocalDate day, String state, List<Spell> spells) {
        for (Spell spell : spells) {
            if (spell.isAnnounced(day)) {
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
