package org.preventionnetwork.registry.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Files of many rows. Whether they take memory shows where the heap is smaller than they are: the profile {@code large}
 * imports 100,000 rows in one of 256 MiB, and an import that kept them would end in an OutOfMemoryError.
 */
@Tag("slow")
class LargeImportTest {
    private static final int ROWS = Integer.getInteger("imports.rows", 1_500);

    @TempDir
    Path data;

    @TempDir
    Path folder;

    @Test
    void every_row_of_a_long_file_is_recorded_once_and_nothing_is_left_of_the_file() throws IOException, SQLException {
        Path file = institutions(ROWS);
        try (TestRegistry registry = TestRegistry.start(data)) {
            for (boolean dryRun : new boolean[] {true, false, false}) {
                RunReport report = dryRun ? registry.rehearse(file) : registry.apply(file);
                System.out.printf(
                        "%s of %d rows: %d rows/s, %d recorded, %d unchanged%n",
                        dryRun ? "dry run" : "import",
                        ROWS,
                        report.rowsPerSecond(),
                        report.recorded(),
                        report.unchanged());
                assertThat(report.rowsDone()).isEqualTo(ROWS);
                assertThat(report.isFlawless()).isTrue();
                assertThat(data.resolve("imports")).isEmptyDirectory();
            }
            assertThat(registry.events()).isEqualTo(ROWS);
        }
    }

    @Test
    void an_interrupted_import_is_completed_by_the_same_file() throws IOException, SQLException {
        Path file = institutions(4_000);
        String url = TestDatabase.empty().url();
        String id;
        try (TestRegistry registry = TestRegistry.start(data, url)) {
            id = registry.bean(Intake.class).local(file, false, "tester", "SECRETARIAT");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> registry.events() > 200);
            registry.bean(JdbcTemplate.class)
                    .update("INSERT INTO imports.run (id, file_name, dry_run, actor, role, status, owner)"
                            + " VALUES ('killed', 'x.csv', false, 'a', 'b', 'RUNNING', -1)");
        }
        try (TestRegistry registry = TestRegistry.start(data, url)) {
            Runs runs = registry.bean(Runs.class);
            assertThat(runs.find("killed").orElseThrow().failure()).startsWith("interrupted");
            RunReport interrupted = runs.find(id).orElseThrow();
            assertThat(interrupted.status()).isEqualTo(Status.FAILED);
            long recorded = registry.events();
            assertThat(recorded).isBetween(200L, 3_999L);

            RunReport completed = registry.apply(file);
            assertThat(completed.unchanged()).isEqualTo(recorded);
            assertThat(completed.recorded()).isEqualTo(4_000 - recorded);
            assertThat(registry.events()).isEqualTo(4_000);
        }
    }

    private Path institutions(int rows) throws IOException {
        Path file = folder.resolve("institutions.csv");
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.println("institution,name,kind,state,source");
            for (int i = 0; i < rows; i++) {
                csv.println("inst-" + i + ",Institution " + i + ",MINISTRY,KE,report " + i % 50);
            }
        }
        return file;
    }
}
