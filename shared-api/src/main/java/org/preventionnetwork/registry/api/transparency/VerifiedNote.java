package org.preventionnetwork.registry.api.transparency;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The text of a note and the known keys that were found to have signed it; made by {@link SignedNote#verify} only. */
public record VerifiedNote(String text, List<Signed> signatures) {
    public VerifiedNote {
        signatures = List.copyOf(signatures);
    }

    public boolean isSignedBy(NoteVerifier verifier) {
        return signatures.stream().anyMatch(signed -> signed.by().equals(verifier));
    }

    /** @param at the time that a cosignature vouches for; absent with other signatures */
    public record Signed(NoteVerifier by, @Nullable Instant at) {}
}
