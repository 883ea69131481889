package org.preventionnetwork.registry.api.institutions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** An office of an institution in a city. */
public record OfficeId(@JsonValue String value) {
    @JsonCreator
    public OfficeId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
