package org.preventionnetwork.registry.query;

import java.util.List;
import javax.sql.DataSource;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.HashTile;
import org.preventionnetwork.registry.api.transparency.MemoryTiles;
import org.preventionnetwork.registry.api.transparency.NoteSigner;
import org.preventionnetwork.registry.api.transparency.NoteVerifier;
import org.preventionnetwork.registry.api.transparency.SignedNote;
import org.preventionnetwork.registry.api.transparency.SigningKey;
import org.preventionnetwork.registry.api.transparency.TilePath;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signs what stands in a test's ledger, as the command side would, with a key of its own. */
public final class SignedLedger {
    private final NoteSigner signer = NoteSigner.ed25519("log.example/registry", SigningKey.generate());
    private final JdbcClient jdbc;
    private final MemoryTiles tree = new MemoryTiles();

    public SignedLedger(DataSource owner) {
        this.jdbc = JdbcClient.create(owner);
    }

    public NoteVerifier key() {
        return signer.verifier();
    }

    /** The tree as it was when it was signed last. */
    public MemoryTiles tree() {
        return tree;
    }

    /** A checkpoint over all entries; before it the hashes of the tiles that became full. */
    public SignedNote sign() {
        List<Hash> leaves = jdbc.sql("SELECT leaf_hash FROM ledger.entry WHERE position > ? ORDER BY position")
                .param(tree.size())
                .query((row, n) -> Hash.of(row.getBytes(1)))
                .list();
        for (Hash leaf : leaves) {
            tree.append(leaf);
            writeFullTile(1);
        }
        Hash root = tree.tree(tree.size()).root();
        SignedNote note = SignedNote.sign(new Checkpoint(key().name(), tree.size(), root).text(), signer);
        jdbc.sql("INSERT INTO ledger.checkpoint (size, root, note) VALUES (?, ?, ?)")
                .params(tree.size(), root.toBytes(), note.toString())
                .update();
        return note;
    }

    private void writeFullTile(int level) {
        long hashes = tree.size() >> (8 * (level - 1));
        if (tree.size() % (1L << (8 * level)) == 0) {
            long index = hashes / TilePath.FULL - 1;
            HashTile below = tree.read(new TilePath(level - 1, index, TilePath.FULL));
            jdbc.sql("INSERT INTO ledger.node (level, index, hash) VALUES (?, ?, ?)")
                    .params(level, index, below.root().toBytes())
                    .update();
            writeFullTile(level + 1);
        }
    }
}
