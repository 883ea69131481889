package org.preventionnetwork.registry.api.transparency;

import java.time.InstantSource;

/** Signs notes under a name, as the log itself or as a witness of checkpoints. */
public final class NoteSigner {
    private final NoteVerifier verifier;
    private final SigningKey key;
    private final InstantSource clock;

    private NoteSigner(NoteVerifier verifier, SigningKey key, InstantSource clock) {
        this.verifier = verifier;
        this.key = key;
        this.clock = clock;
    }

    /** Signs the text itself. */
    public static NoteSigner ed25519(String name, SigningKey key) {
        NoteVerifier verifier = new NoteVerifier(name, SignatureType.ED25519, key.verifyingKey());
        return new NoteSigner(verifier, key, InstantSource.system());
    }

    /** Signs checkpoints with the time. A key that cosigns under one name must not be used for anything else. */
    public static NoteSigner cosigner(String name, SigningKey key, InstantSource clock) {
        NoteVerifier verifier = new NoteVerifier(name, SignatureType.COSIGNATURE_V1, key.verifyingKey());
        return new NoteSigner(verifier, key, clock);
    }

    /** What others need to verify the signatures. */
    public NoteVerifier verifier() {
        return verifier;
    }

    NoteSignature sign(String text) {
        return NoteSignature.of(
                verifier.name(),
                verifier.keyId(),
                verifier.type() == SignatureType.ED25519 ? key.sign(Text.utf8(text, "a note")) : cosign(text));
    }

    private byte[] cosign(String text) {
        long time = clock.instant().getEpochSecond();
        return new Cosignature(time, key.sign(Cosignature.message(time, text))).encode();
    }
}
