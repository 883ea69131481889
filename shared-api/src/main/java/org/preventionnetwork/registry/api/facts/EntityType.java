package org.preventionnetwork.registry.api.facts;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of things the registry records facts about; one aggregate each. */
public enum EntityType {
    PROGRAMME("programme", "programmes"),
    INSTITUTION("institution", "institutions"),
    SEMINAR("seminar", "seminars"),
    OFFICIAL("official", "officials"),
    NETWORK("network", "networks"),
    INITIATIVE("initiative", "initiatives"),
    STATEMENT("statement", "statements"),
    EDITION("edition", "editions");

    private final String prefix;
    private final String collection;

    EntityType(String prefix, String collection) {
        this.prefix = prefix;
        this.collection = collection;
    }

    /** First part of the stored aggregate id, and of the logical names of its events. */
    public String prefix() {
        return prefix;
    }

    /** The collection's name in addresses: {@code /api/networks}. */
    public String collection() {
        return collection;
    }

    /** Empty for what no collection is called. */
    public static Optional<EntityType> ofCollection(String collection) {
        return Arrays.stream(values())
                .filter(type -> type.collection.equals(collection))
                .findFirst();
    }

    /** @throws IllegalArgumentException for a prefix that no type has */
    public static EntityType ofPrefix(String prefix) {
        for (EntityType type : values()) {
            if (type.prefix.equals(prefix)) {
                return type;
            }
        }
        throw new IllegalArgumentException("no entity type '" + prefix + "'");
    }
}
