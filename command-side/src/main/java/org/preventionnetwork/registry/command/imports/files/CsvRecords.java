package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.CsvRecord.Broken;

/**
 * Reads records after RFC 4180, one at a time, and goes on with the next line where one is broken, so that all that is
 * wrong with a file is told at once and at its place. Ends of lines may be any; a quote inside a cell that does not begin
 * with one is a character like others.
 */
final class CsvRecords {
    static final String NOT_CSV = "NOT_CSV";
    static final String NOT_UTF8 = "NOT_UTF8";

    /** Where reading gives up; shorter cells that are too long only cost their row. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final int LONGEST_RECORD = 4 << 20;
    /** Of one row, whose cells beyond the header only cost that row. */
    private static final int MOST_FIELDS = 10_000;

    private static final int END = -1;
    private static final int NOTHING = -2;

    private final String file;
    private final Reader reader;
    private final char separator;
    private int ahead = NOTHING;
    private long line = 1;

    private final List<String> cells = new ArrayList<>();
    private final StringBuilder cell = new StringBuilder();
    private long beginning;
    private int characters;
    private @Nullable Broken broken;

    CsvRecords(String file, Reader reader, char separator) {
        this.file = file;
        this.reader = reader;
        this.separator = separator;
    }

    char separator() {
        return separator;
    }

    /**
     * The next record, or null at the end of the file.
     *
     * @throws Unreadable where one is longer than any
     */
    @Nullable
    CsvRecord next() throws IOException {
        if (peek() == END) {
            return null;
        }
        cells.clear();
        broken = null;
        characters = 0;
        beginning = line;
        boolean more = true;
        while (more) {
            cell.setLength(0);
            if (peek() == '"') {
                quoted();
            } else {
                plain();
            }
            cells.add(cell.toString());
            if (cells.size() > MOST_FIELDS) {
                throw tooLong("TOO_LARGE", Cause.ROW_TOO_LONG.with(MOST_FIELDS));
            }
            more = peek() == separator;
            if (more) {
                take();
            }
        }
        endOfLine();
        return new CsvRecord(beginning, List.copyOf(cells), broken);
    }

    private void plain() throws IOException {
        while (!isEndOfCell(peek())) {
            append(take());
        }
    }

    private void quoted() throws IOException {
        long opened = line;
        take();
        while (true) {
            int c = take();
            if (c == END) {
                breaks(opened, NOT_CSV, Cause.QUOTE_OPEN.with());
                return;
            }
            if (c != '"') {
                append(c);
            } else if (peek() == '"') {
                append(take());
            } else {
                break;
            }
        }
        if (!isEndOfCell(peek())) {
            breaks(line, NOT_CSV, Cause.QUOTE_AFTER.with());
            while (!isEndOfLine(peek())) {
                append(take());
            }
        }
    }

    /** The first thing that is wrong with a record is told. */
    private void breaks(long where, String code, Said said) {
        if (broken == null) {
            broken = new Broken(where, cells.size(), code, said);
        }
    }

    private void append(int c) {
        if (c == Utf8.UNREADABLE) {
            breaks(line, NOT_UTF8, Cause.UTF_8.with());
        }
        cell.append((char) c);
        if (cell.length() > LONGEST_FIELD || ++characters > LONGEST_RECORD) {
            throw tooLong("CELL_TOO_LONG", Cause.CELL_ENDLESS.with(LONGEST_FIELD));
        }
    }

    private Unreadable tooLong(String code, Said said) {
        return new Unreadable(List.of(new Problem(file, beginning, "column " + (cells.size() + 1), null, code, said)));
    }

    private boolean isEndOfCell(int c) {
        return c == separator || isEndOfLine(c);
    }

    private static boolean isEndOfLine(int c) {
        return c == '\n' || c == '\r' || c == END;
    }

    private void endOfLine() throws IOException {
        int c = take();
        if (c == '\r' && peek() == '\n') {
            take();
        }
    }

    private int peek() throws IOException {
        if (ahead == NOTHING) {
            ahead = reader.read();
        }
        return ahead;
    }

    private int take() throws IOException {
        int c = peek();
        ahead = NOTHING;
        if (c == END) {
            ahead = END;
        } else if (c == '\n' || c == '\r' && peek() != '\n') {
            line++;
        }
        return c;
    }
}
