package org.preventionnetwork.registry.command.imports.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8, with or without a byte order mark, and nothing else. */
final class Utf8 {
    private static final int LONGEST_HEADER = 16 * 1024;

    private Utf8() {}

    /** @throws Unreadable for what says at its beginning that it is something else */
    static BufferedReader reader(String file, InputStream bytes) throws IOException {
        PushbackInputStream input = new PushbackInputStream(bytes, 4);
        byte[] start = input.readNBytes(4);
        int mark = 0;
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        } else if (startsWith(start, 0xFF, 0xFE) || startsWith(start, 0xFE, 0xFF) || isWide(start)) {
            throw new Unreadable(file, "NOT_UTF8", "the file is in UTF-16; save it as CSV UTF-8");
        } else if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(file, "NOT_TEXT", "the file is not text, but an archive or a workbook");
        }
        input.unread(start, mark, start.length - mark);
        return new BufferedReader(
                new InputStreamReader(
                        input,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER);
    }

    /** Comma or semicolon, whichever the header has more of outside quotes; the reader is where it was. */
    static char separator(Reader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int c = reader.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
        }
        reader.reset();
        return semicolons > commas ? ';' : ',';
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Letters with a zero byte between them. */
    private static boolean isWide(byte[] bytes) {
        return bytes.length == 4 && ((bytes[0] == 0 && bytes[2] == 0) || (bytes[1] == 0 && bytes[3] == 0));
    }
}
