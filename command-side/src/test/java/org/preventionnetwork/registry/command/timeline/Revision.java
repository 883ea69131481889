package org.preventionnetwork.registry.command.timeline;

import java.util.List;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactPatch;

/**
 * One fact that can be corrected and annulled.
 *
 * @param before what must have been recorded before it
 * @param corrected the fact with the patch applied
 */
public record Revision<F extends Fact>(List<F> before, F fact, FactPatch patch, F corrected) {
    public static <F extends Fact> Revision<F> of(List<F> before, F fact, String patch, F corrected) {
        return new Revision<>(before, fact, Samples.patch(patch), corrected);
    }

    @Override
    public String toString() {
        return fact.getClass().getSimpleName();
    }
}
