package org.preventionnetwork.registry.command.editions;

import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.INCOMPLETE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.SELF_CONTRADICTORY;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionFact;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.editions.FigureKey;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of an edition. */
final class EditionRules {
    static final List<Rule<EditionFact>> ALL = List.of(
            new NeedsCreation<>(EditionPinned.class, "edition"),
            new OnceOnly<>(EditionPinned.class, EditionWithdrawn.class),
            EditionRules::hasFigures,
            EditionRules::aKeyIsOfOneFigure,
            EditionRules::whatIsPrintedIsNotNegative,
            EditionRules::positionsStartWithOne,
            EditionRules::isWithdrawnAfterItWasPublished);

    private EditionRules() {}

    private static void hasFigures(FactHistory<EditionFact> facts, Set<String> touched, Violations violations) {
        facts.only(EditionPinned.class)
                .filter(pinned -> pinned.figures().isEmpty())
                .ifPresent(pinned -> violations.add(INCOMPLETE, "an edition pins at least one figure", pinned));
    }

    private static void aKeyIsOfOneFigure(FactHistory<EditionFact> facts, Set<String> touched, Violations violations) {
        facts.only(EditionPinned.class).ifPresent(pinned -> {
            Set<FigureKey> keys = new HashSet<>();
            for (EditionFigure figure : pinned.figures()) {
                if (!keys.add(figure.key())) {
                    violations.add(SELF_CONTRADICTORY, "two figures have the key '" + figure.key() + "'", pinned);
                }
            }
        });
    }

    private static void whatIsPrintedIsNotNegative(
            FactHistory<EditionFact> facts, Set<String> touched, Violations violations) {
        facts.only(EditionPinned.class).ifPresent(pinned -> pinned.figures().stream()
                .filter(figure -> figure.printed() != null && figure.printed() < 0)
                .forEach(figure -> violations.add(
                        SELF_CONTRADICTORY,
                        "a figure counts something and is not negative: '" + figure.key() + "'",
                        pinned)));
    }

    private static void positionsStartWithOne(
            FactHistory<EditionFact> facts, Set<String> touched, Violations violations) {
        facts.only(EditionPinned.class)
                .filter(pinned -> pinned.position() < 1)
                .ifPresent(
                        pinned -> violations.add(SELF_CONTRADICTORY, "the first position of the ledger is 1", pinned));
    }

    private static void isWithdrawnAfterItWasPublished(
            FactHistory<EditionFact> facts, Set<String> touched, Violations violations) {
        facts.only(EditionPinned.class).ifPresent(pinned -> facts.only(EditionWithdrawn.class)
                .filter(withdrawn -> certainlyBefore(withdrawn.on(), pinned.publishedOn()))
                .ifPresent(withdrawn -> violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the edition was published on " + pinned.publishedOn(),
                        withdrawn,
                        pinned)));
    }
}
