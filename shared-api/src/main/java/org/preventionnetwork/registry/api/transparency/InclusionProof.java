package org.preventionnetwork.registry.api.transparency;

import java.util.List;

/**
 * The claim that a leaf stands at an index of the tree of a size (RFC 6962 section 2.1.1, RFC 9162 section 2.1.3). Only a
 * claim until {@link #verify}.
 *
 * @param index from 0, unsigned
 * @param size of the tree, unsigned
 * @param hashes the siblings from the leaf up to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> hashes) {
    public InclusionProof {
        hashes = List.copyOf(hashes);
    }

    /**
     * Returns when, and only when, the tree of this size with this root has this leaf at this index.
     *
     * @throws EvidenceRejected saying what does not fit
     */
    public void verify(Hash leafHash, Hash root) {
        if (!rootAbove(leafHash).equals(root)) {
            throw new EvidenceRejected(
                    "the inclusion proof leads to another root: the leaf is not at index %s of this tree"
                            .formatted(Long.toUnsignedString(index)));
        }
    }

    /**
     * The root that the proof leads to; to be compared with one that is trusted.
     *
     * @throws EvidenceRejected when the index is outside the tree or the proof has not exactly the length it must have
     */
    public Hash rootAbove(Hash leafHash) {
        if (Long.compareUnsigned(index, size) >= 0) {
            throw new EvidenceRejected("index %s is outside a tree of size %s"
                    .formatted(Long.toUnsignedString(index), Long.toUnsignedString(size)));
        }
        int inner = ProofPath.inner(index, size);
        int length = inner + ProofPath.border(index, inner);
        if (hashes.size() != length) {
            throw new EvidenceRejected(
                    "the inclusion proof has %d hashes instead of %d".formatted(hashes.size(), length));
        }
        Hash subtree = ProofPath.climb(leafHash, hashes.subList(0, inner), index);
        return ProofPath.climbBorder(subtree, hashes.subList(inner, length));
    }
}
