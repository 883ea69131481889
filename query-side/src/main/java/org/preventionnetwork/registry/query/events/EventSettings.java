package org.preventionnetwork.registry.query.events;

import java.net.URI;
import java.net.URISyntaxException;
import org.preventionnetwork.registry.api.settings.BadSetting;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The events for other systems.
 *
 * @param source of every CloudEvent, as its specification has it: a URI, or a part of one
 */
@ConfigurationProperties("registry.events")
record EventSettings(@DefaultValue("/api/events") String source) {
    EventSettings {
        if (source.isEmpty() || !isUri(source)) {
            throw new BadSetting("registry.events.source", "a URI, such as https://registry.example.org/api/events");
        }
    }

    private static boolean isUri(String source) {
        try {
            new URI(source);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
