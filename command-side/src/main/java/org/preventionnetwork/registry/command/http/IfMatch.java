package org.preventionnetwork.registry.command.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version that a sender has seen: {@code If-Match: "7"}. */
final class IfMatch {
    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,18})\"");

    private IfMatch() {}

    /**
     * @return the version, or null for any
     * @throws MalformedRequest when it is something else than an ETag of this registry
     */
    static @Nullable Long version(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        Matcher matcher = VERSION.matcher(header.strip());
        if (!matcher.matches()) {
            throw new MalformedRequest(
                    "If-Match takes one ETag as it was given, with its quotation marks: \"7\"; or *");
        }
        return Long.valueOf(matcher.group(1));
    }
}
