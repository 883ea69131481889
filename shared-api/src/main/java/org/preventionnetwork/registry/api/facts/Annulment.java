package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.Nullable;

/** The fact never was true. Its id may be recorded anew. */
public interface Annulment extends RegistryEvent {
    /** The import that was annulled as a whole, or null: then importing the same row again records nothing. */
    @Nullable
    BatchId wholeBatch();

    /** Of the correction that this was a part of, as when a spell's end is taken back; null of an annulment by itself. */
    default @Nullable CorrectionKind correctionKind() {
        return null;
    }
}
