package org.preventionnetwork.registry.command.imports.files;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one place of a file, and what would be accepted.
 *
 * @param file what {@link FileNames} calls it; its sender's name for it may be a person's
 * @param line the line in the file, or the row in a sheet, from 1; 0 where it is about the file as a whole
 * @param column its header where that is a known one, else its place
 * @param value what stood there; null where there is none, or it may be somebody's personal data
 */
@Schema(name = "RowProblem")
public record Problem(
        String file, long line, @Nullable String column, @Nullable String value, String code, String detail) {

    /** The code of what is no fault: rows or sheets that are not read. */
    public static final String PASSED_OVER = "PASSED_OVER";

    /** Codes of what is worth saying and keeps no row out. */
    public static final Set<String> NOTES = Set.of(PASSED_OVER, "NAMES_NAMIBIA");

    Problem withoutValue() {
        return new Problem(file, line, column, null, code, detail);
    }

    public static Problem ofFile(String file, String code, String detail) {
        return new Problem(file, 0, null, null, code, detail);
    }
}
