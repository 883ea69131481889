package org.preventionnetwork.registry.api.networks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A network of states, e.g. {@code latin-american-network}. */
public record NetworkId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public NetworkId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.NETWORK;
    }

    @Override
    public String toString() {
        return value;
    }
}
