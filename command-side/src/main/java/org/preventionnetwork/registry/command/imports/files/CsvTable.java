package org.preventionnetwork.registry.command.imports.files;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** A CSV file, separated by commas or semicolons. */
record CsvTable(FileKind kind, String file, Input input, Limits limits) implements Table {

    /** What the file is, as far as its header tells. */
    static Optional<FileKind> recognised(String file, Input input) {
        return reading(file, input, records -> Header.kind(names(first(records))));
    }

    @Override
    public void read(Consumer<Row> rows) {
        reading(file, input, records -> {
            List<CsvRecord> first = first(records);
            CsvRecord header = header(first);
            if (header.broken() != null) {
                throw new Unreadable(List.of(new Problem(
                        file,
                        header.broken().line(),
                        "column " + (header.broken().cell() + 1),
                        null,
                        header.broken().code(),
                        header.broken().said())));
            }
            Columns columns = Columns.of(kind, file, header.line(), header.cells());
            CellRules rules = new CellRules(kind, file, limits, columns);
            SwallowedRows swallowed = new SwallowedRows(rules, records.separator());
            for (CsvRecord record : first.subList(first.indexOf(header) + 1, first.size())) {
                row(record, rules, swallowed, rows);
            }
            for (CsvRecord record = records.next(); record != null; record = records.next()) {
                row(record, rules, swallowed, rows);
            }
            columns.raise();
            return true;
        });
    }

    private static void row(CsvRecord record, CellRules rules, SwallowedRows swallowed, Consumer<Row> rows) {
        Row row = rules.row(record.line(), Cell.all(record.cells()), swallowed.found(record));
        if (row != null) {
            rows.accept(row);
        }
    }

    @Override
    public List<Problem> notes() {
        return reading(file, input, records -> {
            List<CsvRecord> first = first(records);
            CsvRecord header = header(first);
            return Header.notes(kind, file, first.get(0).line(), header.line(), Columns.names(header.cells()));
        });
    }

    private CsvRecord header(List<CsvRecord> first) {
        if (first.isEmpty()) {
            throw new Unreadable(file, "NO_HEADER", Cause.EMPTY_FILE.with());
        }
        return first.get(Header.position(kind, names(first)));
    }

    private static List<List<String>> names(List<CsvRecord> records) {
        return records.stream().map(record -> Columns.names(record.cells())).toList();
    }

    /** Among which the header is; without empty lines. */
    private static List<CsvRecord> first(CsvRecords records) throws IOException {
        List<CsvRecord> first = new ArrayList<>();
        while (first.size() < Header.ROWS) {
            CsvRecord record = records.next();
            if (record == null) {
                break;
            }
            if (!record.isBlank()) {
                first.add(record);
            }
        }
        return first;
    }

    private interface Reading<T> {
        T of(CsvRecords records) throws IOException;
    }

    private static <T> T reading(String file, Input input, Reading<T> reading) {
        try (BufferedReader reader = Utf8.reader(file, input.open())) {
            return reading.of(new CsvRecords(file, reader, Utf8.separator(reader)));
        } catch (IOException e) {
            throw damaged(file, e);
        }
    }

    private static Unreadable damaged(String file, IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ZipException || cause instanceof EOFException) {
                return new Unreadable(file, "DAMAGED", Cause.ARCHIVE_DAMAGED.with());
            }
            if (cause instanceof TooLarge tooLarge) {
                return new Unreadable(file, "TOO_LARGE", tooLarge.said());
            }
        }
        return new Unreadable(file, "DAMAGED", Cause.UNREADABLE_FILE.with());
    }
}
