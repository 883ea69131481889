package org.preventionnetwork.registry.command.imports.runs;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.store.EventTables;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Cause.Said;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Table;
import org.preventionnetwork.registry.command.imports.runs.RunReport.FileReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.imports.runs.Tally.KeptRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The imports that were ever handed in, in the database. */
public final class Runs {
    private static final int SHOWN_PROBLEMS = 100;
    private static final Said INTERRUPTED = Cause.INTERRUPTED.with();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    public Runs(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batches = jdbc;
    }

    /** Writes down whom the import looks up. */
    LookedUp lookedUp(ImportRunner.Order order) {
        return new LookedUp(jdbc, order);
    }

    /** @param lease how long it is said to run without a further word of its owner */
    void begin(String id, String fileName, boolean dryRun, String actor, String role, String owner, Duration lease) {
        jdbc.sql(
                        """
                        INSERT INTO imports.run (id, file_name, dry_run, actor, role, status, owner, lease_until, events_after)
                        VALUES (?, ?, ?, ?, ?, 'RUNNING', ?, clock_timestamp() + ? * interval '1 millisecond',
                                (SELECT coalesce(max(global_index), 0) FROM %s event))"""
                                .formatted(EventTables.STORED))
                .params(id, fileName, dryRun, actor, role, owner, lease.toMillis())
                .update();
    }

    /** Those that are still its own go on for another while. */
    void renew(String owner, Duration lease) {
        jdbc.sql(
                        """
                        UPDATE imports.run SET lease_until = clock_timestamp() + ? * interval '1 millisecond'
                        WHERE owner = ? AND status = 'RUNNING'""")
                .params(lease.toMillis(), owner)
                .update();
    }

    /** @throws NotOurs when it was ended meanwhile */
    void requireRunning(String id) {
        boolean running = jdbc.sql("SELECT EXISTS (SELECT FROM imports.run WHERE id = ? AND status = 'RUNNING')")
                .param(id)
                .query(Boolean.class)
                .single();
        if (!running) {
            throw new NotOurs(id);
        }
    }

    void addFile(String id, Table table, long rows) {
        jdbc.sql("INSERT INTO imports.run_file (run, place, file, rows_total) VALUES (?, ?, ?, ?)")
                .params(id, table.kind().ordinal(), table.file(), rows)
                .update();
    }

    void progress(String id, int place, Tally.Counts counts) {
        jdbc.sql(
                        """
                        UPDATE imports.run_file
                        SET rows_done = ?, recorded = ?, unchanged = ?, conflicts = ?, errors = ?
                        WHERE run = ? AND place = ?""")
                .params(
                        counts.done(),
                        counts.recorded(),
                        counts.unchanged(),
                        counts.conflicts(),
                        counts.errors(),
                        id,
                        place)
                .update();
    }

    /** What was ended by another node stays so. */
    void finish(String id, Status status, @Nullable Said failure) {
        jdbc.sql(
                        """
                        UPDATE imports.run SET status = :status, failure = :failure, failure_cause = :cause,
                            failure_parameters = coalesce(:parameters::text[], '{}'), finished_at = now()
                        WHERE id = :id AND status = 'RUNNING'""")
                .param("status", status.name())
                .param("failure", failure == null ? null : failure.detail())
                .param("cause", failure == null ? null : failure.cause().name())
                .param(
                        "parameters",
                        failure == null ? null : failure.parameters().toArray(String[]::new))
                .param("id", id)
                .update();
    }

    /** Ends the imports of nodes that are gone; those of nodes that live, see {@link Leases}, go on. */
    int failInterrupted() {
        return jdbc.sql(
                        """
                        UPDATE imports.run SET status = 'FAILED', failure = ?, failure_cause = ?, finished_at = now()
                        WHERE status = 'RUNNING' AND (lease_until IS NULL OR lease_until < clock_timestamp())""")
                .params(INTERRUPTED.detail(), INTERRUPTED.cause().name())
                .update();
    }

