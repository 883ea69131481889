package org.preventionnetwork.registry.query.ledger;

import org.preventionnetwork.registry.api.transparency.ConsistencyProof;
import org.preventionnetwork.registry.api.transparency.EvidenceRejected;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.InclusionProof;
import org.preventionnetwork.registry.api.transparency.MerkleTree;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.preventionnetwork.registry.query.ledger.LedgerAnswers.Consistency;
import org.preventionnetwork.registry.query.ledger.LedgerAnswers.Inclusion;
import org.preventionnetwork.registry.query.ledger.LedgerAnswers.Inclusions;
import org.springframework.stereotype.Component;

/** Makes proofs under the newest checkpoint. None is handed out that its receiver would have to refuse. */
@Component
public final class LedgerProofs {
    private final Checkpoints checkpoints;
    private final Leaves leaves;
    private final DatabaseTiles tiles;

    LedgerProofs(Checkpoints checkpoints, Leaves leaves, DatabaseTiles tiles) {
        this.checkpoints = checkpoints;
        this.leaves = leaves;
        this.tiles = tiles;
    }

    /** An inclusion proof that was verified, and the checkpoint it was verified against. */
    public record Proven(Leaf leaf, InclusionProof proof, PublishedCheckpoint under) {}

    /** The proofs of many leaves under one checkpoint; not thread-safe. */
    public final class Under {
        private final PublishedCheckpoint checkpoint;
        private final MerkleTree tree;

        private Under(PublishedCheckpoint checkpoint) {
            this.checkpoint = checkpoint;
            this.tree = tree(checkpoint.size());
        }

        /** @throws Unanswerable when the stored event does not lead to the signed root */
        public Proven prove(Leaf leaf) {
            try {
                InclusionProof proof = tree.inclusionProof(leaf.index());
                proof.verify(leaf.record().leafHash(), checkpoint.root());
                return new Proven(leaf, proof, checkpoint);
            } catch (EvidenceRejected e) {
                throw InconsistentLedger.because("the stored event at position %d is not the one that was signed: %s"
                        .formatted(leaf.position(), e.getMessage()));
            }
        }
    }

    public Under under(PublishedCheckpoint checkpoint) {
        return new Under(checkpoint);
    }

    /** @throws RuntimeException saying that there is no such event, that it is not signed yet, or that it was changed */
    Proven ofEvent(String eventId) {
        Leaf leaf = leaves.ofEvent(eventId);
        return under(checkpoints.awaitCovering(leaf.position())).prove(leaf);
    }

    /** For showing beside an event that exists: the proof, or why there is none. */
    public Inclusions inclusionOf(String eventId) {
        try {
            Leaf leaf = leaves.ofEvent(eventId);
            return new Inclusions(
                    Inclusion.of(under(checkpoints.covering(leaf.position())).prove(leaf)), null);
        } catch (Unanswerable none) {
            return new Inclusions(null, none.getMessage());
        }
    }

    /** @param from size of the earlier tree, from 1; {@code to} of the later, up to the newest checkpoint's */
    Consistency consistency(long from, long to) {
        PublishedCheckpoint newest = checkpoints.covering(to);
        try {
            Hash earlier = tree(from).root();
            Hash later = tree(to).root();
            ConsistencyProof proof = tree(to).consistencyProof(from);
            proof.verify(earlier, later);
            tree(newest.size()).consistencyProof(to).verify(later, newest.root());
            return Consistency.of(proof, earlier, later, newest);
        } catch (EvidenceRejected e) {
            throw InconsistentLedger.because("the stored tree is not the one that was signed: " + e.getMessage());
        }
    }

    private MerkleTree tree(long size) {
        return new MerkleTree(size, tiles);
    }
}
