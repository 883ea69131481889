package org.preventionnetwork.registry.command.imports.runs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/** What was wrong with an import, row by row, as somebody reads it who has the file open beside it. */
public final class ProblemRows {
    private static final TypeReference<Map<String, String>> CELLS = new TypeReference<>() {};
    private static final String FITTING =
            """
            FROM imports.problem
            WHERE run = :run AND (:file::text IS NULL OR file = :file) AND (:code::text IS NULL OR code = :code)
            """;
    private static final String PAGE =
            """
            SELECT problem.*, row.cells, part.file IS NOT NULL AS read
            FROM (SELECT DISTINCT place, file, line %s ORDER BY place, file, line LIMIT :size OFFSET :offset) found
            JOIN imports.problem problem USING (place, file, line)
            LEFT JOIN imports.problem_row row ON row.run = :run AND row.place = found.place AND row.line = found.line
            LEFT JOIN imports.run_file part ON part.run = :run AND part.place = found.place AND part.file = found.file
            WHERE problem.run = :run ORDER BY found.place, found.file, found.line, problem.number
            """
                    .formatted(FITTING);

    private final JdbcClient jdbc;

    ProblemRows(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
    }

    /**
     * @param kind null for a file that was not read as one
     * @param line 0 where it is about the file as a whole
     * @param cells those that are right and may be shown, by column
     */
    public record ProblemRow(
            String file, @Nullable FileKind kind, long line, Map<String, String> cells, List<Problem> problems) {}

    /** How many problems of a kind a file has. */
    public record Count(String file, String code, long problems) {}

    /**
     * Rows with all that is wrong with them, in the order of the files and lines.
     *
     * @param file null for all
     * @param code only rows with a problem of this code; null for all
     */
    public List<ProblemRow> page(String run, @Nullable String file, @Nullable String code, long offset, int size) {
        Map<List<Object>, ProblemRow> rows = new LinkedHashMap<>();
        asked(PAGE, run, file, code).param("size", size).param("offset", offset).query(row -> {
            Problem problem = problem(row);
            FileKind kind = row.getBoolean("read") ? FileKind.values()[row.getInt("place")] : null;
            String cells = row.getString("cells");
            rows.computeIfAbsent(
                            Arrays.asList(row.getInt("place"), problem.file(), problem.line()),
                            place -> new ProblemRow(
                                    problem.file(), kind, problem.line(), cells(cells), new ArrayList<>()))
                    .problems()
                    .add(problem);
        });
        return List.copyOf(rows.values());
    }

    static Problem problem(ResultSet row) throws SQLException {
        return new Problem(
                row.getString("file"),
                row.getLong("line"),
                row.getString("col"),
                row.getString("value"),
                row.getString("code"),
                row.getString("detail"),
                Cause.named(row.getString("cause")),
                List.of((String[]) row.getArray("parameters").getArray()));
    }

    public long count(String run, @Nullable String file, @Nullable String code) {
        return asked("SELECT count(*) FROM (SELECT DISTINCT place, file, line " + FITTING + ") found", run, file, code)
                .query(Long.class)
                .single();
    }

    public List<Count> counts(String run) {
        return jdbc.sql("SELECT file, code, count(*) FROM imports.problem WHERE run = ? GROUP BY place, file, code"
                        + " ORDER BY place, file, code")
                .param(run)
                .query((row, n) -> new Count(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, String run, @Nullable String file, @Nullable String code) {
        return jdbc.sql(sql).param("run", run).param("file", file).param("code", code);
    }

    private static Map<String, String> cells(@Nullable String json) {
        return json == null ? Map.of() : RegistryJson.mapper().readValue(json, CELLS);
    }
}
