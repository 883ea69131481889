package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.List;

/** Up to 256 neighbouring hashes of one level, stored and served one after another (C2SP tlog-tiles). */
public record HashTile(List<Hash> hashes) {
    public HashTile {
        hashes = List.copyOf(hashes);
        if (hashes.isEmpty() || hashes.size() > TilePath.FULL) {
            throw new EvidenceRejected("a tile has 1 to 256 hashes, not " + hashes.size());
        }
    }

    /** @throws EvidenceRejected unless these are exactly as many whole hashes as the tile is wide */
    public static HashTile decode(byte[] bytes, int width) {
        if (bytes.length != width * Hash.LENGTH) {
            throw new EvidenceRejected(
                    "a tile of width %d has %d bytes, not %d".formatted(width, width * Hash.LENGTH, bytes.length));
        }
        List<Hash> hashes = new ArrayList<>(width);
        byte[] one = new byte[Hash.LENGTH];
        for (int i = 0; i < width; i++) {
            System.arraycopy(bytes, i * Hash.LENGTH, one, 0, Hash.LENGTH);
            hashes.add(Hash.of(one));
        }
        return new HashTile(hashes);
    }

    public byte[] encode() {
        byte[] bytes = new byte[width() * Hash.LENGTH];
        for (int i = 0; i < width(); i++) {
            System.arraycopy(hashes.get(i).shared(), 0, bytes, i * Hash.LENGTH, Hash.LENGTH);
        }
        return bytes;
    }

    public int width() {
        return hashes.size();
    }

    public boolean isFull() {
        return width() == TilePath.FULL;
    }

    /** Of a full tile: the hash that stands for it in the tile above. */
    public Hash root() {
        return Rfc6962.root(hashes);
    }
}
