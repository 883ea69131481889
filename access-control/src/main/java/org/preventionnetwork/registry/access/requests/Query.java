package org.preventionnetwork.registry.access.requests;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The query of an address, decoded strictly: what can be read in two ways, or not at all, is not read. */
final class Query {
    private static final int MOST = 200;

    private Query() {}

    /** Values by name, in the order in which they stand. */
    static Map<String, List<String>> parse(@Nullable String raw) throws MalformedAddress {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (raw == null) {
            return parameters;
        }
        int count = 0;
        for (String pair : raw.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (name.isEmpty()) {
                throw new MalformedAddress("a parameter of the address has no name");
            }
            if (++count > MOST) {
                throw new MalformedAddress("the address has more than " + MOST + " parameters");
            }
            parameters
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) throws MalformedAddress {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '%') {
                bytes.write(16 * digit(text, i + 1) + digit(text, i + 2));
                i += 2;
            } else if (next == '+') {
                bytes.write(' ');
            } else if (next > ' ' && next < 0x7f) {
                bytes.write(next);
            } else {
                throw unreadable();
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable();
        }
    }

    private static int digit(String text, int at) throws MalformedAddress {
        int digit = at < text.length() && text.charAt(at) < 0x7f ? Character.digit(text.charAt(at), 16) : -1;
        if (digit < 0) {
            throw unreadable();
        }
        return digit;
    }

    private static MalformedAddress unreadable() {
        return new MalformedAddress("the address is not UTF-8, percent-encoded");
    }
}
