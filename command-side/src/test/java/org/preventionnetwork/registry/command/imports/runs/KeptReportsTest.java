package org.preventionnetwork.registry.command.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.imports.TestRegistry;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.files.Submission;
import org.preventionnetwork.registry.command.imports.files.Table;
import org.preventionnetwork.registry.command.imports.rows.Outcome;
import org.preventionnetwork.registry.command.imports.rows.RowResult;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.imports.runs.Tally.KeptRow;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** How long reports are kept, and what becomes of those that an earlier version wrote. */
class KeptReportsTest {
    private static final List<String> TABLES = List.of("run", "run_file", "problem", "problem_row", "touched");

    @TempDir
    private Path folder;

    private static JdbcTemplate on(TestDatabase database) {
        return new JdbcTemplate(new DriverManagerDataSource(database.url(), "postgres", ""));
    }

    @Test
    void what_was_wrong_is_deleted_when_it_was_kept_long_enough_and_the_import_stays() throws SQLException {
        Runs runs = new Runs(on(TestDatabase.migrated()));
        for (String id : List.of("done", "running")) {
            runs.begin(id, "networks.csv", false, "tester", "SECRETARIAT", "node-1", Duration.ofMinutes(1));
            runs.addProblems(
                    id,
                    FileKind.NETWORKS,
                    List.of(new Problem("networks.csv", 2, "kind", "COLOUR", "INVALID", Cause.NOT_ACCEPTED.with())));
            runs.addRows(id, FileKind.NETWORKS.ordinal(), List.of(new KeptRow(2, Map.of("name", "A network"))));
        }
        runs.finish("done", Status.COMPLETED, null);
        Instant ended = runs.find("done").orElseThrow().finishedAt();

        assertThat(retention(runs, ended.plusSeconds(90 * 86_400 - 1)).deleteOld())
                .isZero();
        assertThat(runs.find("done").orElseThrow().problems()).hasSize(1);
        assertThat(retention(runs, ended.plusSeconds(90 * 86_400 + 1)).deleteOld())
                .isEqualTo(1);
        RunReport report = runs.find("done").orElseThrow();
        assertThat(report.problems()).isEmpty();
        assertThat(report.problemsTotal()).isZero();
        assertThat(report.problemsDeletedAt()).isNotNull();
        assertThat(report.status()).isEqualTo(Status.COMPLETED);
        assertThat(retention(runs, ended.plusSeconds(200 * 86_400)).deleteOld())
                .as("again, and of what has not ended")
                .isZero();
        assertThat(runs.find("running").orElseThrow().problems()).hasSize(1);
    }

    @Test
    void of_more_wrong_rows_than_are_kept_the_first_are_told_and_all_are_counted() throws Exception {
        Runs runs = new Runs(on(TestDatabase.migrated()));
        runs.begin("many", "officials.csv", true, "tester", "SECRETARIAT", "node-1", Duration.ofMinutes(1));
        StringBuilder csv = new StringBuilder("official,full_name,state\n");
        IntStream.range(0, 20).forEach(i -> csv.append("=o,=").append(i).append(",PE\n"));
        Path file = Files.writeString(folder.resolve("officials.csv"), csv);
        try (Submission submission = Submission.open(file, "officials.csv", Limits.STANDARD)) {
            Table table = submission.tables().get(0);
            runs.addFile("many", table, 20);
            Tally tally = new Tally(runs, "many", table.kind(), 7);
            table.read(row -> tally.add(new RowResult(row, Outcome.ERROR, row.problems())));
            tally.write();
        }

        RunReport report = runs.find("many").orElseThrow();
        assertThat(report.errors()).isEqualTo(20);
        assertThat(report.problems()).hasSize(15);
        assertThat(report.problems().get(0).code()).isEqualTo("MORE_PROBLEMS");
        assertThat(report.problems().get(0).detail()).startsWith("more than 7 rows");
        assertThat(report.problems()).last().extracting(Problem::line).isEqualTo(8L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memberships.csv|network,state,kind,from\\nMaría Wrongfile,maria.wrongfile@x.example,Perú,Jefa",
                "institutions.csv|institution,name,kind,state\\ni-mw,María Wrongfile,Jefa,PE\\ni-mv,x,MINISTRY,Wrongfile",
                "seminars.csv|seminar,title,programme,edition,mode,starts_on,status,city\\ns-mw,Wrongfile,no-such,GLOBAL,ONLINE,2012,HELD,Wrongfile",
                "Liste officials.csv|network,state,kind,from\\nn-mw,PE,Wrongfile,María Wrongfile"
            })
    void persons_under_another_files_name_leave_nothing_in_reports_nor_in_statistics(String name, String content)
            throws Exception {
        TestRegistry registry = TestRegistry.shared();
        Path file = Files.writeString(folder.resolve(name), content.replace("\\n", "\n"));
        for (RunReport report : List.of(registry.rehearse(file), registry.apply(file))) {
            assertThat(report.recorded()).isZero();
            assertThat(registry.problems(report)).isNotEmpty();
        }
        JdbcTemplate database = registry.bean(JdbcTemplate.class);
        for (String table : TABLES) {
            database.execute("ANALYZE imports." + table);
        }
        assertThat(everything(database)).doesNotContainIgnoringCase("wrongfile").doesNotContain("Jefa");
        assertThat(database.queryForList(
                        "SELECT coalesce(stavalues1::text, '') FROM pg_statistic WHERE starelid IN"
                                + " ('imports.problem'::regclass, 'imports.problem_row'::regclass)"
                                + " AND staattnum IN (SELECT attnum FROM pg_attribute WHERE attrelid = starelid"
                                + " AND attname IN ('value', 'detail', 'col', 'parameters', 'cells'))",
                        String.class))
                .isEmpty();
    }

