package org.preventionnetwork.registry.api.statements;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;

/**
 * What a figure is about: {@code network:<id>}, {@code programme:<id>}, or an id that means the network of that id if
 * there is one, else the programme.
 */
public record Scope(@JsonValue String value) {
    @JsonCreator
    public Scope {
        candidates(value);
    }

    /** What it can mean, in order of preference. */
    public List<EntityId> candidates() {
        return candidates(value);
    }

    private static List<EntityId> candidates(String scope) {
        int colon = scope.indexOf(':');
        String id = scope.substring(colon + 1);
        return switch (colon < 0 ? "" : scope.substring(0, colon)) {
            case "network" -> List.of(new NetworkId(id));
            case "programme" -> List.of(new ProgrammeId(id));
            case "" -> List.of(new NetworkId(id), new ProgrammeId(id));
            default -> throw new IllegalArgumentException("a scope is the id of a network or of a programme");
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
