package org.preventionnetwork.registry.api.transparency;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An immutable SHA-256 value. That it has 32 bytes is checked here once, so no verifier needs to ask again. */
public final class Hash {
    public static final int LENGTH = 32;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws EvidenceRejected when these are not 32 bytes */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new EvidenceRejected("a SHA-256 hash has 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** @throws EvidenceRejected when the text is not the one standard Base64 form of 32 bytes */
    public static Hash parse(String base64) {
        return of(Text.base64(base64, "a hash"));
    }

    /** The plain SHA-256 of the data, without a Merkle prefix: of a stored payload, for one. */
    public static Hash sha256(byte[] data) {
        return finish(digest(), data);
    }

    static Hash finish(MessageDigest digest, byte[] data) {
        return new Hash(digest.digest(data));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The array itself, for hashing and copying within this package; never to be changed or handed out. */
    byte[] shared() {
        return bytes;
    }

    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Base64, as in checkpoints and proofs. */
    @Override
    public String toString() {
        return toBase64();
    }
}
