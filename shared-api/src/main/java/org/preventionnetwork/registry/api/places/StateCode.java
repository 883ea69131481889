package org.preventionnetwork.registry.api.places;

import com.fasterxml.jackson.annotation.*;

public record StateCode(@JsonValue String value) {
    @JsonCreator
    public StateCode {}
}
