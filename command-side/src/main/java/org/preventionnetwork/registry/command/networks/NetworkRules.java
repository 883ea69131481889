package org.preventionnetwork.registry.command.networks;

import static org.preventionnetwork.registry.api.facts.RefusalCode.AFTER_DISSOLUTION;
import static org.preventionnetwork.registry.api.facts.RefusalCode.BEFORE_FOUNDATION;
import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.MEMBERSHIP_OVERLAPS;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STATE_NOT_THERE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.networks.MembershipSpells;
import org.preventionnetwork.registry.api.networks.MembershipSpells.Spell;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointActing;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointDesignated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.FocalPointRelieved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MeetingHeld;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipKindChanged;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipReinstated;
import org.preventionnetwork.registry.api.networks.NetworkEvent.MembershipSuspended;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkAnnounced;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkDissolved;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFact;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkFounded;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateAdmitted;
import org.preventionnetwork.registry.api.networks.NetworkEvent.StateWithdrew;
import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Chronology;
import org.preventionnetwork.registry.command.timeline.CompleteInOrder;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.NumberGivenOnce;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.StatesInTheirDays;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of a network. */
final class NetworkRules {
    static final List<Rule<NetworkFact>> ALL = List.of(
            new NeedsCreation<>(NetworkRegistered.class, "network"),
            new OnceOnly<>(
                    NetworkRegistered.class, NetworkAnnounced.class, NetworkFounded.class, NetworkDissolved.class),
            new StatesInTheirDays<>(),
            new CompleteInOrder<>(),
            NetworkRules::lifeIsInOrder,
            NetworkRules::nothingBeforeFoundationOrAfterDissolution,
            NetworkRules::membershipFactsBelongToASpell,
            NetworkRules::spellsEndAfterTheyBegin,
            NetworkRules::spellsEndWithTheirState,
            NetworkRules::spellsOfOneStateDoNotOverlap,
            NetworkRules::suspensionsLieWithinTheSpellAndAlternate,
            NetworkRules::seatsAreHeldOnceAndInOrder,
            NetworkRules::meetingsEndAfterTheyBegin,
            NumberGivenOnce.among(
                    MeetingHeld.class, MeetingHeld::ordinal, "another meeting of the network has this ordinal"));

    private NetworkRules() {}

