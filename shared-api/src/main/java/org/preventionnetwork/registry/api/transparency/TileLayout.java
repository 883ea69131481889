package org.preventionnetwork.registry.api.transparency;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Which tiles a tree of a size has (C2SP tlog-tiles): at level l one hash for each complete subtree of 256^l leaves, 256 to
 * a tile, the last tile of a level partial unless it happens to be full, and no empty ones.
 */
public final class TileLayout {
    private static final int BITS_PER_LEVEL = 8;

    /** Levels that a tree of up to 2^63 − 1 leaves can have. */
    private static final int LEVELS = 8;

    private TileLayout() {}

    /** How many hashes of this tile the tree of this size has: 0 (no such tile) to 256 (full). */
    public static int width(int level, long index, long treeSize) {
        requireSize(treeSize);
        long tiles = hashes(level, treeSize) / TilePath.FULL;
        if (index < tiles) {
            return index < 0 ? 0 : TilePath.FULL;
        }
        return index == tiles ? (int) (hashes(level, treeSize) % TilePath.FULL) : 0;
    }

    /** Whether the tree of this size has the tile, in this very width. */
    public static boolean has(TilePath tile, long treeSize) {
        return width(tile.level(), tile.index(), treeSize) == tile.width();
    }

    /** All tiles and bundles of the tree, bundles first, then the levels from below. */
    public static Stream<TilePath> of(long treeSize) {
        return added(0, treeSize);
    }

    /** The tiles and bundles of the new tree that the old one did not have in this width: what remains to be published. */
    public static Stream<TilePath> added(long oldSize, long newSize) {
        requireSize(oldSize);
        requireSize(newSize);
        return IntStream.range(TilePath.ENTRIES, LEVELS).boxed().flatMap(level -> {
            long hashes = hashes(level, newSize);
            long tiles = hashes / TilePath.FULL + (hashes % TilePath.FULL == 0 ? 0 : 1);
            return LongStream.range(hashes(level, oldSize) / TilePath.FULL, tiles)
                    .mapToObj(index -> new TilePath(level, index, width(level, index, newSize)))
                    .filter(tile -> !has(tile, oldSize));
        });
    }

    private static long hashes(int level, long treeSize) {
        int height = Math.max(level, 0) * BITS_PER_LEVEL;
        return height < Long.SIZE ? treeSize >>> height : 0;
    }

    private static void requireSize(long treeSize) {
        if (treeSize < 0) {
            throw new EvidenceRejected("a tree has no negative size");
        }
    }
}
