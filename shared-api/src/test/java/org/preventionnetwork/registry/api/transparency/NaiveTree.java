package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** RFC 6962 section 2.1 word for word: MTH, PATH and PROOF as recursive functions over all leaves. */
final class NaiveTree {
    private final List<Hash> leaves;
    private final Map<Long, Hash> known = new HashMap<>();

    NaiveTree(List<Hash> leaves) {
        this.leaves = leaves;
    }

    static List<Hash> randomLeaves(int count, Random random) {
        List<Hash> leaves = new ArrayList<>(count);
        byte[] bytes = new byte[Hash.LENGTH];
        for (int i = 0; i < count; i++) {
            random.nextBytes(bytes);
            leaves.add(Hash.of(bytes));
        }
        return leaves;
    }

    static MemoryTiles tiles(List<Hash> leaves) {
        MemoryTiles tiles = new MemoryTiles();
        leaves.forEach(tiles::append);
        return tiles;
    }

    Hash leaf(int index) {
        return leaves.get(index);
    }

    Hash root(int size) {
        return size == 0 ? Hash.sha256(new byte[0]) : mth(0, size);
    }

    List<Hash> path(int index, int size) {
        return path(index, 0, size);
    }

    List<Hash> proof(int earlier, int size) {
        return subproof(earlier, 0, size, true);
    }

    private Hash mth(int from, int to) {
        if (to - from == 1) {
            return leaves.get(from);
        }
        long range = (long) from << 32 | to;
        Hash hash = known.get(range);
        if (hash == null) {
            int middle = from + split(to - from);
            hash = Rfc6962.nodeHash(mth(from, middle), mth(middle, to));
            known.put(range, hash);
        }
        return hash;
    }

    private List<Hash> path(int m, int from, int to) {
        if (to - from == 1) {
            return List.of();
        }
        int k = split(to - from);
        return m < k
                ? and(path(m, from, from + k), mth(from + k, to))
                : and(path(m - k, from + k, to), mth(from, from + k));
    }

    private List<Hash> subproof(int m, int from, int to, boolean complete) {
        if (m == to - from) {
            return complete ? List.of() : List.of(mth(from, to));
        }
        int k = split(to - from);
        return m <= k
                ? and(subproof(m, from, from + k, complete), mth(from + k, to))
                : and(subproof(m - k, from + k, to, false), mth(from, from + k));
    }

    /** The largest power of two smaller than n. */
    private static int split(int n) {
        int k = 1;
        while (k * 2 < n) {
            k *= 2;
        }
        return k;
    }

    private static List<Hash> and(List<Hash> hashes, Hash last) {
        List<Hash> all = new ArrayList<>(hashes);
        all.add(last);
        return all;
    }
}
