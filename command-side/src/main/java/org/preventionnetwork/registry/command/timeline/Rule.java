package org.preventionnetwork.registry.command.timeline;

import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;

/**
 * What must hold of a timeline whatever the order in which it was recorded. Rules refuse only what is certainly wrong.
 * They are asked before something is recorded, corrected or annulled, of the timeline as it would be.
 */
@FunctionalInterface
public interface Rule<F extends Fact> {
    /**
     * @param touched the subjects that the change is about; a rule about single subjects needs to look only at these
     */
    void check(FactHistory<F> facts, Set<String> touched, Violations violations);
}
