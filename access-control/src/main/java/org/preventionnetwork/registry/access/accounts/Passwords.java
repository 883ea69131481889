package org.preventionnetwork.registry.access.accounts;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Stores passwords so that they can be compared and not read: bcrypt, named in the stored form, so that another can take
 * its place at the next login.
 */
final class Passwords {
    static final int MIN_CHARACTERS = 12;
    /** What lies beyond is not seen by bcrypt, so it is not accepted. */
    static final int MAX_BYTES = 72;

    private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int GENERATED_CHARACTERS = 24;

    private final PasswordEncoder encoder;
    private final String nobodys;

    /** @param cost a step more takes twice the time */
    Passwords(int cost) {
        encoder = new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(cost)));
        nobodys = hash(generate());
    }

    String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("a password has a hash");
        }
        return hash;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /**
     * Takes as long whether there is such an account or not.
     *
     * @param hash null where nobody may log in
     */
    boolean matches(String password, @Nullable String hash) {
        boolean readable = bytes(password) <= MAX_BYTES && !password.isEmpty();
        boolean same = encoder.matches(readable ? password : "-", hash == null ? nobodys : hash);
        return same && readable && hash != null;
    }

    /** @return what is wrong with a password that somebody chose, or null */
    static @Nullable String problem(String chosen, String accountName) {
        if (chosen.codePointCount(0, chosen.length()) < MIN_CHARACTERS) {
            return "a password has at least " + MIN_CHARACTERS + " characters";
        }
        if (isTooLong(chosen)) {
            return "a password has at most " + MAX_BYTES + " bytes in UTF-8";
        }
        return chosen.equalsIgnoreCase(accountName) ? "a password is not the account's name" : null;
    }

    static boolean isTooLong(String password) {
        return bytes(password) > MAX_BYTES;
    }

    static String generate() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        while (password.length() < GENERATED_CHARACTERS) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
