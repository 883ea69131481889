package org.preventionnetwork.registry.command.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.preventionnetwork.registry.api.facts.DerivedEnd;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.networks.MembershipId;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkCommand.CorrectMembership;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Closing;
import org.preventionnetwork.registry.command.timeline.Timeline;

/** Membership spells as one thing, over the several facts that make them up. */
final class Memberships {
    private Memberships() {}

    static Optional<NetworkFact> sameAs(FactHistory<NetworkFact> facts, StateAdmitted wanted) {
        return facts.all(StateAdmitted.class)
                .filter(known -> known.state().equals(wanted.state())
                        && known.kind() == wanted.kind()
                        && known.from().equals(wanted.from()))
                .map(NetworkFact.class::cast)
                .findFirst();
    }

    static Optional<MembershipKindChanged> sameAs(FactHistory<NetworkFact> facts, MembershipKindChanged wanted) {
        return facts.about(wanted.subject(), MembershipKindChanged.class)
                .filter(known -> known.kind() == wanted.kind() && known.from().equals(wanted.from()))
                .findFirst();
    }

    /**
     * {@code until} is the date of the fact that closes the spell: set, it corrects that fact or records a withdrawal;
     * cleared, the withdrawal never was.
     */
    static Recorded correct(Timeline<NetworkFact> timeline, CorrectMembership command, Provenance provenance) {
        Spell spell = require(timeline.facts(), command.membershipId());
        FactPatch opening = Closing.withoutUntil(command.patch());
        Closing.Change<NetworkFact> change = Closing.change(
                command.patch(),
                spell.closedBy(),
                spell.closedBy() instanceof MembershipKindChanged ? "from" : "on",
                until -> new StateWithdrew(command.networkId(), command.factId(), command.membershipId(), until));
        if (spell.closedBy() instanceof MembershipKindChanged
                && !change.annulled().isEmpty()) {
            throw new Refused(
                    RefusalCode.FACTS_DEPEND_ON_IT,
                    "the membership ended by a change of kind; annul membership '"
                            + ((MembershipKindChanged) spell.closedBy()).nextMembershipId() + "' first");
        }
        List<NetworkFact> replaced = new ArrayList<>(change.replaced());
        replaced.add(0, timeline.patched(spell.openedBy(), opening));
        return timeline.revise(replaced, change.annulled(), change.added(), command.correctionKind(), provenance)
                .onResource(command.membershipId().value());
    }

    /** Everything that makes up the spell; a change of kind that leads to another spell is part of both. */
    static List<NetworkFact> factsOf(FactHistory<NetworkFact> facts, MembershipId id) {
        Spell spell = require(facts, id);
        List<NetworkFact> all = new ArrayList<>();
        all.add(spell.openedBy());
        // A seat or a meeting may bear the same id.
        facts.about(id.value(), MembershipFact.class)
                .filter(fact -> !all.contains(fact))
                .forEach(all::add);
        return all;
    }

    /**
     * Records something about the membership of a state, and tells what is over by it that nobody said so of: an
     * observer since 2015 who is a member since 2019 ends being an observer.
     */
    static Recorded telling(FactHistory<NetworkFact> facts, StateCode state, Supplier<Recorded> recording) {
        List<DerivedEnd> before = derivedEnds(facts, state);
        Recorded recorded = recording.get();
        List<DerivedEnd> ends = derivedEnds(facts, state).stream()
                .filter(end -> !before.contains(end))
                .toList();
        return ends.isEmpty()
                ? recorded
                : recorded.ending(ends)
                        .withHint(ends.stream()
                                .map(end -> States.name(end.state(), Locale.ENGLISH) + " ends being " + end.kind()
                                        + " since " + end.since())
                                .collect(Collectors.joining("; ")));
    }

    private static List<DerivedEnd> derivedEnds(FactHistory<NetworkFact> facts, StateCode state) {
        List<DerivedEnd> ends = new ArrayList<>();
        for (Spell spell : MembershipSpells.of(facts, state)) {
            HistoricalDate until = spell.until();
            if (until != null && spell.endedBy() != null && spell.endedBy().fact() instanceof MembershipFact) {
                ends.add(new DerivedEnd(spell.id().value(), state, spell.kind().name(), spell.from(), until));
            }
        }
        return ends;
    }

    /** The state that a membership is of; refused where there is no such membership. */
    static StateCode stateOf(FactHistory<NetworkFact> facts, MembershipId id) {
        return require(facts, id).state();
    }

    private static Spell require(FactHistory<NetworkFact> facts, MembershipId id) {
        return MembershipSpells.find(facts, id)
                .orElseThrow(() ->
                        new Refused(facts.missing(id.value()), "there is no membership '" + id + "' in this network"));
    }
}
