package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A text with signatures (C2SP signed-note). Well-formed, but worth nothing until {@link #verify}. What was parsed is
 * encoded again byte for byte.
 *
 * @param text with its final newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Longer notes are refused unread. */
    public static final int MOST_BYTES = 1_000_000;

    /** More than enough for every witness; the specification demands at least 16. */
    public static final int MOST_SIGNATURES = 100;

    /** @throws EvidenceRejected when the text or the number of signatures is not that of a note */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n")) {
            throw new EvidenceRejected("the text of a note ends with a newline");
        }
        if (text.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw new EvidenceRejected("a note has no control characters");
        }
        if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
            throw new EvidenceRejected(
                    "a note has 1 to %d signatures, not %d".formatted(MOST_SIGNATURES, signatures.size()));
        }
    }

    /** The text with a signature of each signer, read back once before anybody else sees it. */
    public static SignedNote sign(String text, NoteSigner... signers) {
        SignedNote note = new SignedNote(
                text, Stream.of(signers).map(signer -> signer.sign(text)).toList());
        return parse(note.encode());
    }

    /** @throws EvidenceRejected saying what is malformed */
    public static SignedNote parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new EvidenceRejected("a note of %d bytes is too long".formatted(bytes.length));
        }
        String note = Text.utf8(bytes, "the note");
        int blankLine = note.lastIndexOf("\n\n");
        if (blankLine < 0) {
            throw new EvidenceRejected("the note has no blank line between text and signatures");
        }
        String signatures = note.substring(blankLine + 2);
        if (!signatures.endsWith("\n")) {
            throw new EvidenceRejected("the note does not end with a signature and a newline");
        }
        return new SignedNote(
                note.substring(0, blankLine + 1),
                Stream.of(signatures.split("\n")).map(NoteSignature::parse).toList());
    }

    /**
     * Checks every signature that claims to be of one of these keys; signatures of other keys are passed by.
     *
     * @return what the keys vouch for, with at least one signature; one that is repeated counts once
     * @throws EvidenceRejected when one of those signatures is not valid, or when there is none
     */
    public VerifiedNote verify(Collection<NoteVerifier> verifiers) {
        List<VerifiedNote.Signed> verified = new ArrayList<>();
        for (NoteSignature signature : signatures) {
            for (NoteVerifier verifier : verifiers) {
                if (verifier.isNamedBy(signature)) {
                    verified.add(new VerifiedNote.Signed(verifier, verifier.verify(text, signature)));
                }
            }
        }
        if (verified.isEmpty()) {
            throw new EvidenceRejected("the note has no signature of a known key");
        }
        return new VerifiedNote(text, verified.stream().distinct().toList());
    }

    /** The same note with one signature more, of a witness for one. */
    public SignedNote with(NoteSigner signer) {
        return new SignedNote(
                text,
                Stream.concat(signatures.stream(), Stream.of(signer.sign(text))).toList());
    }

    public byte[] encode() {
        return Text.utf8(toString(), "the note");
    }

    /** The note as text. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
