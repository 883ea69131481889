package org.preventionnetwork.registry.api.officials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A person, by an id that says nothing about the person. */
public record OfficialId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public OfficialId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.OFFICIAL;
    }

    @Override
    public String toString() {
        return value;
    }
}