    private static void lifeIsInOrder(FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        facts.only(NetworkFounded.class).ifPresent(founded -> {
            facts.only(NetworkAnnounced.class)
                    .filter(announced -> founded.on().certainlyBefore(announced.on()))
                    .ifPresent(announced -> violations.add(
                            CERTAINLY_OUT_OF_ORDER,
                            "the network was founded before it was announced",
                            founded,
                            announced));
            facts.only(NetworkDissolved.class)
                    .filter(dissolved -> dissolved.on().certainlyBefore(founded.on()))
                    .ifPresent(dissolved -> violations.add(
                            CERTAINLY_OUT_OF_ORDER,
                            "the network was dissolved before it was founded",
                            founded,
                            dissolved));
        });
        facts.only(NetworkDissolved.class).ifPresent(dissolved -> facts.only(NetworkAnnounced.class)
                .filter(announced -> dissolved.on().certainlyBefore(announced.on()))
                .ifPresent(announced -> violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the network was dissolved before it was announced",
                        announced,
                        dissolved)));
    }

    private static void nothingBeforeFoundationOrAfterDissolution(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        Optional<NetworkAnnounced> announced = facts.only(NetworkAnnounced.class);
        facts.only(NetworkFounded.class).ifPresent(founded -> needsTheNetwork(facts).stream()
                .filter(fact -> certainlyBefore(fact.effectiveOn(), founded.on()))
                .filter(fact -> !(fact instanceof MembershipFact)
                        || announced.isEmpty()
                        || certainlyBefore(fact.effectiveOn(), announced.get().on()))
                .forEach(fact -> violations.add(
                        BEFORE_FOUNDATION, "the network was founded on " + founded.on(), fact, founded)));
        facts.only(NetworkDissolved.class).ifPresent(dissolved -> needsTheNetwork(facts).stream()
                .filter(fact -> certainlyBefore(dissolved.on(), fact.effectiveOn()))
                .forEach(fact -> violations.add(
                        AFTER_DISSOLUTION, "the network was dissolved on " + dissolved.on(), fact, dissolved)));
    }

    private static List<NetworkFact> needsTheNetwork(FactHistory<NetworkFact> facts) {
        return facts.all().stream()
                .filter(fact ->
                        fact instanceof MembershipFact || fact instanceof FocalPointFact || fact instanceof MeetingHeld)
                .toList();
    }

    private static void membershipFactsBelongToASpell(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        Set<String> spells = new HashSet<>();
        MembershipSpells.of(facts).forEach(spell -> spells.add(spell.id().value()));
        facts.all(MembershipFact.class)
                .filter(fact -> !spells.contains(fact.subject()))
                .forEach(fact -> violations.add(
                        facts.missing(fact.subject()),
                        "there is no membership '" + fact.subject() + "' in this network",
                        fact));
    }

    private static void spellsEndAfterTheyBegin(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        for (Spell spell : MembershipSpells.of(facts)) {
            List<NetworkFact> closings = facts.about(spell.id().value()).stream()
                    .filter(fact -> fact instanceof StateWithdrew || fact instanceof MembershipKindChanged)
                    .toList();
            List<NetworkFact> openings = new ArrayList<>(
                    facts.about(spell.id().value(), StateAdmitted.class).toList());
            facts.all(MembershipKindChanged.class)
                    .filter(change -> change.nextMembershipId().equals(spell.id()))
                    .forEach(openings::add);
            if (openings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the membership id is in use", openings.get(1), openings.get(0));
            }
            if (closings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the membership has ended already", closings.get(1), closings.get(0));
            }
            if (spell.closedBy() != null && spell.period().certainlyReversed()) {
                violations.add(CERTAINLY_OUT_OF_ORDER, "the membership would end before it began", spell.evidence());
            }
        }
    }

    /** Whoever ends or changes a spell names its id only; whose it is tells the spell. */
    private static void spellsEndWithTheirState(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        for (Spell spell : MembershipSpells.of(facts)) {
            Existence existence = States.existence(spell.state());
            if (existence.hasEnded()) {
                facts.about(spell.id().value(), MembershipFact.class)
                        .filter(step -> !(step instanceof StateAdmitted))
                        .forEach(step -> {
                            HistoricalDate on = Objects.requireNonNull(step.effectiveOn());
                            if (step instanceof StateWithdrew ? existence.excludesEnd(on) : existence.excludes(on)) {
                                violations.add(STATE_NOT_THERE, existence.refusal(on), step, spell.openedBy());
                            }
                        });
            }
        }
    }

    private static void spellsOfOneStateDoNotOverlap(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        List<Spell> spells = MembershipSpells.of(facts);
        for (int i = 0; i < spells.size(); i++) {
            for (int j = i + 1; j < spells.size(); j++) {
                Spell one = spells.get(i);
                Spell other = spells.get(j);
                if (one.state().equals(other.state()) && one.period().certainlyOverlaps(other.period())) {
                    violations.add(
                            MEMBERSHIP_OVERLAPS,
                            one.state().value() + " is " + one.kind() + " from " + one.from()
                                    + " on, which overlaps being " + other.kind() + " from " + other.from() + " on",
                            other.openedBy(),
                            one.openedBy());
                }
            }
        }
    }

    private static void suspensionsLieWithinTheSpellAndAlternate(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        for (Spell spell : MembershipSpells.of(facts)) {
            String id = spell.id().value();
            List<MembershipSuspended> suspensions =
                    facts.about(id, MembershipSuspended.class).toList();
            List<MembershipReinstated> reinstatements =
                    facts.about(id, MembershipReinstated.class).toList();
            List<NetworkFact> steps = new ArrayList<>(suspensions);
            steps.addAll(reinstatements);
            for (NetworkFact step : steps) {
                if (certainlyBefore(step.effectiveOn(), spell.from())) {
                    violations.add(CERTAINLY_OUT_OF_ORDER, "the membership had not begun", step, spell.openedBy());
                }
                Fact end = spell.end();
                if (end != null && certainlyBefore(spell.until(), step.effectiveOn())) {
                    violations.add(STEP_NOT_POSSIBLE, "the membership had ended", step, end);
                }
            }
            if (!Chronology.canFollowInTurn(suspensions, reinstatements)) {
                violations.add(
                        STEP_NOT_POSSIBLE,
                        "suspensions and reinstatements cannot have followed each other in turn",
                        steps.toArray(Fact[]::new));
            }
        }
    }

    private static void seatsAreHeldOnceAndInOrder(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        for (FocalPointRelieved relieved : facts.all(FocalPointRelieved.class).toList()) {
            if (opening(facts, relieved.subject()).isEmpty()) {
                violations.add(
                        facts.missing(relieved.subject()),
                        "there is no seat '" + relieved.seatId() + "' in this network",
                        relieved);
            }
        }
        for (String seat : facts.subjects()) {
            List<FocalPointFact> openings = opening(facts, seat);
            List<FocalPointRelieved> closings =
                    facts.about(seat, FocalPointRelieved.class).toList();
            if (openings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the seat id is in use", openings.get(1), openings.get(0));
            }
            if (closings.size() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the seat is vacant already", closings.get(1), closings.get(0));
            }
            if (!openings.isEmpty()
                    && !closings.isEmpty()
                    && certainlyBefore(closings.get(0).on(), openings.get(0).effectiveOn())) {
                violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the seat would be vacated before it was held",
                        closings.get(0),
                        openings.get(0));
            }
        }
    }

    private static List<FocalPointFact> opening(FactHistory<NetworkFact> facts, String seat) {
        return facts.about(seat, FocalPointFact.class)
                .filter(fact -> fact instanceof FocalPointDesignated || fact instanceof FocalPointActing)
                .toList();
    }

    private static void meetingsEndAfterTheyBegin(
            FactHistory<NetworkFact> facts, Set<String> touched, Violations violations) {
        facts.all(MeetingHeld.class).forEach(meeting -> {
            if (certainlyBefore(meeting.endsOn(), meeting.startsOn())) {
                violations.add(CERTAINLY_OUT_OF_ORDER, "the meeting would end before it began", meeting);
            }
            if (facts.about(meeting.subject(), MeetingHeld.class).count() > 1) {
                violations.add(STEP_NOT_POSSIBLE, "the meeting id is in use", meeting);
            }
        });
    }
}
