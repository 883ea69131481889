package org.preventionnetwork.registry.api.statements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A published figure or roster, e.g. {@code st-001}. */
public record StatementId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public StatementId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.STATEMENT;
    }

    @Override
    public String toString() {
        return value;
    }
}
