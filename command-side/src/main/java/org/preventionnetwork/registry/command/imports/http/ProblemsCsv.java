package org.preventionnetwork.registry.command.imports.http;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Runs;

/** All problems of an import as CSV, harmless in a spreadsheet. */
public final class ProblemsCsv {
    static final String MEDIA_TYPE = "text/csv";
    private static final int AT_ONCE = 500;
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private ProblemsCsv() {}

    /** As an attachment. */
    public static void write(Runs runs, String id, HttpServletResponse response) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"problems-" + id + ".csv\"");
        CsvWriter csv = CsvWriter.builder().build(response.getWriter());
        csv.writeRecord("file", "line", "column", "value", "code", "detail");
        List<Problem> problems = runs.problems(id, 0, AT_ONCE);
        for (long done = 0; !problems.isEmpty(); problems = runs.problems(id, done, AT_ONCE)) {
            for (Problem problem : problems) {
                csv.writeRecord(
                        harmless(problem.file()),
                        String.valueOf(problem.line()),
                        harmless(problem.column()),
                        harmless(problem.value()),
                        problem.code(),
                        harmless(problem.detail()));
            }
            done += problems.size();
        }
        csv.flush();
    }

    static String harmless(@Nullable String cell) {
        String text = cell == null ? "" : cell;
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
