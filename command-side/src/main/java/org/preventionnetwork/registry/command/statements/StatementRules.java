package org.preventionnetwork.registry.command.statements;

import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.SELF_CONTRADICTORY;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementFact;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of a published figure. */
final class StatementRules {
    /** The figures that count states, so that a roster can say which. */
    private static final Set<Metric> COUNTING_STATES = EnumSet.of(
            Metric.MEMBER_STATES, Metric.OBSERVER_STATES, Metric.LIAISON_STATES, Metric.PARTICIPATING_STATES);

    static final List<Rule<StatementFact>> ALL = List.of(
            new NeedsCreation<>(StatementPublished.class, "statement"),
            new OnceOnly<>(StatementPublished.class, StatementWithdrawn.class),
            StatementRules::aFigureIsNotNegative,
            StatementRules::onlyFiguresOfStatesHaveARoster,
            StatementRules::isWithdrawnAfterItWasPublished);

    private StatementRules() {}

    private static void aFigureIsNotNegative(
            FactHistory<StatementFact> facts, Set<String> touched, Violations violations) {
        facts.only(StatementPublished.class)
                .filter(published -> published.value() < 0)
                .ifPresent(published ->
                        violations.add(SELF_CONTRADICTORY, "a figure counts something and is not negative", published));
    }

    private static void onlyFiguresOfStatesHaveARoster(
            FactHistory<StatementFact> facts, Set<String> touched, Violations violations) {
        facts.only(StatementPublished.class)
                .filter(published -> !published.roster().isEmpty() && !COUNTING_STATES.contains(published.metric()))
                .ifPresent(published -> violations.add(
                        SELF_CONTRADICTORY,
                        published.metric() + " does not count states, which a roster lists",
                        published));
    }

    private static void isWithdrawnAfterItWasPublished(
            FactHistory<StatementFact> facts, Set<String> touched, Violations violations) {
        facts.only(StatementPublished.class).ifPresent(published -> facts.only(StatementWithdrawn.class)
                .filter(withdrawn -> certainlyBefore(withdrawn.on(), published.statedOn()))
                .ifPresent(withdrawn -> violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the statement was published on " + published.statedOn(),
                        withdrawn,
                        published)));
    }
}
