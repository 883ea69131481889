package org.preventionnetwork.registry.command.ledger.verification;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.LeafRecord;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.preventionnetwork.registry.command.ledger.signing.GrowingTree;

/** The tree over the events as they are stored now, compared at every size that was signed. */
final class DerivedTree {
    private final SignedTrees signed;
    private final Findings findings;
    private final GrowingTree tiles = new GrowingTree();
    private final Map<TilePath, Hash> nodes = new HashMap<>();

    DerivedTree(SignedTrees signed, Findings findings) {
        this.signed = signed;
        this.findings = findings;
    }

    long size() {
        return tiles.size();
    }

    Hash root() {
        return tiles.root();
    }

    void append(StoredRow at) {
        if (size() == 0) {
            compareRoot(at);
        }
        LeafRecord stored = at.stored();
        Hash leaf = stored == null ? at.leafHash() : stored.leafHash();
        tiles.append(leaf);
        tiles.takeFull().forEach((path, tile) -> nodes.put(path, tile.root()));
        compareRoot(at);
    }

    private void compareRoot(StoredRow at) {
        for (SignedTrees.Signed tree : signed.take(size())) {
            if (!tree.root().equals(root())) {
                findings.add(
                        size(),
                        at.eventId(),
                        "ROOT_DIFFERS",
                        "the first " + size() + " events are not those that were signed (" + tree.where() + ")");
            }
        }
    }

    void compareNodes(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT level, index, hash FROM ledger.node")) {
            while (row.next()) {
                TilePath below = new TilePath(row.getInt(1) - 1, row.getLong(2), TilePath.FULL);
                Hash derived = nodes.get(below);
                if (derived == null || !derived.equals(Hash.of(row.getBytes(3)))) {
                    findings.add(
                            null,
                            null,
                            "NODE_DIFFERS",
                            "the stored hash above " + below + " is not that of its leaves");
                }
            }
        }
    }
}
