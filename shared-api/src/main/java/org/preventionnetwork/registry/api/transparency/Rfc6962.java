package org.preventionnetwork.registry.api.transparency;

import java.security.MessageDigest;
import java.util.List;

/**
 * The Merkle tree hash of RFC 6962 section 2.1 (unchanged in RFC 9162 section 2.1.1) with SHA-256. Leaves and inner nodes
 * are hashed under different first bytes, so that no leaf can be passed off as a node.
 */
public final class Rfc6962 {
    /** The root of the tree without leaves: SHA-256 of nothing. */
    public static final Hash EMPTY_ROOT = Hash.sha256(new byte[0]);

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Rfc6962() {}

    /** SHA-256(0x00 ‖ data) */
    public static Hash leafHash(byte[] data) {
        MessageDigest digest = Hash.digest();
        digest.update(LEAF);
        return Hash.finish(digest, data);
    }

    /** SHA-256(0x01 ‖ left ‖ right) */
    public static Hash nodeHash(Hash left, Hash right) {
        MessageDigest digest = Hash.digest();
        digest.update(NODE);
        digest.update(left.shared());
        return Hash.finish(digest, right.shared());
    }

    /** The root over these leaf hashes. */
    public static Hash root(List<Hash> leafHashes) {
        Frontier frontier = new Frontier();
        leafHashes.forEach(frontier::append);
        return frontier.root();
    }

    /** The root over complete subtrees that stand side by side, each smaller than the one to its left. */
    static Hash join(List<Hash> subtrees) {
        Hash right = subtrees.get(subtrees.size() - 1);
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            right = nodeHash(subtrees.get(i), right);
        }
        return right;
    }
}
