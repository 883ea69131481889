package org.preventionnetwork.registry.api.transparency;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Up to 256 neighbouring leaves' data, each behind its length as big-endian uint16 (C2SP tlog-tiles, "log entries"). */
public record EntryBundle(List<byte[]> entries) {
    /** An entry cannot be longer: its length has two bytes. */
    public static final int LONGEST_ENTRY = 0xFFFF;

    public EntryBundle {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || entries.size() > TilePath.FULL) {
            throw new EvidenceRejected("a bundle has 1 to 256 entries, not " + entries.size());
        }
        for (byte[] entry : entries) {
            if (entry.length > LONGEST_ENTRY) {
                throw new EvidenceRejected("an entry has at most 65,535 bytes, not " + entry.length);
            }
        }
    }

    /** @throws EvidenceRejected unless these are exactly as many whole entries as the bundle is wide */
    public static EntryBundle decode(byte[] bytes, int width) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        List<byte[]> entries = new ArrayList<>();
        while (in.hasRemaining()) {
            if (in.remaining() < Short.BYTES) {
                throw new EvidenceRejected("the bundle ends within the length of an entry");
            }
            int length = Short.toUnsignedInt(in.getShort());
            if (in.remaining() < length) {
                throw new EvidenceRejected("the bundle ends within an entry");
            }
            byte[] entry = new byte[length];
            in.get(entry);
            entries.add(entry);
        }
        if (entries.size() != width) {
            throw new EvidenceRejected("a bundle of width %d has %d entries".formatted(width, entries.size()));
        }
        return new EntryBundle(entries);
    }

    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            out.write(entry.length >>> Byte.SIZE);
            out.write(entry.length);
            out.writeBytes(entry);
        }
        return out.toByteArray();
    }

    /** The level-0 tile that stands above these entries. */
    public HashTile leafHashes() {
        return new HashTile(entries.stream().map(Rfc6962::leafHash).toList());
    }
}
