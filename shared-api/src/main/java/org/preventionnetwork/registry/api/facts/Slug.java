package org.preventionnetwork.registry.api.facts;

import java.util.regex.Pattern;

/** The one shape of every id that a sender chooses. */
public final class Slug {
    public static final String PATTERN = "[a-z0-9][a-z0-9-]{1,62}";
    private static final Pattern SHAPE = Pattern.compile(PATTERN);

    private Slug() {}

    /**
     * @return the value, unchanged
     * @throws InvalidId saying what is accepted
     */
    public static String require(String value) {
        if (value == null || !SHAPE.matcher(value).matches()) {
            throw new InvalidId(
                    "an id has 2 to 63 characters: lower-case letters a-z, digits and hyphens, not starting with a hyphen");
        }
        return value;
    }
}
