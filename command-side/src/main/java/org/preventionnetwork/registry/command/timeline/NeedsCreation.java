package org.preventionnetwork.registry.command.timeline;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.history.FactHistory;

/** Nothing holds of a thing without the fact that created it, which can be annulled only as the last one. */
public final class NeedsCreation<F extends Fact> implements Rule<F> {
    private final Class<? extends F> creation;
    private final String refusal;

    /** @param refusal says that there is no such thing */
    public NeedsCreation(Class<? extends F> creation, String refusal) {
        this.creation = creation;
        this.refusal = refusal;
    }

    @Override
    public void check(FactHistory<F> facts, Set<String> touched, Violations violations) {
        if (!facts.isEmpty() && facts.only(creation).isEmpty()) {
            violations.add(RefusalCode.UNKNOWN_ENTITY, refusal, facts.all().toArray(Fact[]::new));
        }
    }
}
