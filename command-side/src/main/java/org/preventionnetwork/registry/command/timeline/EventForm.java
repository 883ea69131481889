package org.preventionnetwork.registry.command.timeline;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.BatchId;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;

/** How one aggregate's vocabulary says what happens to a fact. */
public interface EventForm<F extends Fact> {
    RegistryEvent sourceAdded(F fact);

    RegistryEvent corrected(F replacement, CorrectionKind kind);

    RegistryEvent annulled(F fact, @Nullable BatchId wholeBatch);

    /** As a part of a correction; only where a correction can take a fact back. */
    default RegistryEvent annulled(F fact, CorrectionKind kind) {
        throw new UnsupportedOperationException("no correction takes back " + fact.factId());
    }
}
