package org.preventionnetwork.registry.command.imports.files;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;

/**
 * What is wrong with one place of a file, and what would be accepted.
 *
 * @param file what {@link FileNames} calls it; its sender's name for it may be a person's
 * @param line the line in the file, or the row in a sheet, from 1; 0 where it is about the file as a whole
 * @param column its header where that is a known one, else its place
 * @param detail the same in English
 * @param cause which sentence it is, so that it can be said in other languages; null in what earlier versions reported
 * @param parameters what differs in that sentence
 * @param value what stood there; null where there is none, or it may be somebody's personal data
 */
@Schema(name = "RowProblem")
public record Problem(
        String file,
        long line,
        @Nullable String column,
        @Nullable String value,
        String code,
        String detail,
        @Schema(implementation = String.class) @Nullable Cause cause,
        List<String> parameters) {

    /** The code of what is no fault: rows or sheets that are not read. */
    public static final String PASSED_OVER = "PASSED_OVER";

    /** The code of a completion at a seminar that nobody has concluded. */
    public static final String NOT_CONCLUDED = "NOT_CONCLUDED";

    /** The code of a membership that is open in its own row, and ends where one of a higher kind begins. */
    public static final String ENDS_BY_HIGHER_KIND = "ENDS_BY_HIGHER_KIND";

    /** Codes of what is worth saying and keeps no row out. */
    public static final Set<String> NOTES = Set.of(PASSED_OVER, NotAvailable.CODE, NOT_CONCLUDED, ENDS_BY_HIGHER_KIND);

    public Problem(String file, long line, @Nullable String column, @Nullable String value, String code, Said said) {
        this(file, line, column, value, code, said.detail(), said.cause(), said.parameters());
    }

    /** What is wrong, apart from where. */
    public @Nullable Said said() {
        return cause == null ? null : cause.told(detail, parameters.toArray());
    }

    Problem withoutValue() {
        return new Problem(file, line, column, null, code, detail, cause, parameters);
    }

    public static Problem ofFile(String file, String code, Said said) {
        return new Problem(file, 0, null, null, code, said);
    }
}
