package org.preventionnetwork.registry.command.imports.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.preventionnetwork.registry.api.facts.FactId;

/**
 * Ids of what has none in the files, made of the row's key: the same row has the same ids in every import. Keys hold
 * ids, states and dates, never personal data.
 */
final class ImportIds {
    private static final int LONGEST = 63;
    private static final int HASH = 10;

    private ImportIds() {}

    static FactId fact(String entity, String command, String... key) {
        return new FactId("i-" + hash(24, entity, command, String.join("|", key)));
    }

    /** {@code ke-member-2012}; a hash is added where folding would make different keys the same. */
    static String readable(String... key) {
        String joined = String.join("-", key);
        String lower = joined.toLowerCase(Locale.ROOT);
        String folded = lower.replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        if (folded.equals(lower) && folded.length() <= LONGEST && folded.length() > 1) {
            return folded;
        }
        String start = folded.substring(0, Math.min(folded.length(), LONGEST - HASH - 1));
        String separated = start.isEmpty() || start.endsWith("-") ? start + "x" : start;
        return separated.substring(0, Math.min(separated.length(), LONGEST - HASH - 1)) + "-" + hash(HASH, joined);
    }

    static String opaque(String prefix, String... key) {
        return prefix + "-" + hash(20, key);
    }

    /** For keys that are held in memory only. */
    static long number(String... parts) {
        return Long.parseUnsignedLong(hash(16, parts), 16);
    }

    private static String hash(int length, String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] bytes = digest.digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes).substring(0, length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
