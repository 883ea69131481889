package org.preventionnetwork.registry.api.initiatives;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A national initiative, e.g. {@code nm-ar}. */
public record InitiativeId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public InitiativeId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.INITIATIVE;
    }

    @Override
    public String toString() {
        return value;
    }
}
