package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.NameLanguage;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * A fact that says what its entity is called in a language. It goes with the name that the entity had then: a renaming
 * that is certainly later ends it, so that nothing is called by the translation of a name that it no longer has.
 */
public interface NamesInLanguage extends Fact {
    NameLanguage language();

    String name();

    /** Null for the name that it was first known by. */
    @Nullable
    HistoricalDate from();

    @Override
    default @Nullable HistoricalDate effectiveOn() {
        return from();
    }
}
