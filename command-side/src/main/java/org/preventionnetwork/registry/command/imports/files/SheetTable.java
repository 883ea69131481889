package org.preventionnetwork.registry.command.imports.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook. */
record SheetTable(FileKind kind, String file, Sheet sheet, Limits limits) implements Table {
    private static final int WIDEST = 500;

    @Override
    public void read(Consumer<org.preventionnetwork.registry.command.imports.files.Row> rows) {
        try (Stream<Row> stream = open()) {
            Iterator<Row> sheetRows = stream.iterator();
            CellRules rules = null;
            Columns columns = null;
            for (Row row = next(sheetRows); row != null; row = next(sheetRows)) {
                List<String> cells = texts(row);
                if (rules == null) {
                    if (cells.stream().allMatch(String::isEmpty)) {
                        continue;
                    }
                    columns = Columns.of(kind, file, row.getRowNum(), cells);
                    rules = new CellRules(kind, file, limits, columns);
                } else {
                    accept(rules, row.getRowNum(), cells, rows);
                }
            }
            if (columns == null) {
                throw new Unreadable(file, "NO_HEADER", "the sheet is empty; a header row is needed");
            }
            columns.raise();
        }
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
        return new Unreadable(file, "DAMAGED", "the sheet cannot be read");
    }

    private static void accept(
            CellRules rules,
            int line,
            List<String> cells,
            Consumer<org.preventionnetwork.registry.command.imports.files.Row> rows) {
        org.preventionnetwork.registry.command.imports.files.Row row = rules.row(line, padded(cells, rules.width()));
        if (row != null) {
            rows.accept(row);
        }
    }

    /** Sheets leave out empty cells at the end of a row. */
    private static List<String> padded(List<String> cells, int width) {
        List<String> padded = new ArrayList<>(cells);
        while (padded.size() < width) {
            padded.add("");
        }
        return padded;
    }

    private String text(Row row, int position) {
        try {
            return SheetCells.text(row.getCell(position));
        } catch (RuntimeException e) {
            throw damaged();
        }
    }

    private List<String> texts(Row row) {
        if (row.getCellCount() > WIDEST) {
            throw new Unreadable(file, "TOO_LARGE", "the sheet has more than " + WIDEST + " columns");
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            texts.add(text(row, i));
        }
        return texts;
    }
}
