package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.SEMINAR_CANCELLED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.*;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.NumberGivenOnce;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.StatesInTheirDays;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of an edition, enrolments aside. */
final class SeminarRules {
    static final List<Rule<SeminarFact>> ALL = List.of(
            new NeedsCreation<>(SeminarScheduled.class, "seminar", 1),
            new OnceOnly<>(
                    SeminarScheduled.class, SeminarConvened.class, SeminarConcluded.class, SeminarCancelled.class),
            new StatesInTheirDays<>(),
            ifTheEditionIsTouched(SeminarRules::endsAfterItStarts),
            ifTheEditionIsTouched(SeminarRules::isConcludedAfterItBegan),
            ifTheEditionIsTouched(SeminarRules::isHeldOrCancelled),
            ifTheEditionIsTouched(SeminarRules::coOrganisersLeaveAfterTheyJoined),
            ifTheEditionIsTouched(SeminarRules::instructorsAreAssignedAndReleasedInTurn),
            NumberGivenOnce.among(
                    EnrollmentFact.class,
                    SeminarRules::certificate,
                    "another enrolment in the seminar has this certificate number"));

    private SeminarRules() {}

    /** However it is written. */
    private static @Nullable String certificate(EnrollmentFact fact) {
        String certificate = EnrollmentSteps.certificate(fact);
        return certificate == null ? null : certificate.strip().toUpperCase(Locale.ROOT);
    }

    private static Rule<SeminarFact> ifTheEditionIsTouched(Rule<SeminarFact> rule) {
        return (facts, touched, violations) -> {
            if (touched.contains("")) {
                rule.check(facts, touched, violations);
            }
        };
    }

    private static void endsAfterItStarts(FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        facts.about("", SeminarScheduled.class)
                .filter(scheduled -> certainlyBefore(scheduled.endsOn(), scheduled.startsOn()))
                .forEach(scheduled ->
                        violations.add(CERTAINLY_OUT_OF_ORDER, "the seminar would end before it starts", scheduled));
        facts.about("", SeminarRescheduled.class)
                .filter(moved -> certainlyBefore(moved.endsOn(), moved.startsOn()))
                .forEach(moved ->
                        violations.add(CERTAINLY_OUT_OF_ORDER, "the seminar would end before it starts", moved));
    }

    private static void isConcludedAfterItBegan(
            FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        SeminarLife life = SeminarLife.of(facts);
        SeminarConcluded concluded = life.concluded();
        if (concluded == null) {
            return;
        }
        if (life.convened() != null
                && certainlyBefore(concluded.on(), life.convened().on())) {
            violations.add(
                    CERTAINLY_OUT_OF_ORDER,
                    "the seminar would be concluded before it was convened",
                    concluded,
                    life.convened());
        }
        if (life.dates() != null && certainlyBefore(concluded.on(), life.startsOn())) {
            violations.add(
                    CERTAINLY_OUT_OF_ORDER, "the seminar would be concluded before it starts", concluded, life.dates());
        }
    }

    private static void isHeldOrCancelled(FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        SeminarLife life = SeminarLife.of(facts);
        SeminarCancelled cancelled = life.cancelled();
        SeminarFact held = life.convened() != null ? life.convened() : life.concluded();
        if (cancelled == null || held == null) {
            return;
        }
        if (facts.recordedBefore(cancelled, held)) {
            violations.add(SEMINAR_CANCELLED, "the seminar is cancelled", held, cancelled);
        } else {
            violations.add(STEP_NOT_POSSIBLE, "the seminar took place", cancelled, held);
        }
    }

    private static void coOrganisersLeaveAfterTheyJoined(
            FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        Set<String> present = new HashSet<>();
        facts.only(SeminarScheduled.class).ifPresent(scheduled -> present.addAll(scheduled.coOrganisers()));
        for (SeminarFact fact : facts.about("")) {
            if (fact instanceof CoOrganiserAdded added) {
                present.add(added.organiser());
            } else if (fact instanceof CoOrganiserRemoved removed && !present.remove(removed.organiser())) {
                violations.add(STEP_NOT_POSSIBLE, "this organiser is none of the seminar's", removed);
            }
        }
    }

    /** Wrong only where no order that the dates leave open alternates. */
    private static void instructorsAreAssignedAndReleasedInTurn(
            FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        Map<OfficialId, List<EditionFact>> byOfficial = new LinkedHashMap<>();
        for (SeminarFact fact : facts.about("")) {
            if (fact instanceof InstructorAssigned assigned) {
                byOfficial
                        .computeIfAbsent(assigned.official(), o -> new ArrayList<>())
                        .add(assigned);
            } else if (fact instanceof InstructorReleased released) {
                byOfficial
                        .computeIfAbsent(released.official(), o -> new ArrayList<>())
                        .add(released);
            }
        }
        byOfficial.values().forEach(rest -> {
            boolean assigned = false;
            while (!rest.isEmpty()) {
                Optional<EditionFact> next = nextInTurn(rest, assigned);
                if (next.isEmpty()) {
                    violations.add(
                            STEP_NOT_POSSIBLE,
                            assigned ? "the instructor is assigned already" : "the instructor was not assigned then",
                            rest.get(rest.size() - 1));
                    return;
                }
                rest.remove(next.get());
                assigned = !assigned;
            }
        });
    }

    /** Of those that may come next the one that ends earliest, so that it stands in no other's way. */
    private static Optional<EditionFact> nextInTurn(List<EditionFact> rest, boolean assigned) {
        LocalDate bound = EffectiveOrder.earliestEnd(rest);
        return rest.stream()
                .filter(fact -> assigned == fact instanceof InstructorReleased)
                .filter(fact -> EffectiveOrder.mayComeFirst(fact, bound))
                .min(Comparator.comparing(fact -> EffectiveOrder.latest(fact.effectiveOn())));
    }
}