    /** @param kind of the file whose rows they are about; null for what is wrong with files as such */
    void addProblems(String id, @Nullable FileKind kind, List<Problem> problems) {
        int place = kind == null ? 0 : kind.ordinal();
        batches.batchUpdate(
                "INSERT INTO imports.problem (run, place, file, line, col, value, code, detail, cause, parameters)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                problems.stream().map(problem -> Discretion.kept(kind, problem)).toList(),
                500,
                (statement, problem) -> {
                    statement.setString(1, id);
                    statement.setInt(2, place);
                    statement.setString(3, storable(problem.file()));
                    statement.setLong(4, problem.line());
                    statement.setString(5, storable(problem.column()));
                    statement.setString(6, storable(problem.value()));
                    statement.setString(7, problem.code());
                    statement.setString(8, storable(problem.detail()));
                    statement.setString(
                            9, problem.cause() == null ? null : problem.cause().name());
                    statement.setArray(
                            10,
                            statement
                                    .getConnection()
                                    .createArrayOf(
                                            "text",
                                            problem.parameters().stream()
                                                    .map(Runs::storable)
                                                    .toArray()));
                });
    }

    void addRows(String id, int place, List<KeptRow> rows) {
        batches.batchUpdate(
                "INSERT INTO imports.problem_row (run, place, line, cells) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                rows,
                500,
                (statement, row) -> {
                    statement.setString(1, id);
                    statement.setInt(2, place);
                    statement.setLong(3, row.line());
                    statement.setString(4, RegistryJson.mapper().writeValueAsString(row.cells()));
                });
    }