    private static ReportRetention retention(Runs runs, Instant now) {
        return new ReportRetention(runs, Period.ofDays(90), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void reports_of_an_earlier_version_lose_what_was_written_into_files_about_persons() throws Exception {
        TestDatabase database = TestDatabase.empty();
        // Repeatable ones speak of tables that come later.
        migrations(database)
                .target("7")
                .repeatableSqlMigrationPrefix("none")
                .load()
                .migrate();
        JdbcTemplate before = on(database);
        run(before, "r-1", "Maria Perez.zip", "COMPLETED");
        run(before, "r-2", "networks.csv", "VALIDATED");
        run(before, "r-3", "Perez.csv", "FAILED");
        run(before, "r-4", "the sample of the institute", "COMPLETED");
        file(before, "r-1", 5, "perez/Officials.csv");
        file(before, "r-2", 2, "networks.csv");
        problem(before, "r-1", 5, "official", "maria-perez", "no official 'maria-perez'");
        problem(before, "r-1", 6, "state", "Perez", "'Perez' is no state");
        problem(before, "r-1", 7, "x-perez", null, "beyond Perez");
        problem(before, "r-2", 2, "kind", "COLOUR", "one of REGIONAL is accepted");
        problem(before, "r-2", 2, "note", "=Perez", "formulas are not accepted");
        problem(before, "r-3", 0, "maria perez", null, "there is no such column");
        for (String touched : List.of("official:maria-perez", "network:none")) {
            before.update("INSERT INTO imports.touched VALUES ('r-1', ?)", touched);
        }
        before.update("INSERT INTO imports.problem_row VALUES ('r-1', 5, 2, '{\"official\": \"maria-perez\"}')");
        before.update("INSERT INTO imports.problem_row VALUES ('r-2', 2, 2, '{\"name\": \"A network\"}')");
        assertThat(everything(before)).containsIgnoringCase("perez");

        migrations(database).load().migrate();

        assertThat(everything(before))
                .doesNotContainIgnoringCase("perez")
                .contains("one of REGIONAL is accepted", "the sample of the institute")
                .doesNotContain("COLOUR", "A network")
                .contains("upload.zip", "upload.csv", "officials.csv", "networks.csv");
        Runs runs = new Runs(before);
        assertThat(runs.problems("r-1", 0, 10)).extracting(Problem::column).containsExactly("official", "state", null);
        assertThat(runs.find("r-2").orElseThrow().problems())
                .extracting(Problem::value)
                .containsOnlyNulls();
        before.execute("CHECKPOINT");
        for (String table : TABLES) {
            Path file = Path.of(before.queryForObject("SHOW data_directory", String.class))
                    .resolve(before.queryForObject(
                            "SELECT pg_relation_filepath('imports." + table + "')", String.class));
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                    .as(table)
                    .doesNotContainIgnoringCase("perez");
        }
    }

    private static FluentConfiguration migrations(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.url(), "postgres", "")
                .locations("classpath:db/migration/command")
                .defaultSchema("events")
                .schemas("events", "ledger")
                .placeholders(
                        Map.of("command_role", "postgres", "query_role", "postgres", "access_log_retention", "P2Y"));
    }

    private static void run(JdbcTemplate database, String id, String name, String status) {
        database.update(
                "INSERT INTO imports.run (id, file_name, dry_run, actor, role, status, owner) VALUES (?, ?, false, 'a', 'b', ?, 1)",
                id,
                name,
                status);
    }

    private static void file(JdbcTemplate database, String run, int place, String name) {
        database.update(
                "INSERT INTO imports.run_file (run, place, file, rows_total) VALUES (?, ?, ?, 1)", run, place, name);
    }

    private static void problem(
            JdbcTemplate database, String run, int place, String column, String value, String detail) {
        database.update(
                "INSERT INTO imports.problem (run, place, file, line, col, value, code, detail)"
                        + " VALUES (?, ?, 'Perez/file.csv', 2, ?, ?, 'INVALID', ?)",
                run,
                place,
                column,
                value,
                detail);
    }

    private static String everything(JdbcTemplate database) {
        StringBuilder all = new StringBuilder();
        for (String table : TABLES) {
            database.queryForList("SELECT t::text FROM imports." + table + " t", String.class)
                    .forEach(row -> all.append(row).append('\n'));
        }
        return all.toString();
    }
}
