package org.preventionnetwork.registry.api.seminars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** One official's way through one seminar. */
public record EnrollmentId(@JsonValue String value) {
    @JsonCreator
    public EnrollmentId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
