package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tree of a fixed size over stored tiles: its root and its proofs, by the definitions of RFC 6962 section 2.1. A proof in
 * a tree of a million leaves reads at most five tiles. The tiles read last are remembered, so many proofs in one tree
 * should come from one instance. What is built is only as right as the tiles; verify a proof before handing it out. Not
 * thread-safe.
 */
public final class MerkleTree {
    private static final int BITS_PER_LEVEL = 8;
    private static final int REMEMBERED_TILES = 64;

    private final long size;
    private final HashSource source;
    private final Map<TilePath, Subtrees> read = new LinkedHashMap<>(REMEMBERED_TILES, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, Subtrees> eldest) {
            return size() > REMEMBERED_TILES;
        }
    };

    /** @param size 0 to 2^63 − 1; the source must have every tile of the tree of this size */
    public MerkleTree(long size, HashSource source) {
        if (size < 0) {
            throw new EvidenceRejected("a tree has no negative size");
        }
        this.size = size;
        this.source = source;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return frontier().root();
    }

    /** For going on appending to the stored tree. */
    public Frontier frontier() {
        return new Frontier(size, subtrees(0, size));
    }

    /** @throws EvidenceRejected when the index is outside the tree */
    public InclusionProof inclusionProof(long index) {
        if (index < 0 || index >= size) {
            throw new EvidenceRejected("index %d is outside a tree of size %d".formatted(index, size));
        }
        List<Hash> siblings = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (index < middle) {
                siblings.add(hash(middle, to));
                to = middle;
            } else {
                siblings.add(hash(from, middle));
                from = middle;
            }
        }
        Collections.reverse(siblings);
        return new InclusionProof(index, size, siblings);
    }

    /**
     * That this tree begins with the tree of the earlier size.
     *
     * @param earlierSize 1 to the size of this tree
     */
    public ConsistencyProof consistencyProof(long earlierSize) {
        if (earlierSize < 1 || earlierSize > size) {
            throw new EvidenceRejected(
                    "a tree of size %d has no consistency proof from size %d".formatted(size, earlierSize));
        }
        List<Hash> hashes = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlierSize < to) {
            long middle = from + Long.highestOneBit(to - from - 1);
            if (earlierSize <= middle) {
                hashes.add(hash(middle, to));
                to = middle;
            } else {
                hashes.add(hash(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            hashes.add(hash(from, to));
        }
        Collections.reverse(hashes);
        return new ConsistencyProof(earlierSize, size, hashes);
    }

    /** The Merkle tree hash of the leaves in the range, which begins at a multiple of the power of two that spans it. */
    private Hash hash(long from, long to) {
        return Rfc6962.join(subtrees(from, to));
    }

    /** The widest complete subtrees that cover the range, from the left. */
    private List<Hash> subtrees(long from, long to) {
        List<Hash> subtrees = new ArrayList<>();
        long start = from;
        while (start < to) {
            long leaves = Long.highestOneBit(to - start);
            subtrees.add(node(Long.numberOfTrailingZeros(leaves), start / leaves));
            start += leaves;
        }
        return subtrees;
    }

    /** The root of the index-th complete subtree of 2^height leaves. */
    private Hash node(int height, long index) {
        int level = height / BITS_PER_LEVEL;
        int heightInTile = height % BITS_PER_LEVEL;
        long tileIndex = index >>> (BITS_PER_LEVEL - heightInTile);
        int width = TileLayout.width(level, tileIndex, size);
        int indexInTile = (int) (index % (TilePath.FULL >>> heightInTile));
        return read.computeIfAbsent(new TilePath(level, tileIndex, width), this::read)
                .at(heightInTile, indexInTile);
    }

    private Subtrees read(TilePath path) {
        HashTile tile = source.read(path);
        if (tile.width() < path.width()) {
            throw new EvidenceRejected("%s has only %d hashes".formatted(path, tile.width()));
        }
        return Subtrees.of(tile.hashes().subList(0, path.width()));
    }

    /** A tile with the roots of all complete subtrees within it, by their height. */
    private record Subtrees(List<List<Hash>> byHeight) {

        static Subtrees of(List<Hash> hashes) {
            List<List<Hash>> byHeight = new ArrayList<>(BITS_PER_LEVEL);
            List<Hash> row = hashes;
            for (int height = 0; height < BITS_PER_LEVEL; height++) {
                byHeight.add(row);
                List<Hash> parents = new ArrayList<>(row.size() / 2);
                for (int i = 0; i + 1 < row.size(); i += 2) {
                    parents.add(Rfc6962.nodeHash(row.get(i), row.get(i + 1)));
                }
                row = parents;
            }
            return new Subtrees(byHeight);
        }

        Hash at(int height, int index) {
            return byHeight.get(height).get(index);
        }
    }
}
