package org.preventionnetwork.registry.command.imports.files;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** A CSV file, separated by commas or semicolons. */
record CsvTable(FileKind kind, String file, Input input, Limits limits) implements Table {
    /** Where the parser itself gives up; shorter cells that are too long only cost their row. */
    private static final int LONGEST_FIELD = 1 << 20;

    private static final int LONGEST_RECORD = 4 << 20;
    /** Of one row, whose cells beyond the header only cost that row. */
    private static final int MOST_FIELDS = 10_000;

    /** The header's names as they stand there. */
    static List<String> header(String file, Input input) {
        return reading(
                file, input, records -> records.hasNext() ? records.next().getFields() : List.of());
    }

    @Override
    public void read(Consumer<Row> rows) {
        reading(file, input, records -> {
            if (!records.hasNext()) {
                throw new Unreadable(file, "NO_HEADER", "the file is empty; a header row is needed");
            }
            CsvRecord header = records.next();
            Columns columns = Columns.of(kind, file, header.getStartingLineNumber(), header.getFields());
            CellRules rules = new CellRules(kind, file, limits, columns);
            while (records.hasNext()) {
                CsvRecord fields = records.next();
                Row row = rules.row(fields.getStartingLineNumber(), fields.getFields());
                if (row != null) {
                    rows.accept(row);
                }
            }
            columns.raise();
            return true;
        });
    }

    private interface Reading<T> {
        T of(CloseableIterator<CsvRecord> records);
    }

    private static <T> T reading(String file, Input input, Reading<T> reading) {
        try (BufferedReader reader = Utf8.reader(file, input.open());
                CsvReader<CsvRecord> csv = CsvReader.builder()
                        .fieldSeparator(Utf8.separator(reader))
                        .commentStrategy(CommentStrategy.NONE)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .maxBufferSize(LONGEST_FIELD)
                        .build(
                                CsvRecordHandler.of(handler -> handler.maxFields(MOST_FIELDS)
                                        .maxFieldSize(LONGEST_FIELD)
                                        .maxRecordSize(LONGEST_RECORD)),
                                reader);
                CloseableIterator<CsvRecord> records = csv.iterator()) {
            return reading.of(records);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw damaged(file, e);
        }
    }

    private static Unreadable damaged(String file, Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return new Unreadable(
                        file, "NOT_UTF8", "the file is not in UTF-8 (or not text at all); save it as CSV UTF-8");
            }
            if (cause instanceof ZipException || cause instanceof java.io.EOFException) {
                return new Unreadable(file, "DAMAGED", "the archive is damaged or encrypted");
            }
            if (cause instanceof TooLarge tooLarge) {
                return new Unreadable(file, "TOO_LARGE", tooLarge.detail());
            }
            String message = String.valueOf(cause.getMessage());
            if (message.contains("limit of " + MOST_FIELDS + " fields")) {
                return new Unreadable(file, "TOO_LARGE", "a row has more than " + MOST_FIELDS + " cells");
            }
            if (message.contains("buffer")
                    || message.contains("max record size")
                    || message.contains("max field size")) {
                return new Unreadable(
                        file,
                        "CELL_TOO_LONG",
                        "a cell is longer than " + LONGEST_FIELD + " characters, or a quote is never closed");
            }
        }
        return new Unreadable(
                file,
                "NOT_CSV",
                "the file is not well-formed CSV: after a closing quote only the separator or the end of the row"
                        + " may follow");
    }
}
