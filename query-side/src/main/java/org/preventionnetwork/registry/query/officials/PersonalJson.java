package org.preventionnetwork.registry.query.officials;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;

/**
 * Personal texts in the tables: kept as they were recorded, read only by a
 * {@link org.preventionnetwork.registry.query.personal.PersonalReader}.
 */
final class PersonalJson {
    private PersonalJson() {}

    static @Nullable String write(@Nullable PersonalText text) {
        return text == null ? null : RegistryJson.mapper().writeValueAsString(text);
    }
}
