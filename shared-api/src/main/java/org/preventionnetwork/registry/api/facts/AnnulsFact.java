package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.Nullable;

/** Says that a recorded fact never was true. */
public interface AnnulsFact extends RegistryCommand {
    FactId factId();

    /** The import that is annulled as a whole, or null for a single annulment. */
    @Nullable
    BatchId wholeBatch();
}
