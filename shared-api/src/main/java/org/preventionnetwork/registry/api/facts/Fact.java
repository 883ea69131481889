package org.preventionnetwork.registry.api.facts;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Something that was true in the world, as a source says; facts arrive in any order, years late. */
public interface Fact extends RegistryEvent {
    /** The part of the entity that this fact is about (a membership's id, say), or the empty string for the whole. */
    default String subject() {
        return "";
    }

    /** When it was true, or null where the fact has no date of its own. */
    default @Nullable HistoricalDate effectiveOn() {
        return null;
    }
}
