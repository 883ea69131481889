package org.preventionnetwork.registry.benchmark;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkRegistered;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.networks.NetworkKind;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;
import org.preventionnetwork.registry.command.ledger.EventSeal;

/** An event in the form in which the store holds it. */
record StoredEvent(
        String aggregate,
        long sequence,
        String type,
        String timestamp,
        String payloadType,
        @Nullable String revision,
        byte[] payload,
        byte[] metadata) {
    private static final Serializer SERIALIZER = RegistrySerializer.standard();

    static StoredEvent of(RegistryEvent event, long sequence, Instant at) {
        SerializedObject<byte[]> payload = SERIALIZER.serialize(event, byte[].class);
        String correlation = UUID.randomUUID().toString();
        Map<String, Object> metadata = new java.util.HashMap<>(CommandFigures.CLERK.asMetadata());
        metadata.put("traceId", correlation);
        metadata.put("correlationId", correlation);
        return new StoredEvent(
                event.entity().aggregateId(),
                sequence,
                "Aggregate",
                at.toString(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                payload.getData(),
                SERIALIZER.serialize(MetaData.from(metadata), byte[].class).getData());
    }

    /** What a command on a new aggregate stores. */
    static StoredEvent sample() {
        return of(
                new NetworkRegistered(
                        new NetworkId("fresh-1000000"),
                        new FactId("fresh-1000000"),
                        "Regional Network 1000000",
                        NetworkKind.REGIONAL),
                0,
                Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    /** For {@code COPY events.domainevententry (eventidentifier, …, metadata) FROM STDIN}. */
    void copyTo(StringBuilder out, String storeId, EventSeal seal) {
        String id = UUID.randomUUID().toString();
        LeafRecord leaf = new LeafRecord(
                storeId,
                id,
                type,
                aggregate,
                sequence,
                payloadType,
                revision,
                timestamp,
                Hash.sha256(payload),
                Hash.sha256(metadata));
        out.append(id).append('\t');
        out.append(aggregate)
                .append('\t')
                .append(sequence)
                .append('\t')
                .append(type)
                .append('\t');
        out.append(timestamp)
                .append('\t')
                .append(payloadType)
                .append('\t')
                .append(revision)
                .append('\t');
        out.append("\\\\x").append(HexFormat.of().formatHex(payload)).append('\t');
        out.append("\\\\x").append(HexFormat.of().formatHex(metadata)).append('\t');
        out.append("\\\\x").append(HexFormat.of().formatHex(seal.of(leaf))).append('\n');
    }
}
