package org.preventionnetwork.registry.command.imports.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Runs;

/** All problems of an import as CSV, harmless in a spreadsheet. */
public final class ProblemsCsv {
    static final String MEDIA_TYPE = "text/csv";
    private static final int AT_ONCE = 500;

    private ProblemsCsv() {}

    /**
     * As an attachment.
     *
     * @param marked whether it begins with the mark by which spreadsheets know UTF-8
     */
    public static void write(Runs runs, String id, boolean marked, HttpServletResponse response) throws IOException {
        response.setContentType(MEDIA_TYPE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Disposition", "attachment; filename=\"problems-" + id + ".csv\"");
        Writer csv = response.getWriter();
        csv.write(marked ? SpreadsheetText.MARK : "");
        csv.write("file,line,column,value,code,detail\r\n");
        List<Problem> problems = runs.problems(id, 0, AT_ONCE);
        for (long done = 0; !problems.isEmpty(); problems = runs.problems(id, done, AT_ONCE)) {
            for (Problem problem : problems) {
                csv.write(line(problem));
            }
            done += problems.size();
        }
        csv.flush();
    }

    private static String line(Problem problem) {
        return Stream.of(
                        cell(problem.file()),
                        String.valueOf(problem.line()),
                        cell(problem.column()),
                        cell(problem.value()),
                        problem.code(),
                        cell(problem.detail()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.csvCell(SpreadsheetText.harmless(text));
    }
}
