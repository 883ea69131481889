package org.preventionnetwork.registry.api.transparency;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * The textual pieces that the formats share, each with exactly one accepted spelling: what was signed or hashed can then
 * be rebuilt from what was parsed, byte for byte.
 */
final class Text {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,19}");

    private Text() {}

    /** Unlike {@code new String(…)}, never replaces what is not UTF-8. */
    static String utf8(byte[] bytes, String what) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EvidenceRejected(what + " is not valid UTF-8", e);
        }
    }

    /** Unlike {@code getBytes(…)}, never replaces half of a surrogate pair. */
    static byte[] utf8(String text, String what) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new EvidenceRejected(what + " cannot be written as UTF-8", e);
        }
    }

    /** RFC 4648 section 4 with padding; the JDK's decoder alone would also accept missing padding and stray bits. */
    static byte[] base64(String text, String what) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new EvidenceRejected(what + " is not standard Base64", e);
        }
        if (!base64(bytes).equals(text)) {
            throw new EvidenceRejected(what + " is not in the canonical form of Base64");
        }
        return bytes;
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An unsigned 64-bit number in ASCII digits without sign or leading zeros; to be read with {@code Long}'s unsigned methods. */
    static long decimal(String text, String what) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new EvidenceRejected(what + " is not a plain decimal number");
        }
        try {
            return Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new EvidenceRejected(what + " does not fit into 64 bits", e);
        }
    }
}
