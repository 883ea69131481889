package org.preventionnetwork.registry.command.timeline;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.history.FactHistory;

/** Of each of these facts there is at most one; another is a correction of the first. */
public final class OnceOnly<F extends Fact> implements Rule<F> {
    private final List<Class<? extends F>> types;

    @SafeVarargs
    public OnceOnly(Class<? extends F>... types) {
        this.types = List.of(types);
    }

    @Override
    public void check(FactHistory<F> facts, Set<String> touched, Violations violations) {
        for (Class<? extends F> type : types) {
            List<? extends F> found = facts.about("", type).toList();
            if (found.size() > 1) {
                violations.add(
                        RefusalCode.RECORDED_ONCE_ONLY,
                        "this is recorded already, with another content; correct that fact instead",
                        found.get(1),
                        found.get(0));
            }
        }
    }
}
