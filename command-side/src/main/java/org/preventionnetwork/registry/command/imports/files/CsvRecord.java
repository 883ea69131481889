package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/**
 * One record of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param broken what makes it none, or null
 */
record CsvRecord(long line, List<String> cells, @Nullable Broken broken) {
    /**
     * Where a record is not well-formed, or not text.
     *
     * @param line on which, from 1
     * @param cell in which, from 0
     */
    record Broken(long line, int cell, String code, Said said) {}

    boolean isBlank() {
        return cells.stream().allMatch(cell -> Blanks.strip(cell).isEmpty());
    }
}
