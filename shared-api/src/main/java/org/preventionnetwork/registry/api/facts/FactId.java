package org.preventionnetwork.registry.api.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The identity of a recorded fact; it survives corrections. Further facts of one command append {@code .part}. */
public record FactId(@JsonValue String value) {
    private static final Pattern SHAPE = Pattern.compile(Slug.PATTERN + "(\\.[a-z]{1,32})*");

    @JsonCreator
    public FactId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidId("a fact id has 2 to 63 characters: a-z, 0-9 and hyphens");
        }
    }

    /** The id of a further fact that the same command records. */
    public FactId and(String part) {
        return new FactId(value + "." + part);
    }

    @Override
    public String toString() {
        return value;
    }
}
