package org.preventionnetwork.registry.api.transparency;

import java.util.List;

/**
 * The claim that the tree of the second size begins with all leaves of the tree of the first size, in the same order: that
 * nothing was changed, removed or put in between (RFC 6962 section 2.1.2, RFC 9162 section 2.1.4). Only a claim until
 * {@link #verify}.
 *
 * @param size1 of the earlier tree, unsigned
 * @param size2 of the later tree, unsigned
 */
public record ConsistencyProof(long size1, long size2, List<Hash> hashes) {
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Returns when, and only when, the tree with the first root is a beginning of the tree with the second. An empty first
     * tree is refused: it is a beginning of everything, so a proof from it would prove nothing.
     *
     * @throws EvidenceRejected saying what does not fit
     */
    public void verify(Hash root1, Hash root2) {
        if (size1 == 0) {
            throw new EvidenceRejected("a consistency proof cannot begin with the empty tree");
        }
        if (Long.compareUnsigned(size1, size2) > 0) {
            throw new EvidenceRejected("the tree cannot have shrunk from %s to %s"
                    .formatted(Long.toUnsignedString(size1), Long.toUnsignedString(size2)));
        }
        if (size1 == size2) {
            requireLength(0);
            requireEqual(root1, root2, "two trees of the same size have different roots");
        } else {
            verifyGrowth(root1, root2);
        }
    }

    /** The path is that of the last leaf of the first tree, begun at the root of the widest complete subtree that ends with it. */
    private void verifyGrowth(Hash root1, Hash root2) {
        long last = size1 - 1;
        int start = Long.numberOfTrailingZeros(size1);
        int innerEnd = ProofPath.inner(last, size2);
        int inner = innerEnd - start;
        int border = ProofPath.border(last, innerEnd);
        // A tree of 2^n leaves is itself that subtree, and its root is known.
        int given = Long.bitCount(size1) == 1 ? 0 : 1;
        requireLength(given + inner + border);

        Hash seed = given == 0 ? root1 : hashes.get(0);
        long turns = last >>> start;
        List<Hash> innerHashes = hashes.subList(given, given + inner);
        List<Hash> borderHashes = hashes.subList(given + inner, hashes.size());
        Hash earlier = ProofPath.climbBorder(ProofPath.climbRightEdge(seed, innerHashes, turns), borderHashes);
        requireEqual(earlier, root1, "the consistency proof does not lead to the earlier root");
        Hash later = ProofPath.climbBorder(ProofPath.climb(seed, innerHashes, turns), borderHashes);
        requireEqual(later, root2, "the consistency proof does not lead to the later root");
    }

    private void requireLength(int length) {
        if (hashes.size() != length) {
            throw new EvidenceRejected(
                    "the consistency proof has %d hashes instead of %d".formatted(hashes.size(), length));
        }
    }

    private static void requireEqual(Hash one, Hash other, String otherwise) {
        if (!one.equals(other)) {
            throw new EvidenceRejected(otherwise);
        }
    }
}
