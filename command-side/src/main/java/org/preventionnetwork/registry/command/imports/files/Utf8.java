package org.preventionnetwork.registry.command.imports.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Text in UTF-8, with or without a byte order mark, and nothing else. */
final class Utf8 {
    /** Stands for bytes that are no UTF-8; no text has this character, which Unicode keeps for no use. */
    static final char UNREADABLE = '\uFFFF';

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
            throw new Unreadable(file, "NOT_UTF8", Cause.UTF_16.with());
        } else if (startsWith(start, 'P', 'K', 3, 4) || startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(file, "NOT_TEXT", Cause.NO_TEXT_BUT_ARCHIVE.with());
        }
        input.unread(start, mark, start.length - mark);
        return new BufferedReader(
                new InputStreamReader(
                        input,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(String.valueOf(UNREADABLE))),
                LONGEST_HEADER);
    }

    /**
     * Comma or semicolon, whichever the header has more of outside quotes; the reader is where it was. The header is the
     * first line in which a column's name stands between two of either, else the first line.
     */
    static char separator(Reader reader) throws IOException {
        reader.mark(LONGEST_HEADER);
        char first = 0;
        StringBuilder line = new StringBuilder();
        boolean quoted = false;
        int lines = 0;
        char found = 0;
        for (int i = 0; i < LONGEST_HEADER - 1 && found == 0 && lines < Header.ROWS; i++) {
            int c = reader.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                if (!line.isEmpty()) {
                    lines++;
                    char here = more(line);
                    first = first == 0 ? here : first;
                    found = namesColumns(line, here) ? here : 0;
                    line.setLength(0);
                }
                if (c < 0) {
                    break;
                }
            } else {
                quoted ^= c == '"';
                // What stands in quotes separates nothing.
                line.append(quoted && (c == ',' || c == ';') ? ' ' : (char) c);
            }
        }
        reader.reset();
        return found != 0 ? found : first != 0 ? first : more(line);
    }

    private static char more(CharSequence line) {
        long semicolons = line.chars().filter(c -> c == ';').count();
        return semicolons > line.chars().filter(c -> c == ',').count() ? ';' : ',';
    }

    private static boolean namesColumns(CharSequence line, char separator) {
        List<String> names =
                Columns.names(List.of(line.toString().replace("\"", "").split(Pattern.quote("" + separator))));
        return names.stream().filter(FileKind::isColumn).count() > 1;
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
