package org.preventionnetwork.registry.query.personal;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.personal.PersonKeys;
import org.preventionnetwork.registry.personal.SealedEvents;
import org.springframework.stereotype.Component;

/** The only way to read personal texts. Whose they are is remembered, and stands in the access log before they leave. */
@Component
public final class PersonalReader {
    private final Viewings viewings;
    private final SealedEvents sealed;
    private final PersonKeys keys;

    PersonalReader(Viewings viewings, SealedEvents sealed, PersonKeys keys) {
        this.viewings = viewings;
        this.sealed = sealed;
        this.keys = keys;
    }

    /** Makes what is read of many persons next quicker to read. */
    public void prepare(Collection<OfficialId> persons) {
        keys.prepare(persons);
    }

    /**
     * @param json a personal text as it is stored in tables
     * @return null for none, and for a person who is erased
     * @throws org.preventionnetwork.registry.personal.KeyUnavailable an outage, not a blank
     * @throws org.preventionnetwork.registry.personal.PersonalDataDamaged when it was changed, or is from another place
     * @throws IllegalStateException when there is no viewing
     */
    public @Nullable String read(@Nullable String json) {
        return json == null ? null : read(parse(json));
    }

    /** The same of a text from an event. */
    public @Nullable String read(@Nullable PersonalText text) {
        if (text == null) {
            return null;
        }
        Viewing viewing = viewings.current();
        String value = opened(text);
        if (value != null) {
            viewing.saw(text.person());
        }
        return value;
    }

    /** For deciding what is to be shown, and in what order; never itself part of an answer. */
    public @Nullable String unshown(@Nullable String json) {
        return json == null ? null : opened(parse(json));
    }

    private @Nullable String opened(PersonalText text) {
        PersonalText opened = sealed.open(text);
        return opened.isPlain() ? opened.value() : null;
    }

    private static PersonalText parse(String json) {
        return RegistryJson.mapper().readValue(json, PersonalText.class);
    }
}
