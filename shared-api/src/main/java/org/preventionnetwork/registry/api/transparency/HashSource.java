package org.preventionnetwork.registry.api.transparency;

/**
 * Where the hashes of a tree are read, a tile at a time: a table, a folder of files, another log over HTTP. Nothing read is
 * trusted for being there; whoever verifies compares with a signed root.
 */
@FunctionalInterface
public interface HashSource {

    /**
     * @param tile of level 0 or above; partial only at the right edge of the tree that is asked about
     * @return the tile, in this width or wider
     * @throws EvidenceRejected when there is no such tile
     */
    HashTile read(TilePath tile);
}
