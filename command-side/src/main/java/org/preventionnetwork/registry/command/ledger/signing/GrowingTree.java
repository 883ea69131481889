package org.preventionnetwork.registry.command.ledger.signing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.api.transparency.Frontier;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.TilePath;

/** The right edge of the ledger's tree, in tiles: knows the root, and hands on every tile that becomes full. */
public final class GrowingTree {
    private final Frontier frontier = new Frontier();
    private final List<Level> levels = new ArrayList<>();
    private Map<TilePath, HashTile> full = new LinkedHashMap<>();

    private static final class Level {
        private final List<Hash> edge = new ArrayList<>(TilePath.FULL);
        private long index;
    }

    public long size() {
        return frontier.size();
    }

    public Hash root() {
        return frontier.root();
    }

    public void append(Hash leafHash) {
        frontier.append(leafHash);
        Hash hash = leafHash;
        for (int number = 0; ; number++) {
            if (number == levels.size()) {
                levels.add(new Level());
            }
            Level level = levels.get(number);
            level.edge.add(hash);
            if (level.edge.size() < TilePath.FULL) {
                return;
            }
            HashTile tile = new HashTile(level.edge);
            full.put(new TilePath(number, level.index, TilePath.FULL), tile);
            level.edge.clear();
            level.index++;
            hash = tile.root();
        }
    }

    /** The tiles that became full since this was asked last. */
    public Map<TilePath, HashTile> takeFull() {
        Map<TilePath, HashTile> taken = full;
        full = new LinkedHashMap<>();
        return taken;
    }

    /** The last tile of every level that is not full. */
    public Map<TilePath, HashTile> edge() {
        Map<TilePath, HashTile> tiles = new LinkedHashMap<>();
        for (int number = 0; number < levels.size(); number++) {
            Level level = levels.get(number);
            if (!level.edge.isEmpty()) {
                tiles.put(new TilePath(number, level.index, level.edge.size()), new HashTile(level.edge));
            }
        }
        return tiles;
    }
}
