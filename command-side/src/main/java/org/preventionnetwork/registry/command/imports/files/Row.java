package org.preventionnetwork.registry.command.imports.files;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Slug;

/** One row as it was written, with what is wrong with its form. */
public final class Row {
    /** By so much of a long cell it is known again. */
    private static final int KNOWN_BY = 20;

    private static final Pattern ID = Pattern.compile(Slug.PATTERN);
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
    private final Map<String, String> replaced;

    Row(FileKind kind, String file, long line, Columns columns, String[] cells, List<Problem> problems) {
        this(kind, file, line, columns, cells, problems, Map.of());
    }

    private Row(
            FileKind kind,
            String file,
            long line,
            Columns columns,
            String[] cells,
            List<Problem> problems,
            Map<String, String> replaced) {
        this.replaced = replaced;
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

    /** Whether it is about a person without saying so by an id: a new official, or one who is named or given by e-mail. */
    public boolean needsPerson() {
        String official = text(FileKind.PERSON);
        return problems.isEmpty()
                && (kind == FileKind.OFFICIALS
                        ? official.isEmpty()
                        : kind.isAboutPersons()
                                && !official.isEmpty()
                                && !ID.matcher(official).matches());
    }

    /** The same with another text in a column, whether the file has it or not. */
    public Row with(String column, String text) {
        Map<String, String> replaced = new HashMap<>(this.replaced);
        replaced.put(column, text);
        return new Row(kind, file, line, columns, cells, problems, replaced);
    }

    /** Whether it is of a list that the registry itself gave, with days in it that follow from other facts. */
    public boolean isListed() {
        return columns.isListed();
    }

    /** Whether the file has the column at all. */
    public boolean has(String column) {
        return columns.position(column) >= 0
                || column.equals(OfficeHeaders.FULL_NAME) && columns.position(OfficeHeaders.LAST_NAME) >= 0;
    }

    /** The cell without blanks around it; empty where the cell or the column is missing. */
    public String text(String column) {
        String text = replaced.get(column);
        if (text != null) {
            return text;
        }
        if (column.equals(OfficeHeaders.FULL_NAME) && columns.position(column) < 0) {
            return (cell(OfficeHeaders.FIRST_NAME) + " " + cell(OfficeHeaders.LAST_NAME)).strip();
        }
        return cell(column);
    }

    private String cell(String column) {
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
     * may hold personal data, see {@link Keepable}.
     *
     * @param wrong what is wrong with the row
     */
    public Map<String, String> context(List<Problem> wrong) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (wrong.stream().noneMatch(problem -> SILENT.contains(problem.code()))) {
            for (String column : kind.columns()) {
                String cell = text(column);
                if (!cell.isEmpty()
                        && Keepable.may(kind, column, cell)
                        && wrong.stream().noneMatch(problem -> column.equals(problem.column()))) {
                    kept.put(column, cell);
                }
            }
        }
        return kept;
    }

    /** Whether a text repeats any of its cells, or a part of one, that is not to be kept. */
    public boolean isRepeatedIn(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < cells.length; i++) {
            String column = i < columns.count() ? columns.nameAt(i) : "";
            for (String part : cells[i].split(";")) {
                String cell = Blanks.strip(part);
                String begin = cell.substring(0, Math.min(cell.length(), KNOWN_BY));
                if (cell.length() > 1
                        && !Keepable.may(kind, column, cell)
                        && lower.contains(begin.toLowerCase(Locale.ROOT))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Cells that are refused whatever they are about; such a row is left out. */
    public List<Problem> problems() {
        return problems;
    }
}
