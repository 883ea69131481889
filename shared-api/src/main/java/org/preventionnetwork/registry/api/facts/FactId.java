package org.preventionnetwork.registry.api.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** The identity of a recorded fact; it survives corrections. */
public record FactId(@JsonValue String value) {
    @JsonCreator
    public FactId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
