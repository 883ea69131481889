package org.preventionnetwork.registry.api.networks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** A state's focal-point seat, held by an institution for a time. */
public record SeatId(@JsonValue String value) {
    @JsonCreator
    public SeatId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
