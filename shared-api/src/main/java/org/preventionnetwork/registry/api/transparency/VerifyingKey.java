package org.preventionnetwork.registry.api.transparency;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** An Ed25519 public key (RFC 8032). */
public final class VerifyingKey {
    private static final int SIGNATURE_LENGTH = 64;

    private final byte[] bytes;
    private final PublicKey key;

    private VerifyingKey(byte[] bytes, PublicKey key) {
        this.bytes = bytes;
        this.key = key;
    }

    /** @throws EvidenceRejected when these are not the 32 bytes of a point on the curve */
    public static VerifyingKey of(byte[] bytes) {
        if (bytes.length != Pem.KEY_LENGTH) {
            throw new EvidenceRejected("an Ed25519 public key has 32 bytes, not " + bytes.length);
        }
        try {
            PublicKey key =
                    KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Pem.PUBLIC.der(bytes)));
            // The JDK looks at the point only here; a key that can verify nothing is refused now, not at the first
            // note.
            Signature.getInstance("Ed25519").initVerify(key);
            return new VerifyingKey(bytes.clone(), key);
        } catch (InvalidKeySpecException | InvalidKeyException e) {
            throw new EvidenceRejected("the public key is no point on the curve of Ed25519", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime since 15 has Ed25519", e);
        }
    }

    /** @param pem as {@code openssl pkey -pubout} writes it */
    public static VerifyingKey parsePem(String pem) {
        return of(Pem.PUBLIC.read(pem));
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** For {@code openssl pkeyutl -verify -pubin -rawin}. */
    public String toPem() {
        return Pem.PUBLIC.write(bytes);
    }

    boolean verifies(byte[] message, byte[] signature) {
        // The JDK passes by whatever follows the 64 bytes; one signature would then have many spellings.
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            // The JDK's answer to bytes that cannot be a signature at all.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was tried when it was made", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
