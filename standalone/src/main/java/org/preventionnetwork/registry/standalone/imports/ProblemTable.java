package org.preventionnetwork.registry.standalone.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.ProblemRows.ProblemRow;

/**
 * The rows of one file that have problems, each problem at its cell.
 *
 * @param columns those that something is to be shown of, in the order in which the format has them
 * @param wholeFile what is about no row
 */
public record ProblemTable(String file, List<String> columns, List<Line> lines, List<Told> wholeFile) {
    /** Columns that name officials: for who may not know who they are, only what is wrong is shown. */
    private static final Set<String> PERSONS = Set.of("official");

    /**
     * A problem in words.
     *
     * @param english whether the words are, whatever the page's language is: of what earlier versions reported
     */
    public record Told(String code, String sentence, boolean english) {
        static Told of(Problem problem, ProblemRow row, ProblemWords words) {
            return new Told(problem.code(), words.of(problem, row.cells()), problem.cause() == null);
        }
    }

    /** @param problems about the row as a whole */
    public record Line(long number, List<Cell> cells, List<Told> problems) {}

    /**
     * @param value null where the cell is empty, or was not kept because it may hold personal data
     * @param problems none where the cell is right
     */
    public record Cell(String column, @Nullable String value, List<Told> problems) {
        /** Whether nothing stands there; else it is not told, since it may be personal. */
        public boolean isEmpty() {
            return value == null
                    && problems.stream().allMatch(problem -> problem.code().equals("MISSING"));
        }

        public boolean isBad() {
            return !problems.isEmpty();
        }
    }

    /** @param persons whether ids of officials may be shown */
    static List<ProblemTable> of(List<ProblemRow> rows, boolean persons, ProblemWords words) {
        Map<String, List<ProblemRow>> files = new LinkedHashMap<>();
        rows.forEach(row ->
                files.computeIfAbsent(row.file(), file -> new ArrayList<>()).add(row));
        return files.entrySet().stream()
                .map(file -> table(file.getKey(), file.getValue(), persons, words))
                .toList();
    }

    private static ProblemTable table(String file, List<ProblemRow> rows, boolean persons, ProblemWords words) {
        FileKind kind = rows.get(0).kind();
        Set<String> shown = new LinkedHashSet<>();
        rows.forEach(row -> {
            shown.addAll(row.cells().keySet());
            row.problems().stream()
                    .map(Problem::column)
                    .filter(java.util.Objects::nonNull)
                    .forEach(shown::add);
        });
        List<String> columns = new ArrayList<>(kind == null ? List.of() : kind.columns());
        columns.retainAll(shown);
        shown.stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        List<Line> lines = rows.stream()
                .filter(row -> row.line() > 0)
                .map(row -> line(row, columns, persons, words))
                .toList();
        List<Told> whole = rows.stream()
                .filter(row -> row.line() == 0)
                .flatMap(row -> row.problems().stream().map(problem -> Told.of(problem, row, words)))
                .toList();
        return new ProblemTable(file, columns, lines, whole);
    }

    private static Line line(ProblemRow row, List<String> columns, boolean persons, ProblemWords words) {
        List<Cell> cells = columns.stream()
                .map(column -> cell(row, column, persons || !PERSONS.contains(column), words))
                .toList();
        return new Line(
                row.line(),
                cells,
                row.problems().stream()
                        .filter(problem -> column(row, problem) == null)
                        .map(problem -> Told.of(problem, row, words))
                        .toList());
    }

    /** What refuses a row as a whole often quotes one of its cells, and then is about that one. */
    private static @Nullable String column(ProblemRow row, Problem problem) {
        return problem.column() != null
                ? problem.column()
                : row.cells().entrySet().stream()
                        .filter(cell -> problem.detail().contains("'" + cell.getValue() + "'"))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
    }

    private static Cell cell(ProblemRow row, String column, boolean shown, ProblemWords words) {
        List<Problem> problems = row.problems().stream()
                .filter(problem -> column.equals(column(row, problem)))
                .toList();
        String kept = row.cells().get(column);
        String value =
                kept != null || problems.isEmpty() ? kept : problems.get(0).value();
        return new Cell(
                column,
                shown ? value : null,
                problems.stream().map(problem -> Told.of(problem, row, words)).toList());
    }
}
