package org.preventionnetwork.registry.api.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the known names somebody meant who wrote another: so that nobody's misspelling is taken for nothing at all. */
public final class NearestName {
    private static final int SHORT = 3;
    private static final int LONG = 6;
    /** What is longer than this is no misspelling, and would take long to compare. */
    private static final int LONGEST = 40;

    private NearestName() {}

    /** Empty when none of them is near; case makes no difference. */
    public static Optional<String> of(String given, Collection<String> known) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        String lower = given.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> distance(lower, name) <= mistakes(name))
                .min(Comparator.<String>comparingInt(name -> distance(lower, name))
                        .thenComparing(name -> name));
    }

    private static int distance(String lower, String name) {
        return EditDistance.between(lower, name.toLowerCase(Locale.ROOT));
    }

    private static int mistakes(String name) {
        return name.length() < SHORT ? 0 : name.length() < LONG ? 1 : 2;
    }
}
