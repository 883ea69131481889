package org.preventionnetwork.registry.api.facts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a correction says about a fact: a field that is present replaces the old value, {@code null} clears it, an absent
 * field stays (RFC 7396).
 */
public record FactPatch(@JsonValue ObjectNode fields) {
    @JsonCreator
    public FactPatch {}

    /** The fields' names only: a value can be somebody's name. */
    @Override
    public String toString() {
        return "FactPatch" + fields.propertyNames();
    }
}
