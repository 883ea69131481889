package org.preventionnetwork.registry.access.tokens;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * 256 random bits. Nobody guesses them, so one SHA-256 keeps them as well as a slow hash keeps a password. The prefix
 * lets scanners find tokens in places where none should be.
 */
final class TokenSecret {
    static final String PREFIX = "pnr_";
    private static final Pattern SHAPE = Pattern.compile("pnr_[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenSecret() {}

    static String make() {
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random(32));
    }

    /** How the token is called in public. */
    static String makeId() {
        return HexFormat.of().formatHex(random(8));
    }

    static boolean isOne(String text) {
        return SHAPE.matcher(text).matches();
    }

    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }
}
