package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.List;

/**
 * The growing right edge of a tree (a compact range that starts at leaf 0): the roots of its complete subtrees, widest
 * first, at most 63 hashes. Enough to append leaves and to know the root at any moment without any earlier leaf. Not
 * thread-safe.
 */
public final class Frontier {
    private final List<Hash> peaks;
    private long size;

    /** The frontier of the empty tree. */
    public Frontier() {
        this(0, List.of());
    }

    /**
     * The frontier that {@link #size()} and {@link #peaks()} described, for going on after a restart.
     *
     * @throws EvidenceRejected when there is not exactly one hash for each one-bit of the size
     */
    public Frontier(long size, List<Hash> peaks) {
        if (size < 0 || Long.bitCount(size) != peaks.size()) {
            throw new EvidenceRejected("%d hashes are no frontier of a tree of size %d".formatted(peaks.size(), size));
        }
        this.size = size;
        this.peaks = new ArrayList<>(peaks);
    }

    public void append(Hash leafHash) {
        Hash merged = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
            merged = Rfc6962.nodeHash(peaks.remove(peaks.size() - 1), merged);
        }
        peaks.add(merged);
        size++;
    }

    public long size() {
        return size;
    }

    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    public Hash root() {
        return peaks.isEmpty() ? Rfc6962.EMPTY_ROOT : Rfc6962.join(peaks);
    }
}
