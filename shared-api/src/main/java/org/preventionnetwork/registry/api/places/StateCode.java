package org.preventionnetwork.registry.api.places;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A state or territory by its ISO 3166-1 alpha-2 code, or {@code XK} (Kosovo), which ISO leaves to its users; or one that
 * is gone, by ISO 3166-3's four letters ({@code CSHH}, Czechoslovakia), or by four that begin with {@code X} where ISO has
 * none or where it means more than one state. Two letters exist in the list of codes of the ICU library that this
 * registry is built with, of which a test sees to it that no code disappears: what was once recorded stays readable.
 *
 * <p>In JSON it is written as its code, and read from whatever {@link States#parse} takes.
 */
public record StateCode(@JsonValue String value) implements Comparable<StateCode> {

    /** @throws UnknownState when it is no such code, in capital letters */
    public StateCode {
        if (!StateCodes.exists(value)) {
            throw UnknownState.named(value);
        }
    }

    /**
     * The same as {@link States#parse}, where a framework looks for it.
     *
     * @throws UnknownState when no state, or more than one, is called so
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StateCode of(String codeOrName) {
        return States.parse(codeOrName);
    }

    /** Whether the text is the code of a state, of today or gone, as it is stored. */
    public static boolean isOne(String text) {
        return StateCodes.exists(text);
    }

    @Override
    public int compareTo(StateCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
