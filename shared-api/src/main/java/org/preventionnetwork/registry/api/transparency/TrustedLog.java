package org.preventionnetwork.registry.api.transparency;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom to believe about a log, and when: the rule under which a checkpoint is accepted.
 *
 * @param origin the only origin that is accepted
 * @param keys of the log; one of them must have signed
 * @param witnesses that may have cosigned
 * @param quorum how many different witnesses must have cosigned, 0 for none
 */
public record TrustedLog(String origin, Set<NoteVerifier> keys, Set<NoteVerifier> witnesses, int quorum) {
    public TrustedLog {
        keys = Set.copyOf(keys);
        witnesses = Set.copyOf(witnesses);
        if (quorum < 0 || quorum > witnesses.size()) {
            throw new IllegalArgumentException(
                    "%d of %d witnesses can never cosign".formatted(quorum, witnesses.size()));
        }
    }

    /** A log with one key under its own name, as the specification recommends, believed without witnesses. */
    public static TrustedLog of(NoteVerifier key) {
        return new TrustedLog(key.name(), Set.of(key), Set.of(), 0);
    }

    /**
     * @throws EvidenceRejected when the note is no checkpoint of this log, is not signed by the log, lacks witnesses, or has
     *     an invalid signature of any known key
     */
    public SignedCheckpoint open(SignedNote note) {
        List<NoteVerifier> known =
                Stream.concat(keys.stream(), witnesses.stream()).toList();
        VerifiedNote verified = note.verify(known);
        if (keys.stream().noneMatch(verified::isSignedBy)) {
            throw new EvidenceRejected("the checkpoint is not signed by the log " + origin);
        }
        long cosigned = witnesses.stream().filter(verified::isSignedBy).count();
        if (cosigned < quorum) {
            throw new EvidenceRejected(
                    "%d of the known witnesses cosigned, fewer than the %d demanded".formatted(cosigned, quorum));
        }
        Checkpoint checkpoint = Checkpoint.parse(verified.text());
        if (!checkpoint.origin().equals(origin)) {
            throw new EvidenceRejected(
                    "the checkpoint is not of the log %s but of %s".formatted(origin, checkpoint.origin()));
        }
        return new SignedCheckpoint(checkpoint, note, verified);
    }
}
