package org.preventionnetwork.registry.query.officials;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;

/** Personal texts in the tables: kept as they were recorded, read only to answer those who may know. */
final class PersonalJson {
    private PersonalJson() {}

    static @Nullable String write(@Nullable PersonalText text) {
        return text == null ? null : RegistryJson.mapper().writeValueAsString(text);
    }

    /** @throws IllegalStateException when there is no key: an outage, not a blank */
    static @Nullable String read(@Nullable String json) {
        if (json == null) {
            return null;
        }
        PersonalText text = RegistryJson.mapper().readValue(json, PersonalText.class);
        if (!text.scheme().equals(PersonalText.PLAIN)) {
            throw new IllegalStateException("personal data in scheme " + text.scheme() + " cannot be read here");
        }
        return text.value();
    }
}
