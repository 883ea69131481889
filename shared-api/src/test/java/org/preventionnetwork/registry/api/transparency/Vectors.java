package org.preventionnetwork.registry.api.transparency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The public vectors under {@code src/test/resources/transparency}. */
final class Vectors {
    private Vectors() {}

    static List<String[]> rows(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/transparency/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] base64(String text) {
        return Base64.getDecoder().decode(text.equals("-") ? "" : text);
    }

    static List<Hash> hashes(String list) {
        return Stream.of(list.split(","))
                .filter(hash -> !hash.isEmpty())
                .map(hash -> Hash.of(base64(hash)))
                .toList();
    }

    /** A note as its bytes, whose row writes newlines and odd bytes escaped. */
    static byte[] note(String escaped) {
        byte[] utf8 = escaped.replace("\\n", "\n").replace("\\x01", "\u0001").getBytes(StandardCharsets.UTF_8);
        if (!escaped.startsWith("\\xff")) {
            return utf8;
        }
        byte[] odd = new byte[utf8.length - 3];
        System.arraycopy(utf8, 3, odd, 0, odd.length);
        odd[0] = (byte) 0xff;
        return odd;
    }

    static boolean accepts(Runnable verification) {
        try {
            verification.run();
            return true;
        } catch (EvidenceRejected rejected) {
            return false;
        }
    }
}
