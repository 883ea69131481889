package org.preventionnetwork.registry.query.projection;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.preventionnetwork.registry.api.facts.RegistryEvent;

/**
 * An event at its place in the order of record.
 *
 * @param position dense, from 1
 * @param knownAt never before that of the position before
 * @param eventId the event's own id
 * @param name the logical name it is stored under
 * @param entity the stored aggregate id, e.g. {@code network:africa}
 * @param version the aggregate's events up to and including this one
 * @param timestamp when the recording process said it was recorded
 * @param metadata who, why and on what source
 * @param payload reads the event when it is asked for, so that one that cannot be read can still be left out
 */
public record RecordedEvent(
        long position,
        Instant knownAt,
        String eventId,
        String name,
        String entity,
        long version,
        Instant timestamp,
        Map<String, ?> metadata,
        Supplier<RegistryEvent> payload) {

    public RegistryEvent event() {
        return payload.get();
    }
}
