package org.preventionnetwork.registry.query.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.transparency.ConsistencyProof;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.query.ledger.LedgerProofs.Proven;

/** What is answered about the ledger as JSON; hashes are in standard Base64. */
public final class LedgerAnswers {
    private LedgerAnswers() {}

    /**
     * That an event stands in the log at its position (RFC 6962 section 2.1.1).
     *
     * @param leafIndex position − 1
     * @param proof the siblings from the leaf up to the root's child
     * @param checkpoint the signed note, whole
     */
    public record Inclusion(
            long position,
            long leafIndex,
            String leafHash,
            long treeSize,
            String root,
            List<String> proof,
            String checkpoint) {
        static Inclusion of(Proven proven) {
            return new Inclusion(
                    proven.leaf().position(),
                    proven.leaf().index(),
                    proven.leaf().record().leafHash().toBase64(),
                    proven.under().size(),
                    proven.under().root().toBase64(),
                    proven.proof().hashes().stream().map(Hash::toBase64).toList(),
                    proven.under().note().toString());
        }
    }

    /**
     * @param inclusion null while there is none
     * @param notIncludedBecause a sentence, when there is none
     */
    public record Inclusions(@Nullable Inclusion inclusion, @Nullable String notIncludedBecause) {}

    /**
     * That the tree of the second size begins with that of the first (RFC 6962 section 2.1.2).
     *
     * @param checkpoint the newest signed note, which the second tree was found to be a beginning of
     */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> hashes, String checkpoint) {
        static Consistency of(ConsistencyProof proof, Hash earlier, Hash later, PublishedCheckpoint newest) {
            return new Consistency(
                    proof.size1(),
                    proof.size2(),
                    earlier.toBase64(),
                    later.toBase64(),
                    proof.hashes().stream().map(Hash::toBase64).toList(),
                    newest.note().toString());
        }
    }
}