    /** Who handed an import in. */
    public Optional<String> actor(String id) {
        return jdbc.sql("SELECT actor FROM imports.run WHERE id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** PostgreSQL's text holds every character but one. */
    private static @Nullable String storable(@Nullable String text) {
        return text == null ? null : text.replace("\u0000", "");
    }

    void touch(String id, List<String> aggregateIds) {
        jdbc.sql(
                        "INSERT INTO imports.touched (run, aggregate_id) SELECT ?, unnest(string_to_array(?, ',')) ON CONFLICT DO NOTHING")
                .params(id, String.join(",", aggregateIds))
                .update();
    }

    /**
     * Officials are found by their events: nobody knows before whether what a row calls an id is one, or a name. So is all
     * that an import recorded that did not come to its end, since what it last recorded may not be written down.
     */
    List<String> touched(String id) {
        return jdbc.sql(
                        """
                        SELECT aggregate_id FROM imports.touched WHERE run = :run
                        UNION
                        SELECT event.aggregate_id FROM imports.run JOIN %s event ON event.global_index > run.events_after
                        WHERE run.id = :run AND position(convert_to(:run, 'UTF8') IN event.metadata) > 0
                          AND (run.status <> 'COMPLETED' OR event.aggregate_id LIKE 'official:%%'
                            AND EXISTS (SELECT FROM imports.run_file WHERE run = :run AND place = :officials))
                        ORDER BY 1"""
                                .formatted(EventTables.STORED))
                .param("run", id)
                .param("officials", FileKind.OFFICIALS.ordinal())
                .query(String.class)
                .list();
    }

    /** @return of how many imports, all of which ended before that moment */
    int deleteProblemsOfBefore(Instant moment) {
        return jdbc.sql(
                        """
                        WITH old AS (
                            UPDATE imports.run SET problems_deleted_at = now()
                            WHERE finished_at < :moment AND problems_deleted_at IS NULL RETURNING id),
                        problems AS (DELETE FROM imports.problem WHERE run IN (SELECT id FROM old)),
                        cells AS (DELETE FROM imports.problem_row WHERE run IN (SELECT id FROM old))
                        SELECT count(*) FROM old""")
                .param("moment", Timestamp.from(moment))
                .query(Integer.class)
                .single();
    }

    void annulled(String id) {
        jdbc.sql("UPDATE imports.run SET annulled_at = now() WHERE id = ?")
                .params(id)
                .update();
    }

    public Optional<RunReport> find(String id) {
        return query("WHERE id = ?", List.of(id), true).stream().findFirst();
    }

    /** The newest first. */
    public List<RunReport> page(int page, int size) {
        return query("ORDER BY number DESC LIMIT ? OFFSET ?", List.of(size, (long) page * size), false);
    }

    public long count() {
        return jdbc.sql("SELECT count(*) FROM imports.run").query(Long.class).single();
    }

    public long countProblems(String id) {
        return jdbc.sql("SELECT count(*) FROM imports.problem WHERE run = ?")
                .params(id)
                .query(Long.class)
                .single();
    }

    /** In the order of the files and lines. */
    public List<Problem> problems(String id, long offset, int limit) {
        return jdbc.sql(
                        """
                        SELECT file, line, col, value, code, detail, cause, parameters FROM imports.problem
                        WHERE run = ? ORDER BY place, line, number LIMIT ? OFFSET ?""")
                .params(id, limit, offset)
                .query((row, number) -> ProblemRows.problem(row))
                .list();
    }

    private List<RunReport> query(String which, List<?> parameters, boolean withProblems) {
        return jdbc.sql("SELECT * FROM imports.run " + which)
                .params(parameters)
                .query((row, number) -> {
                    String id = row.getString("id");
                    return report(
                            id,
                            Status.valueOf(row.getString("status")),
                            row.getBoolean("dry_run"),
                            row.getString("file_name"),
                            row.getString("failure"),
                            Cause.named(row.getString("failure_cause")),
                            List.of((String[])
                                    row.getArray("failure_parameters").getArray()),
                            row.getTimestamp("started_at").toInstant(),
                            instant(row.getTimestamp("finished_at")),
                            instant(row.getTimestamp("annulled_at")),
                            instant(row.getTimestamp("problems_deleted_at")),
                            withProblems);
                })
                .list();
    }

    private RunReport report(
            String id,
            Status status,
            boolean dryRun,
            String fileName,
            @Nullable String failure,
            @Nullable Cause failureCause,
            List<String> failureParameters,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant annulledAt,
            @Nullable Instant problemsDeletedAt,
            boolean withProblems) {
        List<FileReport> files = files(id);
        long done = sum(files, FileReport::rowsDone);
        long total = sum(files, FileReport::rowsTotal);
        long rate = RunReport.rate(done, startedAt, Objects.requireNonNullElseGet(finishedAt, Instant::now));
        return new RunReport(
                id,
                status,
                dryRun,
                fileName,
                done,
                total,
                sum(files, FileReport::recorded),
                sum(files, FileReport::unchanged),
                sum(files, FileReport::conflicts),
                sum(files, FileReport::errors),
                files,
                withProblems ? problems(id, 0, SHOWN_PROBLEMS) : List.of(),
                withProblems ? countProblems(id) : 0,
                failure,
                failureCause,
                failureParameters,
                startedAt,
                finishedAt,
                annulledAt,
                problemsDeletedAt,
                rate,
                status == Status.RUNNING && rate > 0 ? (total - done) / rate : null);
    }

    private List<FileReport> files(String id) {
        return jdbc.sql("SELECT * FROM imports.run_file WHERE run = ? ORDER BY place")
                .params(id)
                .query((row, number) -> new FileReport(
                        row.getString("file"),
                        row.getLong("rows_done"),
                        row.getLong("rows_total"),
                        row.getLong("recorded"),
                        row.getLong("unchanged"),
                        row.getLong("conflicts"),
                        row.getLong("errors")))
                .list();
    }

    private static long sum(List<FileReport> files, java.util.function.ToLongFunction<FileReport> count) {
        return files.stream().collect(Collectors.summingLong(count));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
