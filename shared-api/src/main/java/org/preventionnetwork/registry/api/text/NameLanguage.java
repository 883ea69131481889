package org.preventionnetwork.registry.api.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A language in which names can be recorded beside the name that a thing goes by: those of the pages. Stored by its
 * constant's name, which stays.
 */
public enum NameLanguage {
    EN,
    ES,
    FR,
    PT;

    /** {@code es}, as in an address and in answers. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a language in which no names are recorded. */
    public static Optional<NameLanguage> of(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }
}
