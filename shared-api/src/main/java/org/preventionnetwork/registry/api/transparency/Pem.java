package org.preventionnetwork.registry.api.transparency;

import java.util.Arrays;
import java.util.HexFormat;

/** The two PEM forms of Ed25519 keys (RFC 8410) as the JDK and openssl write them: a fixed DER prefix before 32 bytes. */
enum Pem {
    /** PKCS#8 */
    PRIVATE("PRIVATE KEY", "302e020100300506032b657004220420"),
    /** SubjectPublicKeyInfo */
    PUBLIC("PUBLIC KEY", "302a300506032b6570032100");

    static final int KEY_LENGTH = 32;

    private final String begin;
    private final String end;
    private final byte[] prefix;

    Pem(String label, String prefix) {
        this.begin = "-----BEGIN " + label + "-----";
        this.end = "-----END " + label + "-----";
        this.prefix = HexFormat.of().parseHex(prefix);
    }

    byte[] der(byte[] key) {
        byte[] der = Arrays.copyOf(prefix, prefix.length + KEY_LENGTH);
        System.arraycopy(key, 0, der, prefix.length, KEY_LENGTH);
        return der;
    }

    String write(byte[] key) {
        return begin + "\n" + Text.base64(der(key)) + "\n" + end + "\n";
    }

    /** The 32 bytes of the key; what is refused is never quoted, since it may be a secret. */
    byte[] read(String pem) {
        String trimmed = pem.strip();
        if (!trimmed.startsWith(begin) || !trimmed.endsWith(end)) {
            throw new EvidenceRejected("the key is not in PEM form between %s and %s".formatted(begin, end));
        }
        String body = trimmed.substring(begin.length(), Math.max(begin.length(), trimmed.length() - end.length()));
        byte[] der = Text.base64(body.replaceAll("\\s", ""), "the key");
        if (der.length != prefix.length + KEY_LENGTH || !Arrays.equals(prefix, Arrays.copyOf(der, prefix.length))) {
            throw new EvidenceRejected("the key is not an Ed25519 key of the expected form");
        }
        return Arrays.copyOfRange(der, prefix.length, der.length);
    }
}
