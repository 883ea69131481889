package org.preventionnetwork.registry.query.ledger;

import java.time.Instant;
import org.preventionnetwork.registry.api.transparency.Checkpoint;
import org.preventionnetwork.registry.api.transparency.Hash;
import org.preventionnetwork.registry.api.transparency.SignedNote;

/**
 * A checkpoint that the log has published.
 *
 * @param checkpoint what the note says, and what proofs are made for
 */
public record PublishedCheckpoint(SignedNote note, Checkpoint checkpoint, Instant signedAt) {
    static PublishedCheckpoint of(SignedNote note, Instant signedAt) {
        return new PublishedCheckpoint(note, Checkpoint.parse(note.text()), signedAt);
    }

    public long size() {
        return checkpoint.size();
    }

    public Hash root() {
        return checkpoint.root();
    }
}
