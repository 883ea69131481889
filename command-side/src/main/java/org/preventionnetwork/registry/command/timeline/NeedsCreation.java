package org.preventionnetwork.registry.command.timeline;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.history.FactHistory;

/**
 * Nothing holds of a thing without the fact that created it, which can be annulled only as the last one. Whoever comes
 * after that had every reason to expect the thing, and is told that it is annulled; what never was is unknown.
 */
public final class NeedsCreation<F extends Fact> implements Rule<F> {
    private final Class<? extends F> creation;
    private final String thing;
    private final long named;

    /** @param thing what it is called, such as {@code network} */
    public NeedsCreation(Class<? extends F> creation, String thing) {
        this(creation, thing, Long.MAX_VALUE);
    }

    /** @param named how many of the facts that depend on it a refusal names at most */
    public NeedsCreation(Class<? extends F> creation, String thing, long named) {
        this.creation = creation;
        this.thing = thing;
        this.named = named;
    }

    @Override
    public void check(FactHistory<F> facts, Set<String> touched, Violations violations) {
        if (!facts.isEmpty() && facts.only(creation).isEmpty()) {
            violations.add(
                    code(facts),
                    sentence(facts),
                    facts.all().stream().limit(named).toArray(Fact[]::new));
        }
    }

    /** @throws Refused when the thing never was, or is annulled */
    public void require(FactHistory<F> facts) {
        if (facts.only(creation).isEmpty()) {
            throw new Refused(code(facts), sentence(facts));
        }
    }

    private RefusalCode code(FactHistory<F> facts) {
        return facts.wasAnnulled(creation) ? RefusalCode.ALREADY_ANNULLED : RefusalCode.UNKNOWN_ENTITY;
    }

    private String sentence(FactHistory<F> facts) {
        return "there is no such " + thing + (facts.wasAnnulled(creation) ? " any more: it is annulled" : "");
    }
}
