package org.preventionnetwork.registry.query.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An event in the JSON form of CloudEvents 1.0, without personal data.
 *
 * @param sequence the event's position; ask for what comes {@code after} it to go on
 * @param citation the source as recorded; CloudEvents means something else by {@code source}
 * @param data the event in its newest shape
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CloudEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String sequence,
        Instant knownat,
        String revision,
        @Nullable String actor,
        @Nullable String role,
        @Nullable String citation,
        @Nullable String note,
        @Nullable String reason,
        @Nullable String batch,
        JsonNode data) {}
