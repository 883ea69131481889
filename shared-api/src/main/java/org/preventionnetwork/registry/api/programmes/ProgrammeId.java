package org.preventionnetwork.registry.api.programmes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A line of work, e.g. {@code latin-america}. */
public record ProgrammeId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public ProgrammeId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.PROGRAMME;
    }

    @Override
    public String toString() {
        return value;
    }
}
