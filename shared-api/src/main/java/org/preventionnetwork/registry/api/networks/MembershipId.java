package org.preventionnetwork.registry.api.networks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.Slug;

/** One spell of one state in one network, of one kind. */
public record MembershipId(@JsonValue String value) {
    @JsonCreator
    public MembershipId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
