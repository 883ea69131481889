package org.preventionnetwork.registry.command.rehearsal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.preventionnetwork.registry.api.wire.RegistrySerializer;

/**
 * An event as it is in a scratch file.
 *
 * @param previous where the entity's event before this one is
 * @param neighbour where to look on for other entities
 * @param rest what is read only when the event itself is asked for
 */
record SpilledEvent(long place, long previous, long neighbour, long sequence, String aggregateId, ByteBuffer rest) {
    /** It seals nothing: the file is encrypted as a whole, and nobody whose data is only tried gets a key. */
    private static final Serializer SERIALIZER = RegistrySerializer.standard();

    static byte[] bytes(DomainEventMessage<?> event, long previous, long neighbour) {
        SerializedObject<byte[]> payload = SERIALIZER.serialize(event.getPayload(), byte[].class);
        String revision = payload.getType().getRevision();
        byte[][] fields = {
            utf8(event.getAggregateIdentifier()),
            utf8(event.getType()),
            utf8(event.getIdentifier()),
            utf8(event.getTimestamp().toString()),
            utf8(payload.getType().getName()),
            utf8(revision == null ? "" : revision),
            payload.getData(),
            SERIALIZER.serialize(event.getMetaData(), byte[].class).getData()
        };
        int length = 3 * Long.BYTES;
        for (byte[] field : fields) {
            length += Integer.BYTES + field.length;
        }
        ByteBuffer bytes =
                ByteBuffer.allocate(length).putLong(previous).putLong(neighbour).putLong(event.getSequenceNumber());
        for (byte[] field : fields) {
            bytes.putInt(field.length).put(field);
        }
        return bytes.array();
    }

    static SpilledEvent of(long place, byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        return new SpilledEvent(place, bytes.getLong(), bytes.getLong(), bytes.getLong(), text(bytes), bytes);
    }

    DomainEventMessage<?> message() {
        ByteBuffer bytes = rest.duplicate();
        String type = text(bytes);
        String identifier = text(bytes);
        Instant timestamp = Instant.parse(text(bytes));
        String payloadType = text(bytes);
        String revision = text(bytes);
        Object payload = SERIALIZER.deserialize(new SimpleSerializedObject<>(
                field(bytes), byte[].class, payloadType, revision.isEmpty() ? null : revision));
        MetaData metadata = SERIALIZER.deserialize(
                new SimpleSerializedObject<>(field(bytes), byte[].class, MetaData.class.getName(), null));
        return new GenericDomainEventMessage<>(type, aggregateId, sequence, payload, metadata, identifier, timestamp);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(ByteBuffer bytes) {
        return new String(field(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] field(ByteBuffer bytes) {
        byte[] field = new byte[bytes.getInt()];
        bytes.get(field);
        return field;
    }
}
