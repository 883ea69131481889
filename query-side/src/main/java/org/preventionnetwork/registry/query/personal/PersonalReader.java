package org.preventionnetwork.registry.query.personal;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.stereotype.Component;

/** The only way to read personal texts. Whose they are is remembered, and stands in the access log before they leave. */
@Component
public final class PersonalReader {
    private final Viewings viewings;

    PersonalReader(Viewings viewings) {
        this.viewings = viewings;
    }

    /**
     * @param json a personal text as it is stored in tables
     * @throws IllegalStateException when it cannot be read: an outage, not a blank; or when there is no viewing
     */
    public @Nullable String read(@Nullable String json) {
        return json == null ? null : read(RegistryJson.mapper().readValue(json, PersonalText.class));
    }

    /** @throws IllegalStateException when it cannot be read: an outage, not a blank; or when there is no viewing */
    public @Nullable String read(@Nullable PersonalText text) {
        if (text == null) {
            return null;
        }
        Viewing viewing = viewings.current();
        String value = opened(text);
        viewing.saw(text.person());
        return value;
    }

    private static String opened(PersonalText text) {
        if (!text.scheme().equals(PersonalText.PLAIN)) {
            throw new IllegalStateException("personal data in scheme " + text.scheme() + " cannot be read here");
        }
        return text.value();
    }
}
