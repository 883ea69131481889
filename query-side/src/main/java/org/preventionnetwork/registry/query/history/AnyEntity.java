package org.preventionnetwork.registry.query.history;

import java.util.Arrays;
import java.util.List;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;

/** An entity of whatever type, for questions that are asked of all alike. */
public record AnyEntity(EntityType type, String value) implements EntityId {
    public AnyEntity {
        Slug.require(value);
    }

    /** All that may be meant by an id alone. */
    static List<AnyEntity> named(String id) {
        return Arrays.stream(EntityType.values())
                .map(type -> new AnyEntity(type, id))
                .toList();
    }
}
