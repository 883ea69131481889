package org.preventionnetwork.registry.api.editions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** A figure of one edition, e.g. {@code member-states}; unique in its edition only. */
public record FigureKey(@JsonValue String value) {
    @JsonCreator
    public FigureKey {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
