package org.preventionnetwork.registry.command.programmes;

import static org.preventionnetwork.registry.api.facts.RefusalCode.AFTER_DISSOLUTION;
import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.INCOMPLETE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.DeclaresComplete;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeClosed;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeCurriculumSet;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeEstablished;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.command.timeline.CompleteInOrder;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of a programme. */
final class ProgrammeRules {
    static final List<Rule<ProgrammeFact>> ALL = List.of(
            new NeedsCreation<>(ProgrammeEstablished.class, "programme"),
            new OnceOnly<>(ProgrammeEstablished.class, ProgrammeClosed.class),
            ProgrammeRules::nothingBeforeItsEstablishment,
            ProgrammeRules::nothingAfterItsClosing,
            ProgrammeRules::aCurriculumHasThemes,
            ProgrammeRules::servesANetworkOnceAtATime,
            new CompleteInOrder<>());

    private ProgrammeRules() {}

    private static void nothingBeforeItsEstablishment(
            FactHistory<ProgrammeFact> facts, Set<String> touched, Violations violations) {
        facts.only(ProgrammeEstablished.class).ifPresent(established -> facts.all().stream()
                .filter(fact -> certainlyBefore(fact.effectiveOn(), established.establishedOn()))
                .forEach(fact -> violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the programme was established on " + established.establishedOn(),
                        fact,
                        established)));
    }

    private static void nothingAfterItsClosing(
            FactHistory<ProgrammeFact> facts, Set<String> touched, Violations violations) {
        facts.only(ProgrammeClosed.class).ifPresent(closed -> facts.all().stream()
                .filter(fact -> !(fact instanceof ProgrammeEstablished) && !(fact instanceof DeclaresComplete))
                .filter(fact -> certainlyBefore(closed.on(), fact.effectiveOn()))
                .forEach(fact ->
                        violations.add(AFTER_DISSOLUTION, "the programme was closed on " + closed.on(), fact, closed)));
    }

    private static void aCurriculumHasThemes(
            FactHistory<ProgrammeFact> facts, Set<String> touched, Violations violations) {
        facts.all(ProgrammeCurriculumSet.class)
                .filter(curriculum -> curriculum.themes().isEmpty())
                .forEach(curriculum -> violations.add(INCOMPLETE, "a curriculum has at least one theme", curriculum));
    }

    private static void servesANetworkOnceAtATime(
            FactHistory<ProgrammeFact> facts, Set<String> touched, Violations violations) {
        List<NetworkServed> spells = facts.all(NetworkServed.class).toList();
        for (int i = 0; i < spells.size(); i++) {
            NetworkServed one = spells.get(i);
            if (certainlyBefore(one.until(), one.from())) {
                violations.add(CERTAINLY_OUT_OF_ORDER, "it would end before it began", one);
            }
            for (NetworkServed other : spells.subList(0, i)) {
                if (one.network().equals(other.network()) && days(one).certainlyOverlaps(days(other))) {
                    violations.add(STEP_NOT_POSSIBLE, "the programme serves the network already", one, other);
                }
            }
        }
    }

    private static Period days(NetworkServed spell) {
        HistoricalDate from = spell.from();
        return new Period(from == null ? HistoricalDate.unknown() : from, spell.until());
    }
}
