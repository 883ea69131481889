package org.preventionnetwork.registry.api.seminars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** One edition of a training, e.g. {@code s-2008-05}. */
public record SeminarId(@JsonValue String value) implements EntityId {
    @JsonCreator
    public SeminarId {
        Slug.require(value);
    }

    @Override
    public EntityType type() {
        return EntityType.SEMINAR;
    }

    @Override
    public String toString() {
        return value;
    }
}
