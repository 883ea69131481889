package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.CsvRecord.Broken;

/** What no cell may be, in whatever file: a formula, a book, or bytes. Makes rows of cells. */
final class CellRules {
    /** {@code -3}, {@code +48 22 123}: data, whatever spreadsheets make of it. */
    private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-][0-9].*", Pattern.DOTALL);

    static final String ROW_WIDTH = "ROW_WIDTH";
    private static final int SHOWN = 60;
    private static final Pattern LISTED = Pattern.compile("[+-]\\s.*", Pattern.DOTALL);
    private static final Pattern CHOICE = Pattern.compile("[A-Za-z]+(?:[ _-]+[A-Za-z]+)*");

    private final FileKind kind;
    private final String file;
    private final Limits limits;
    private final Columns columns;

    CellRules(FileKind kind, String file, Limits limits, Columns columns) {
        this.kind = kind;
        this.file = file;
        this.limits = limits;
        this.columns = columns;
    }

    int width() {
        return columns.count();
    }

    /** Where the cell stands that names what the row is about. */
    int firstRequired() {
        return Math.max(0, columns.position(kind.entityColumn()));
    }

    /** The row, or null where every cell is empty. */
    @Nullable
    Row row(long line, List<Cell> raw) {
        return row(line, raw, null);
    }

    /** @param broken what makes the record none: its cells may stand anywhere, so that nothing else is said of them */
    @Nullable
    Row row(long line, List<Cell> raw, @Nullable Broken broken) {
        String[] cells = new String[raw.size()];
        List<Problem> problems = List.of();
        boolean empty = broken == null;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = raw.get(i).text();
            if (!cells[i].isEmpty()) {
                empty = false;
                if (broken == null) {
                    problems = check(line, i, raw.get(i), problems);
                }
                cells[i] = SpreadsheetText.restored(cells[i]);
                if (i < columns.count() && columns.isChoice(i)) {
                    cells[i] = choice(cells[i]);
                }
            }
        }
        if (broken != null) {
            return new Row(kind, file, line, columns, cells, List.of(told(broken)));
        }
        if (!empty && cells.length < columns.count()) {
            problems = with(
                    problems,
                    new Problem(
                            file, line, null, null, ROW_WIDTH, Cause.ROW_SHORT.with(cells.length, columns.count())));
        }
        return empty ? null : new Row(kind, file, line, columns, cells, placed(problems));
    }

    /** Of a row whose cells may stand in columns that are not theirs, none is repeated. */
    private static List<Problem> placed(List<Problem> problems) {
        boolean shifted = problems.stream().anyMatch(problem -> problem.code().equals(ROW_WIDTH));
        return shifted ? problems.stream().map(Problem::withoutValue).toList() : problems;
    }

    private Problem told(Broken broken) {
        return new Problem(file, broken.line(), columns.nameAt(broken.cell()), null, broken.code(), broken.said());
    }

    /** {@code Member}, {@code not completed}: of what is one of a few words, the case says nothing. */
    private static String choice(String cell) {
        return CHOICE.matcher(cell).matches() ? cell.toUpperCase(Locale.ROOT).replaceAll("[ _-]+", "_") : cell;
    }

    private List<Problem> check(long line, int position, Cell read, List<Problem> problems) {
        String cell = read.text();
        if (position >= columns.count()) {
            return with(
                    problems, new Problem(file, line, null, null, ROW_WIDTH, Cause.CELL_BEYOND.with(columns.count())));
        }
        if (cell.length() > limits.cellCharacters()) {
            return with(
                    problems,
                    problem(
                            line,
                            position,
                            cell,
                            "CELL_TOO_LONG",
                            Cause.CELL_TOO_LONG.with(limits.cellCharacters(), cell.length())));
        }
        if (read.day() != null && FileKind.isDate(columns.nameAt(position))) {
            return with(problems, problem(line, position, cell, "DATE_NOT_SHOWN", read.day()));
        }
        if (isFormula(cell) && !isText(read, position)) {
            return with(problems, problem(line, position, cell, "FORMULA", Cause.FORMULA.with()));
        }
        if (hasControlCharacter(line, cell)) {
            return with(problems, problem(line, position, cell, "CONTROL_CHARACTER", Cause.CHARACTER.with()));
        }
        return problems;
    }

    /**
     * In a source or a note a list's dash begins a text, and so does whatever a spreadsheet holds as one. What is exported
     * again is led by an apostrophe, so that no spreadsheet takes it for anything else.
     */
    private boolean isText(Cell cell, int position) {
        return FileKind.isFree(columns.nameAt(position))
                && (cell.isText() || LISTED.matcher(cell.text()).matches());
    }

    private static boolean isFormula(String cell) {
        char first = cell.charAt(0);
        return first == '='
                || first == '@'
                || ((first == '+' || first == '-')
                        && cell.length() > 1
                        && !SIGNED_NUMBER.matcher(cell).matches());
    }

    private boolean hasControlCharacter(long line, String cell) {
        boolean found = false;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == 0) {
                throw new Unreadable(List.of(new Problem(file, line, null, null, "NOT_TEXT", Cause.NO_TEXT.with())));
            }
            found |= Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        }
        return found;
    }

    private Problem problem(long line, int position, String cell, String code, Said said) {
        String column = columns.nameAt(position);
        return new Problem(file, line, column, kind.isRepeatable(column) ? shown(cell) : null, code, said);
    }

    private static String shown(String cell) {
        String line = cell.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
    }

    private static List<Problem> with(List<Problem> problems, Problem added) {
        if (problems.contains(added)) {
            return problems;
        }
        List<Problem> all = new ArrayList<>(problems);
        all.add(added);
        return all;
    }
}
