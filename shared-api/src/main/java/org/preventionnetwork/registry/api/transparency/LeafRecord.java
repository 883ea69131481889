package org.preventionnetwork.registry.api.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger commits to for one position: the stored event, its payload and metadata by the SHA-256 of their stored
 * bytes, so that an erased key or a new reading of old bytes never changes a leaf.
 *
 * <p>Encoded as the version byte 1; then store id, event id, aggregate type and aggregate id; the sequence number as 8
 * bytes, big-endian; payload type, payload revision and timestamp; then the two hashes, 32 bytes each. A text is its length
 * in bytes as 4 bytes, big-endian, and its UTF-8; an absent one is the length −1 alone. Two different records never have
 * the same bytes. PostgreSQL computes the same with {@code int4send}, {@code int8send}, {@code convert_to(…, 'UTF8')} and
 * {@code sha256}. Of what the database may hold nothing is refused: a row that was tampered with must get a leaf too, a
 * different one.
 *
 * @param storeId the event store that the position belongs to
 * @param aggregateType absent for an event that belongs to no aggregate
 * @param payloadRevision absent when the event was stored without one
 * @param timestamp the stored text, not a parsed time
 */
public record LeafRecord(
        String storeId,
        String eventId,
        @Nullable String aggregateType,
        String aggregateId,
        long sequenceNumber,
        String payloadType,
        @Nullable String payloadRevision,
        String timestamp,
        Hash payloadHash,
        Hash metadataHash) {
    private static final byte VERSION = 1;
    private static final int ABSENT = -1;

    public LeafRecord {
        Objects.requireNonNull(storeId, "storeId");
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(aggregateId, "aggregateId");
        Objects.requireNonNull(payloadType, "payloadType");
        Objects.requireNonNull(timestamp, "timestamp");
        Objects.requireNonNull(payloadHash, "payloadHash");
        Objects.requireNonNull(metadataHash, "metadataHash");
    }

    /** The leaf's data: what a bundle of entries holds. */
    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        out.write(VERSION);
        write(out, storeId);
        write(out, eventId);
        write(out, aggregateType);
        write(out, aggregateId);
        out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(sequenceNumber).array());
        write(out, payloadType);
        write(out, payloadRevision);
        write(out, timestamp);
        out.writeBytes(payloadHash.shared());
        out.writeBytes(metadataHash.shared());
        return out.toByteArray();
    }

    public Hash leafHash() {
        return Rfc6962.leafHash(encode());
    }

    /** @throws EvidenceRejected unless the bytes are exactly what {@link #encode} gives for some record */
    public static LeafRecord decode(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        require(in, 1, "version");
        byte version = in.get();
        if (version != VERSION) {
            throw new EvidenceRejected("this leaf has version %d; only version 1 is known".formatted(version));
        }
        LeafRecord leaf = new LeafRecord(
                text(in, "store id"),
                text(in, "event id"),
                optionalText(in, "aggregate type"),
                text(in, "aggregate id"),
                number(in),
                text(in, "payload type"),
                optionalText(in, "payload revision"),
                text(in, "timestamp"),
                hash(in, "payload hash"),
                hash(in, "metadata hash"));
        if (in.hasRemaining()) {
            throw new EvidenceRejected("the leaf goes on for %d bytes after its end".formatted(in.remaining()));
        }
        return leaf;
    }

    private static void write(ByteArrayOutputStream out, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : Text.utf8(text, "a text of the leaf");
        int length = text == null ? ABSENT : bytes.length;
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        out.writeBytes(bytes);
    }

    private static String text(ByteBuffer in, String field) {
        String text = optionalText(in, field);
        if (text == null) {
            throw new EvidenceRejected("the leaf has no " + field);
        }
        return text;
    }

    private static @Nullable String optionalText(ByteBuffer in, String field) {
        require(in, Integer.BYTES, field);
        int length = in.getInt();
        if (length == ABSENT) {
            return null;
        }
        if (length < 0) {
            throw new EvidenceRejected("the leaf gives its %s a negative length".formatted(field));
        }
        return Text.utf8(bytes(in, length, field), "the leaf's " + field);
    }

    private static long number(ByteBuffer in) {
        require(in, Long.BYTES, "sequence number");
        return in.getLong();
    }

    private static Hash hash(ByteBuffer in, String field) {
        return Hash.of(bytes(in, Hash.LENGTH, field));
    }

    private static byte[] bytes(ByteBuffer in, int length, String field) {
        require(in, length, field);
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static void require(ByteBuffer in, int length, String field) {
        if (in.remaining() < length) {
            throw new EvidenceRejected("the leaf ends within its " + field);
        }
    }
}
