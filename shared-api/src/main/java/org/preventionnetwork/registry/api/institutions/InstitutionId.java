package org.preventionnetwork.registry.api.institutions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** A body, e.g. {@code auschwitz-birkenau-museum}. */
public record InstitutionId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public InstitutionId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.INSTITUTION;
    }

    @Override
    public String toString() {
        return value;
    }
}
