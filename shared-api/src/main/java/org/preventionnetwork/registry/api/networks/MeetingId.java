package org.preventionnetwork.registry.api.networks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** A meeting of a network. */
public record MeetingId(@JsonValue String value) {
    @JsonCreator
    public MeetingId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
