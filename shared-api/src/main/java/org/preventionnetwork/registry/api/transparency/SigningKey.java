package org.preventionnetwork.registry.api.transparency;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import org.preventionnetwork.registry.api.keys.SecretFile;

/**
 * An Ed25519 private key with its public key, kept as an unencrypted PKCS#8 PEM file that openssl reads too. Its text form
 * never shows the secret.
 */
public final class SigningKey {
    private final byte[] seed;
    private final PrivateKey privateKey;
    private final VerifyingKey verifyingKey;

    private SigningKey(byte[] seed, PrivateKey privateKey, VerifyingKey verifyingKey) {
        this.seed = seed;
        this.privateKey = privateKey;
        this.verifyingKey = verifyingKey;
    }

    public static SigningKey generate() {
        byte[] seed = new byte[Pem.KEY_LENGTH];
        new SecureRandom().nextBytes(seed);
        return of(seed);
    }

    /** The key of RFC 8032's 32-byte private key. */
    static SigningKey of(byte[] seed) {
        try {
            // The JDK derives a public key only while it generates a pair, from the random bytes that it asks for.
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new FixedRandom(seed));
            KeyPair pair = generator.generateKeyPair();
            PrivateKey privateKey =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Pem.PRIVATE.der(seed)));
            SigningKey key = new SigningKey(
                    seed.clone(), privateKey, VerifyingKey.of(littleEndian((EdECPublicKey) pair.getPublic())));
            byte[] trial = {1};
            if (!key.verifyingKey.verifies(trial, key.sign(trial))) {
                throw new IllegalStateException("this Java runtime did not derive the public key from the private one");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime since 15 has Ed25519", e);
        }
    }

    /** @throws EvidenceRejected when this is no Ed25519 key as {@link #toPem} or {@code openssl genpkey} write it */
    public static SigningKey parsePem(String pem) {
        return of(Pem.PRIVATE.read(pem));
    }

    public static SigningKey read(Path file) throws IOException {
        return parsePem(Files.readString(file, StandardCharsets.US_ASCII));
    }

    /**
     * Writes a new file that only its owner may read (where the file system knows owners) and returns when it is on disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException rather than losing a key
     */
    public void write(Path file) throws IOException {
        SecretFile.write(file, toPem().getBytes(StandardCharsets.US_ASCII));
    }

    public String toPem() {
        return Pem.PRIVATE.write(seed);
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key was tried when it was made", e);
        }
    }

    /** RFC 8032 section 5.1.2: y in little-endian order, the oddness of x in the highest bit. */
    private static byte[] littleEndian(EdECPublicKey key) {
        byte[] bigEndian = key.getPoint().getY().toByteArray();
        byte[] bytes = new byte[Pem.KEY_LENGTH];
        for (int i = 0; i < Math.min(bytes.length, bigEndian.length); i++) {
            bytes[i] = bigEndian[bigEndian.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            bytes[bytes.length - 1] |= (byte) 0x80;
        }
        return bytes;
    }

    private static final class FixedRandom extends SecureRandom {
        private final byte[] bytes;

        FixedRandom(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(Arrays.copyOf(bytes, target.length), 0, target, 0, target.length);
        }
    }
}
