package org.preventionnetwork.registry.api.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** One import; every event it records carries this id. */
public record BatchId(@JsonValue String value) {
    @JsonCreator
    public BatchId {
        Slug.require(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
