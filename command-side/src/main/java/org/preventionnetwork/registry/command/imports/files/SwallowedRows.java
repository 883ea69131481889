package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.CsvRecord.Broken;

/**
 * Notices a quote that was opened by mistake: the cell runs on to the next quote, wherever that is, and the rows between
 * are its text. A cell may have lines; but not such as begin with an id and have as many cells as the header.
 */
final class SwallowedRows {
    static final String CODE = "QUOTE_RUNS_OVER_ROWS";
    private static final Pattern ID = Pattern.compile("\"?[A-Za-z0-9][A-Za-z0-9-]{1,62}\"?");
    /** With fewer columns a sentence has as many commas as a row. */
    private static final int FEWEST = 3;

    private final CellRules rules;
    private final char separator;

    SwallowedRows(CellRules rules, char separator) {
        this.rules = rules;
        this.separator = separator;
    }

    /** What breaks the record, if anything does. */
    @Nullable
    Broken found(CsvRecord record) {
        for (int i = 0; i < record.cells().size(); i++) {
            String cell = record.cells().get(i);
            if (cell.indexOf('\n') >= 0 || cell.indexOf('\r') >= 0) {
                List<String> lines = cell.lines().toList();
                if (lines.stream().skip(1).anyMatch(this::looksLikeARow)) {
                    long opened = record.line() + linesBefore(record, i);
                    return new Broken(opened, i, CODE, Cause.QUOTE_OVER_ROWS.with(opened, opened + lines.size() - 1));
                }
            }
        }
        return record.broken();
    }

    private static long linesBefore(CsvRecord record, int cell) {
        return record.cells().subList(0, cell).stream()
                .mapToLong(text -> text.lines().count() - (text.isEmpty() ? 0 : 1))
                .sum();
    }

    private boolean looksLikeARow(String line) {
        String[] cells = line.split(Pattern.quote(String.valueOf(separator)), -1);
        int first = rules.firstRequired();
        return rules.width() >= FEWEST
                && cells.length >= rules.width()
                && first < cells.length
                && ID.matcher(Blanks.strip(cells[first])).matches();
    }
}
