package org.preventionnetwork.registry.api.seminars;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.institutions.InstitutionId;

/** Who nominated an official: a state by its code, or an institution by its id. */
public record Nominator(@JsonValue String value) {
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}|[A-Z]{4}");

    @JsonCreator
    public Nominator {
        if (!STATE.matcher(value).matches()) {
            new InstitutionId(value);
        }
    }

    /** The institution, or null where a state nominated. */
    public @Nullable InstitutionId institution() {
        return STATE.matcher(value).matches() ? null : new InstitutionId(value);
    }
}
