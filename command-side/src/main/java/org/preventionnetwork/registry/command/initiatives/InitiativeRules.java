package org.preventionnetwork.registry.command.initiatives;

import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.facts.RefusalCode.INCOMPLETE;
import static org.preventionnetwork.registry.api.facts.RefusalCode.STEP_NOT_POSSIBLE;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeFact;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeLaunched;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.command.timeline.NeedsCreation;
import org.preventionnetwork.registry.command.timeline.OnceOnly;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.StatesInTheirDays;
import org.preventionnetwork.registry.command.timeline.Violations;

/** What is certainly wrong in the history of a national initiative. */
final class InitiativeRules {
    private static final Set<InitiativeStage> FINAL = EnumSet.of(InitiativeStage.CONCLUDED, InitiativeStage.ABANDONED);

    static final NeedsCreation<InitiativeFact> IS_LAUNCHED =
            new NeedsCreation<>(InitiativeLaunched.class, "initiative");

    static final List<Rule<InitiativeFact>> ALL = List.of(
            IS_LAUNCHED,
            new OnceOnly<>(InitiativeLaunched.class),
            new StatesInTheirDays<>(),
            InitiativeRules::isOfAState,
            InitiativeRules::nothingBeforeItsLaunch,
            InitiativeRules::noStageAfterTheLast);

    private InitiativeRules() {}

    private static void isOfAState(FactHistory<InitiativeFact> facts, Set<String> touched, Violations violations) {
        facts.only(InitiativeLaunched.class)
                .filter(launched -> launched.states().isEmpty())
                .ifPresent(launched -> violations.add(INCOMPLETE, "an initiative is of one state at least", launched));
    }

    private static void nothingBeforeItsLaunch(
            FactHistory<InitiativeFact> facts, Set<String> touched, Violations violations) {
        facts.only(InitiativeLaunched.class).ifPresent(launched -> facts.all().stream()
                .filter(fact -> !isProposal(fact) && certainlyBefore(fact.effectiveOn(), launched.launchedOn()))
                .forEach(fact -> violations.add(
                        CERTAINLY_OUT_OF_ORDER,
                        "the initiative was launched on " + launched.launchedOn(),
                        fact,
                        launched)));
    }

    /** What is proposed need not have been launched yet. */
    private static boolean isProposal(InitiativeFact fact) {
        return fact instanceof InitiativeStageChanged changed && changed.stage() == InitiativeStage.PROPOSED;
    }

    private static void noStageAfterTheLast(
            FactHistory<InitiativeFact> facts, Set<String> touched, Violations violations) {
        List<InitiativeStageChanged> stages =
                facts.all(InitiativeStageChanged.class).toList();
        for (InitiativeStageChanged last : stages) {
            if (FINAL.contains(last.stage())) {
                stages.stream()
                        .filter(later -> certainlyBefore(last.on(), later.on()))
                        .forEach(later -> violations.add(
                                STEP_NOT_POSSIBLE,
                                "the initiative was " + last.stage() + " on " + last.on(),
                                later,
                                last));
            }
        }
    }
}
