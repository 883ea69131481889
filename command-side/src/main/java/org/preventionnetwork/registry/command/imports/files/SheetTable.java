package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * One sheet of a workbook.
 *
 * @param since1904 whether the workbook counts days from 1904, as those begun on a Macintosh do
 */
record SheetTable(FileKind kind, String file, Sheet sheet, Limits limits, boolean since1904) implements Table {
    private static final int WIDEST = 500;

    @Override
    public void read(Consumer<org.preventionnetwork.registry.command.imports.files.Row> rows) {
        try (Stream<Row> stream = open()) {
            Iterator<Row> sheetRows = stream.iterator();
            List<Line> first = first(sheetRows);
            int position = header(first);
            Line header = first.get(position);
            Columns columns = Columns.of(kind, file, header.number(), Cell.texts(header.cells()));
            CellRules rules = new CellRules(kind, file, limits, columns);
            first.subList(position + 1, first.size()).forEach(line -> accept(rules, line.number(), line.cells(), rows));
            for (Row row = next(sheetRows); row != null; row = next(sheetRows)) {
                accept(rules, row.getRowNum(), cells(row), rows);
            }
            columns.raise();
        }
    }

    /** A row with its number in the sheet. */
    private record Line(int number, List<Cell> cells) {}

    @Override
    public List<Problem> notes() {
        try (Stream<Row> stream = open()) {
            List<Line> first = first(stream.iterator());
            Line header = first.get(header(first));
            return Header.notes(
                    kind, file, first.get(0).number(), header.number(), Columns.names(Cell.texts(header.cells())));
        }
    }

    /** What the sheet is, as far as its header tells; the kind that it was made with is of no account. */
    Optional<FileKind> recognised() {
        try (Stream<Row> stream = open()) {
            return Header.kind(names(first(stream.iterator())));
        }
    }

    private int header(List<Line> first) {
        if (first.isEmpty()) {
            throw new Unreadable(file, "NO_HEADER", Cause.EMPTY_SHEET.with());
        }
        return Header.position(kind, names(first));
    }

    private static List<List<String>> names(List<Line> lines) {
        return lines.stream()
                .map(line -> Columns.names(Cell.texts(line.cells())))
                .toList();
    }

    /** Among which the header is; without empty rows. */
    private List<Line> first(Iterator<Row> sheetRows) {
        List<Line> first = new ArrayList<>();
        for (Row row = first.size() < Header.ROWS ? next(sheetRows) : null;
                row != null;
                row = first.size() < Header.ROWS ? next(sheetRows) : null) {
            List<Cell> cells = cells(row);
            if (!cells.stream().allMatch(cell -> cell.text().isEmpty())) {
                first.add(new Line(row.getRowNum(), cells));
            }
        }
        return first;
    }

    private Stream<Row> open() {
        try {
            return sheet.openStream();
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    /** The library reports damage by many exceptions, none of them its own. */
    private @Nullable Row next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? rows.next() : null;
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private Unreadable damaged() {
        return new Unreadable(file, "DAMAGED", Cause.SHEET_DAMAGED.with());
    }

    private static void accept(
            CellRules rules,
            int line,
            List<Cell> cells,
            Consumer<org.preventionnetwork.registry.command.imports.files.Row> rows) {
        org.preventionnetwork.registry.command.imports.files.Row row = rules.row(line, padded(cells, rules.width()));
        if (row != null) {
            rows.accept(row);
        }
    }

    /** Sheets leave out empty cells at the end of a row. */
    private static List<Cell> padded(List<Cell> cells, int width) {
        List<Cell> padded = new ArrayList<>(cells);
        while (padded.size() < width) {
            padded.add(Cell.EMPTY);
        }
        return padded;
    }

    private Cell cell(Row row, int position) {
        try {
            return SheetCells.read(row.getCell(position), since1904);
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private List<Cell> cells(Row row) {
        if (row.getCellCount() > WIDEST) {
            throw new Unreadable(file, "TOO_LARGE", Cause.SHEET_TOO_WIDE.with(WIDEST));
        }
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            cells.add(cell(row, i));
        }
        return cells;
    }
}
