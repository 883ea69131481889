package org.preventionnetwork.registry.personal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A part's own way to the database, as it is configured: {@code registry.<part>.datasource.*}.
 *
 * @param url as the application's own, where there is none
 * @param maximumPoolSize connections, at least one
 */
public record OwnDatabase(
        @Nullable String url,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("16") int maximumPoolSize) {

    /** Without the password. */
    @Override
    public String toString() {
        return "OwnDatabase";
    }
}
