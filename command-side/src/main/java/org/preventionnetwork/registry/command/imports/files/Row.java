package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.RefusalCode;

/** One row as it was written, with what is wrong with its form. */
public final class Row {
    private static final int SHOWN = 60;
    /** Cells may stand in columns that are not theirs, or the id says too much itself. */
    private static final Set<String> SILENT = Set.of(
            CellRules.ROW_WIDTH,
            CsvRecords.NOT_CSV,
            CsvRecords.NOT_UTF8,
            SwallowedRows.CODE,
            RefusalCode.ID_NAMES_PERSON.name());

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
                .map(Blanks::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /**
     * What is shown beside a cell that is wrong, so that the row is recognised: the cells that are right, without those that
     * may hold personal data.
     *
     * @param wrong what is wrong with the row
     */
    public Map<String, String> context(List<Problem> wrong) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (wrong.stream().noneMatch(problem -> SILENT.contains(problem.code()))) {
            for (String column : kind.columns()) {
                String cell = text(column);
                if (!cell.isEmpty()
                        && kind.isRepeatable(column)
                        && wrong.stream().noneMatch(problem -> column.equals(problem.column()))) {
                    kept.put(column, cell.length() <= SHOWN ? cell : cell.substring(0, SHOWN) + "…");
                }
            }
        }
        return kept;
    }

    /** Cells that are refused whatever they are about; such a row is left out. */
    public List<Problem> problems() {
        return problems;
    }
}
