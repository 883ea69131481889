package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The tiles of a tree that is held in memory (about 70 bytes for each leaf), for verifying a whole log and for packs of
 * evidence. Not thread-safe.
 */
public final class MemoryTiles implements HashSource {
    private final List<List<Hash>> levels = new ArrayList<>();

    public MemoryTiles() {
        levels.add(new ArrayList<>());
    }

    public void append(Hash leafHash) {
        Hash hash = leafHash;
        for (int level = 0; ; level++) {
            List<Hash> hashes = levels.get(level);
            hashes.add(hash);
            if (hashes.size() % TilePath.FULL != 0) {
                return;
            }
            hash = Rfc6962.root(hashes.subList(hashes.size() - TilePath.FULL, hashes.size()));
            if (level + 1 == levels.size()) {
                levels.add(new ArrayList<>());
            }
        }
    }

    public long size() {
        return levels.get(0).size();
    }

    /** The tree as it is now, or was at an earlier size. */
    public MerkleTree tree(long size) {
        return new MerkleTree(size, this);
    }

    @Override
    public HashTile read(TilePath tile) {
        if (tile.holdsEntries() || TileLayout.width(tile.level(), tile.index(), size()) < tile.width()) {
            throw new EvidenceRejected("a tree of size %d has no %s".formatted(size(), tile));
        }
        int start = (int) tile.index() * TilePath.FULL;
        return new HashTile(levels.get(tile.level()).subList(start, start + tile.width()));
    }
}
