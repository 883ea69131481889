package org.preventionnetwork.registry.access.requests;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of the address that an endpoint reads, said once: what may be asked with, and what the OpenAPI document says
 * of it, are the same.
 *
 * @param owner what it belongs to, so that it is described once for all endpoints that read it; null where it is one
 *     endpoint's own
 * @param type {@code string}, {@code integer} or {@code boolean}
 * @param format of OpenAPI's, or null
 * @param allowed all values, where they are few
 * @param minimum of a number, or null
 * @param maximum of a number, or the length of a text, or null
 */
public record DeclaredParameter(
        @Nullable String owner,
        String name,
        String type,
        @Nullable String format,
        String description,
        @Nullable String example,
        List<String> allowed,
        @Nullable Long minimum,
        @Nullable Long maximum) {}
