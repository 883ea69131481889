package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.List;

/** One row as it was written, with what is wrong with its form. */
public final class Row {
    private final FileKind kind;
    private final String file;
    private final long line;
    private final Columns columns;
    private final String[] cells;
    private final List<Problem> problems;

    Row(FileKind kind, String file, long line, Columns columns, String[] cells, List<Problem> problems) {
        this.kind = kind;
        this.file = file;
        this.line = line;
        this.columns = columns;
        this.cells = cells;
        this.problems = problems;
    }

    public FileKind kind() {
        return kind;
    }

    public String file() {
        return file;
    }

    public long line() {
        return line;
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return columns.position(column) >= 0;
    }

    /** The cell without blanks around it; empty where the cell or the column is missing. */
    public String text(String column) {
        int position = columns.position(column);
        return position < 0 || position >= cells.length ? "" : cells[position];
    }

    /** The parts of a cell, separated by semicolons. */
    public List<String> list(String column) {
        return Arrays.stream(text(column).split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Cells that are refused whatever they are about; such a row is left out. */
    public List<Problem> problems() {
        return problems;
    }
}
