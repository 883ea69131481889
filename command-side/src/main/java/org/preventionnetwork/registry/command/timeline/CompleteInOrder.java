package org.preventionnetwork.registry.command.timeline;

import static org.preventionnetwork.registry.api.facts.RefusalCode.CERTAINLY_OUT_OF_ORDER;
import static org.preventionnetwork.registry.api.history.EffectiveOrder.certainlyBefore;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.DeclaresComplete;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;

/** A list that is complete for a time is so until a day that comes after the first. */
public final class CompleteInOrder<F extends Fact> implements Rule<F> {
    @Override
    public void check(FactHistory<F> facts, Set<String> touched, Violations violations) {
        facts.all().stream()
                .filter(DeclaresComplete.class::isInstance)
                .map(DeclaresComplete.class::cast)
                .filter(declared -> certainlyBefore(declared.asOf(), declared.from()))
                .forEach(declared -> violations.add(
                        CERTAINLY_OUT_OF_ORDER, "the list would be complete until before it begins", declared));
    }
}
