package org.preventionnetwork.registry.api.editions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** An edition of a report, e.g. {@code annual-report-2024}. */
public record EditionId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public EditionId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.EDITION;
    }

    @Override
    public String toString() {
        return value;
    }
}
