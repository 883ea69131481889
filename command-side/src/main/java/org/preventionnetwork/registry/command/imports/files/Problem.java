package org.preventionnetwork.registry.command.imports.files;

import io.swagger.v3.oas.annotations.media.Schema;
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

    Problem withoutValue() {
        return new Problem(file, line, column, null, code, detail);
    }

    public static Problem ofFile(String file, String code, String detail) {
        return new Problem(file, 0, null, null, code, detail);
    }
}
