package org.preventionnetwork.registry.command.reading;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.NearestName;

/**
 * What is wrong with one field.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body: {@code /themes/3}; the empty string is the body
 * @param detail a sentence that says what is accepted, without personal data
 */
public record FieldError(String pointer, Code code, String detail) {
    /** Stable: clients act on these names. */
    public enum Code {
        /** The field is required. */
        MISSING,
        /** There is no field of this name. */
        UNKNOWN_FIELD,
        /** A text where a number is accepted, say. */
        WRONG_TYPE,
        /** The right type, but not a value that is accepted. */
        INVALID,
        /** A text or a list is too long. */
        TOO_LONG,
        /** A number is too small or too large. */
        OUT_OF_RANGE
    }

    /** @param name a sender's word, which is shortened and made harmless before it is repeated */
    public static String child(String pointer, String name) {
        return pointer + "/" + HarmlessText.excerpt(name).replace("~", "~0").replace("/", "~1");
    }

    /** Says of a field that there is none of its name, which could be meant, and which there are. */
    public static String unknown(String name, Collection<String> known) {
        String meant = NearestName.of(name, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        return "there is no such field" + meant + "; fields are: " + String.join(", ", known);
    }

    /**
     * The pointer to a field of the body, or to the body itself where no field is known.
     *
     * @param field its name; below a list, names and indexes with slashes between: {@code figures/0/scope}
     */
    public static String pointerTo(@Nullable String field) {
        String pointer = "";
        if (field != null && !field.isEmpty()) {
            for (String part : field.split("/")) {
                pointer = child(pointer, part);
            }
        }
        return pointer;
    }
}
