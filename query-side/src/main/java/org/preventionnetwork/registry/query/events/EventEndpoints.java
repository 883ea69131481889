package org.preventionnetwork.registry.query.events;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.wire.EventCatalogue;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.infrastructure.LedgerEvent;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.preventionnetwork.registry.query.infrastructure.LedgerReader;
import org.preventionnetwork.registry.query.personal.AccessLog;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@EnableConfigurationProperties(EventSettings.class)
@NamesPersons
@Tag(name = "Events", description = "The events for other systems")
class EventEndpoints {
    private final LedgerReader ledger;
    private final LedgerPositions positions;
    private final AccessLog accessLog;
    private final String source;

    EventEndpoints(LedgerReader ledger, LedgerPositions positions, AccessLog accessLog, EventSettings settings) {
        this.ledger = ledger;
        this.positions = positions;
        this.accessLog = accessLog;
        this.source = settings.source();
    }

    /** Whatever the length, a batch at a time is in memory, and no transaction is held. */
    @GetMapping("/api/events")
    @Operation(
            summary = "All events in the order of record, a CloudEvent (1.0, JSON) to a line, without personal data",
            description = "Continues where after says; of any length.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The events, one on each line",
                            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string"))))
    void events(AskedPart part, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long after = Objects.requireNonNullElse(part.after(), 0L);
        long limit = Objects.requireNonNullElse(part.limit(), Long.MAX_VALUE);
        long head = positions.head();
        boolean isEmpty = after >= head || limit == 0;
        long upTo = limit > head - after ? head : after + limit;
        if (!isEmpty) {
            accessLog.recordEvents(request, ViewKind.EXPORT, after, upTo);
        }
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType("application/x-ndjson");
        if (isEmpty) {
            return;
        }
        Writer out = response.getWriter();
        try (Stream<LedgerEvent> events = ledger.read(after, upTo)) {
            for (Iterator<LedgerEvent> next = events.iterator(); next.hasNext(); ) {
                out.write(Masked.json(cloudEvent(next.next())));
                out.write('\n');
            }
        }
    }

    private CloudEvent cloudEvent(LedgerEvent at) {
        DomainEventMessage<?> message = (DomainEventMessage<?>) at.message();
        EventCatalogue.StoredName name =
                Objects.requireNonNull(EventCatalogue.standard().nameOf(message.getPayloadType()));
        Map<String, ?> metadata = message.getMetaData();
        return new CloudEvent(
                "1.0",
                message.getIdentifier(),
                source,
                name.name(),
                message.getAggregateIdentifier(),
                message.getTimestamp(),
                "application/json",
                Long.toString(at.position()),
                at.knownAt(),
                name.revision(),
                text(metadata, Provenance.ACTOR),
                text(metadata, Provenance.ROLE),
                text(metadata, Provenance.SOURCE),
                text(metadata, Provenance.NOTE),
                text(metadata, Provenance.REASON),
                text(metadata, Provenance.BATCH),
                Masked.tree(message.getPayload()));
    }

    private static @Nullable String text(Map<String, ?> metadata, String key) {
        Object value = metadata.get(key);
        return value == null ? null : value.toString();
    }
}
