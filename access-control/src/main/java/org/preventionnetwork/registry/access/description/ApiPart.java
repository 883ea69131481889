package org.preventionnetwork.registry.access.description;

import io.swagger.v3.oas.models.OpenAPI;

/** What a module adds to the OpenAPI document, in the order of the beans: each sees what those before it have added. */
public interface ApiPart {
    void addTo(OpenAPI api);
}
