package org.preventionnetwork.registry.api.facts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a command refers to, by field; of several ids in a field one must exist. */
public final class References {
    private final Map<String, List<EntityId>> byField = new LinkedHashMap<>();

    private References() {}

    public static References to(String field, @Nullable EntityId id) {
        return new References().and(field, id);
    }

    public static References toOneOf(String field, List<EntityId> ids) {
        References references = new References();
        if (!ids.isEmpty()) {
            references.byField.put(field, ids);
        }
        return references;
    }

    public References and(String field, @Nullable EntityId id) {
        if (id != null) {
            byField.put(field, List.of(id));
        }
        return this;
    }

    public Map<String, List<EntityId>> asMap() {
        return byField;
    }
}
