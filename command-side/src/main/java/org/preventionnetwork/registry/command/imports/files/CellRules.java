package org.preventionnetwork.registry.command.imports.files;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;

/** What no cell may be, in whatever file: a formula, a book, or bytes. Makes rows of cells. */
final class CellRules {
    /** {@code -3}, {@code +48 22 123}: data, whatever spreadsheets make of it. */
    private static final Pattern SIGNED_NUMBER = Pattern.compile("[+-][0-9].*", Pattern.DOTALL);

    static final String ROW_WIDTH = "ROW_WIDTH";
    private static final int SHOWN = 60;

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

    /** The row, or null where every cell is empty. */
    @Nullable
    Row row(long line, List<String> raw) {
        String[] cells = new String[raw.size()];
        List<Problem> problems = List.of();
        boolean empty = true;
        for (int i = 0; i < cells.length; i++) {
            cells[i] = raw.get(i).strip();
            if (!cells[i].isEmpty()) {
                empty = false;
                problems = check(line, i, cells[i], problems);
                cells[i] = SpreadsheetText.restored(cells[i]);
            }
        }
        if (!empty && cells.length < columns.count()) {
            problems = with(
                    problems,
                    new Problem(
                            file,
                            line,
                            null,
                            null,
                            ROW_WIDTH,
                            "the row has " + cells.length + " cells, the header " + columns.count()));
        }
        return empty ? null : new Row(kind, file, line, columns, cells, placed(problems));
    }

    /** Of a row whose cells may stand in columns that are not theirs, none is repeated. */
    private static List<Problem> placed(List<Problem> problems) {
        boolean shifted = problems.stream().anyMatch(problem -> problem.code().equals(ROW_WIDTH));
        return shifted ? problems.stream().map(Problem::withoutValue).toList() : problems;
    }

    private List<Problem> check(long line, int position, String cell, List<Problem> problems) {
        if (position >= columns.count()) {
            return with(
                    problems,
                    new Problem(
                            file,
                            line,
                            null,
                            null,
                            ROW_WIDTH,
                            "there is a cell beyond the header's " + columns.count()
                                    + " columns; put text that contains the separator into quotes"));
        }
        if (cell.length() > limits.cellCharacters()) {
            return with(
                    problems,
                    problem(
                            line,
                            position,
                            cell,
                            "CELL_TOO_LONG",
                            "a cell has at most " + limits.cellCharacters() + " characters, this one "
                                    + cell.length()));
        }
        if (isFormula(cell)) {
            return with(
                    problems,
                    problem(
                            line,
                            position,
                            cell,
                            "FORMULA",
                            "formulas are not accepted: a cell may not start with = or @, nor with + or - unless a"
                                    + " digit follows; hand in the value"));
        }
        if (hasControlCharacter(line, cell)) {
            return with(
                    problems,
                    problem(line, position, cell, "CONTROL_CHARACTER", "control characters are not accepted"));
        }
        return problems;
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
                throw new Unreadable(
                        List.of(new Problem(file, line, null, null, "NOT_TEXT", "the file is not text, but binary")));
            }
            found |= Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
        }
        return found;
    }

    private Problem problem(long line, int position, String cell, String code, String detail) {
        String column = columns.nameAt(position);
        return new Problem(file, line, column, kind.isRepeatable(column, cell) ? shown(cell) : null, code, detail);
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
