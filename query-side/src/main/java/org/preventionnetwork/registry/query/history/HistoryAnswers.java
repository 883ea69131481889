package org.preventionnetwork.registry.query.history;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.SortedBy;
import org.preventionnetwork.registry.query.ledger.LedgerAnswers.Inclusions;
import tools.jackson.databind.JsonNode;

/** What is answered about the history. */
public final class HistoryAnswers {
    private HistoryAnswers() {}

    /**
     * @param position its place in the order of record
     * @param type the logical name, {@code network.StateAdmitted}
     * @param recordedAt when the registry recorded it
     * @param effectiveOn when it was true in the world
     * @param summary what happened, in a sentence
     */
    record HistoryItem(
            String eventId,
            @SortedBy("known_from") long position,
            String type,
            String entity,
            String factId,
            Instant recordedAt,
            @Nullable String effectiveOn,
            String actor,
            String role,
            @Nullable String source,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String batch,
            @Nullable String correctionKind,
            String summary) {
        HistoryItem withSummary(String told) {
            return new HistoryItem(
                    eventId,
                    position,
                    type,
                    entity,
                    factId,
                    recordedAt,
                    effectiveOn,
                    actor,
                    role,
                    source,
                    note,
                    reason,
                    batch,
                    correctionKind,
                    told);
        }
    }

    /**
     * An event as the store has it, and as the history tells it; what the history adds is null while the event is not
     * brought in.
     *
     * @param sequenceNumber its place among the entity's events, from 0
     * @param before the fact as known before, or null
     * @param after the fact as known since, or null
     * @param payload as stored, with personal data hidden
     * @param payloadSha256 of the stored bytes, personal data included
     */
    public record StoredEvent(
            String eventId,
            long position,
            String type,
            String revision,
            String entity,
            long sequenceNumber,
            Instant recordedAt,
            Instant knownAt,
            @Nullable String factId,
            @Nullable String effectiveOn,
            @Nullable String actor,
            @Nullable String role,
            @Nullable String source,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String batch,
            @Nullable String correctionKind,
            @Nullable String summary,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            JsonNode metadata,
            JsonNode payload,
            String payloadSha256) {
        StoredEvent withSummary(String told) {
            return new StoredEvent(
                    eventId,
                    position,
                    type,
                    revision,
                    entity,
                    sequenceNumber,
                    recordedAt,
                    knownAt,
                    factId,
                    effectiveOn,
                    actor,
                    role,
                    source,
                    note,
                    reason,
                    batch,
                    correctionKind,
                    told,
                    before,
                    after,
                    metadata,
                    payload,
                    payloadSha256);
        }
    }

    record ProvenEvent(@JsonUnwrapped StoredEvent event, @JsonUnwrapped Inclusions inclusions) {}

    /**
     * A fact as known at a position.
     *
     * @param fields of the fact, with personal data hidden
     * @param positions of the events that made it what it is
     */
    public record FactItem(
            String factId,
            String type,
            String subject,
            @Nullable String effectiveOn,
            boolean annulled,
            @Nullable String source,
            List<Long> positions,
            String summary,
            JsonNode fields) {}
}
