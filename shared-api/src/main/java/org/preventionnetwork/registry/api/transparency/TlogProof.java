package org.preventionnetwork.registry.api.transparency;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that proves offline that a leaf is in the log (C2SP tlog-proof): the leaf's index, its inclusion proof and the
 * signed checkpoint, whole. Well-formed, but worth nothing until {@link #verify}.
 *
 * @param extraBase64 opaque data for the reader, which nothing vouches for; absent as a rule
 * @param index of the leaf from 0, unsigned
 */
public record TlogProof(@Nullable String extraBase64, long index, List<Hash> hashes, SignedNote checkpoint) {
    /** By convention the name of the file ends so. */
    public static final String FILE_EXTENSION = ".tlog-proof";

    private static final String FIRST_LINE = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";

    /** No tree of 64-bit size is higher. */
    private static final int MOST_HASHES = 64;

    private static final int MOST_BYTES = 2 * SignedNote.MOST_BYTES;

    /**
     * @throws EvidenceRejected when the extra data is not Base64, the note is no checkpoint, or there are more hashes than
     *     any proof can have
     */
    public TlogProof {
        hashes = List.copyOf(hashes);
        if (extraBase64 != null && Text.base64(extraBase64, "the extra data").length == 0) {
            throw new EvidenceRejected("extra data that is empty is left out");
        }
        if (hashes.size() > MOST_HASHES) {
            throw new EvidenceRejected("no inclusion proof has %d hashes".formatted(hashes.size()));
        }
        Checkpoint.parse(checkpoint.text());
    }

    public TlogProof(InclusionProof proof, SignedNote checkpoint) {
        this(null, proof.index(), proof.hashes(), checkpoint);
    }

    /** @throws EvidenceRejected saying what is malformed */
    public static TlogProof parse(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new EvidenceRejected("a proof of %d bytes is too long".formatted(bytes.length));
        }
        String file = Text.utf8(bytes, "the proof");
        int blankLine = file.indexOf("\n\n");
        if (blankLine == -1) {
            throw new EvidenceRejected("the proof has no blank line before its checkpoint");
        }
        List<String> lines =
                new ArrayList<>(List.of(file.substring(0, blankLine).split("\n", -1)));
        if (!lines.remove(0).equals(FIRST_LINE)) {
            throw new EvidenceRejected("the first line of a proof is " + FIRST_LINE);
        }
        String extra = !lines.isEmpty() && lines.get(0).startsWith(EXTRA)
                ? lines.remove(0).substring(EXTRA.length())
                : null;
        if (lines.isEmpty() || !lines.get(0).startsWith(INDEX)) {
            throw new EvidenceRejected("the proof does not give the index of its leaf");
        }
        long index = Text.decimal(lines.remove(0).substring(INDEX.length()), "the index of the leaf");
        List<Hash> hashes = lines.stream().map(Hash::parse).toList();
        SignedNote checkpoint = SignedNote.parse(Text.utf8(file.substring(blankLine + 2), "the proof"));
        return new TlogProof(extra, index, hashes, checkpoint);
    }

    /**
     * Returns when, and only when, the log vouches for a tree that has this leaf at {@link #index}.
     *
     * @param leafHash computed by the verifier from the data itself, never taken from the log
     * @return the checkpoint that the leaf is under
     * @throws EvidenceRejected saying what does not fit
     */
    public SignedCheckpoint verify(TrustedLog log, Hash leafHash) {
        SignedCheckpoint opened = log.open(checkpoint);
        long size = opened.checkpoint().size();
        new InclusionProof(index, size, hashes)
                .verify(leafHash, opened.checkpoint().root());
        return opened;
    }

    public byte[] encode() {
        return Text.utf8(toString(), "the proof");
    }

    /** The file as text. */
    @Override
    public String toString() {
        StringBuilder file = new StringBuilder(FIRST_LINE).append('\n');
        if (extraBase64 != null) {
            file.append(EXTRA).append(extraBase64).append('\n');
        }
        file.append(INDEX).append(Long.toUnsignedString(index)).append('\n');
        hashes.forEach(hash -> file.append(hash).append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }
}
