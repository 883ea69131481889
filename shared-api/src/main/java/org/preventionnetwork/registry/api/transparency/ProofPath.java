package org.preventionnetwork.registry.api.transparency;

import java.util.List;

/**
 * The way from a leaf (or an aligned subtree) up to the root. While it may still turn left or right it is <em>inner</em>;
 * from where it runs along the right edge of the tree it is <em>border</em>, and every sibling stands on the left. Sizes
 * and indexes are unsigned 64-bit numbers.
 */
final class ProofPath {
    private ProofPath() {}

    /** How many steps below the point where the leaf's way meets that of the last leaf. */
    static int inner(long index, long size) {
        return Long.SIZE - Long.numberOfLeadingZeros(index ^ (size - 1));
    }

    /** How many steps above it have a sibling. */
    static int border(long index, int inner) {
        return inner == Long.SIZE ? 0 : Long.bitCount(index >>> inner);
    }

    /** Hashes upwards; a one-bit of the index says that the sibling stands on the left. */
    static Hash climb(Hash seed, List<Hash> siblings, long index) {
        Hash hash = seed;
        for (int i = 0; i < siblings.size(); i++) {
            Hash sibling = siblings.get(i);
            hash = isRightChild(index, i) ? Rfc6962.nodeHash(sibling, hash) : Rfc6962.nodeHash(hash, sibling);
        }
        return hash;
    }

    /** Hashes upwards as {@link #climb}, but as if nothing stood on the right: how the tree was when it ended here. */
    static Hash climbRightEdge(Hash seed, List<Hash> siblings, long index) {
        Hash hash = seed;
        for (int i = 0; i < siblings.size(); i++) {
            if (isRightChild(index, i)) {
                hash = Rfc6962.nodeHash(siblings.get(i), hash);
            }
        }
        return hash;
    }

    /** Hashes upwards along the border, every sibling on the left. */
    static Hash climbBorder(Hash seed, List<Hash> siblings) {
        Hash hash = seed;
        for (Hash sibling : siblings) {
            hash = Rfc6962.nodeHash(sibling, hash);
        }
        return hash;
    }

    private static boolean isRightChild(long index, int height) {
        return (index >>> height & 1) == 1;
    }
}
