package org.preventionnetwork.registry.api.wire;

import org.preventionnetwork.registry.api.facts.RegistryEvent;

/** Closes the personal texts of events on their way into the store, and opens them on their way out. */
public interface PersonalCipher {
    /** @return the event as it is to be stored; the same one when it holds no personal text */
    <E extends RegistryEvent> E seal(E event);

    /**
     * Gives every personal text in plain, or {@linkplain org.preventionnetwork.registry.api.officials.PersonalText#erased()
     * erased}.
     *
     * @param event its texts know their places
     * @throws RuntimeException when there is no key although the person is not erased, or a text stands in a place that is
     *     not its own; never a blank instead
     */
    <E extends RegistryEvent> E open(E event);
}
