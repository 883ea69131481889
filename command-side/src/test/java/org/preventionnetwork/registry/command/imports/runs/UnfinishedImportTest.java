package org.preventionnetwork.registry.command.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.preventionnetwork.registry.command.CrashingPostgres;
import org.preventionnetwork.registry.command.TestDatabase;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.TestRegistry;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.springframework.jdbc.core.JdbcTemplate;

/** An import is said to run as long as it does, whatever ends it, and whoever else starts. */
@Tag("process")
class UnfinishedImportTest {

    @TempDir
    private Path folder;

    @Test
    void an_error_ends_an_import_and_not_those_after_it() throws Exception {
        try (TestRegistry registry = TestRegistry.start(folder.resolve("data"))) {
            EventStore events = registry.bean(EventStore.class);
            ProjectionsCaughtUp broken = (entity, version) -> {
                throw new StackOverflowError("not really");
            };
            ImportRunner runner = new ImportRunner(
                    registry.bean(Runs.class),
                    registry.bean(Commands.class),
                    events,
                    registry.bean(CommandReader.class),
                    registry.bean(AggregateTypes.class),
                    registry.bean(ScratchFiles.class),
                    new ProjectionWait(events, broken, Duration.ofMinutes(1)),
                    2);
            Imports imports = new Imports(
                    registry.bean(Runs.class), runner, Limits.STANDARD, new Presence(registry.bean(DataSource.class)));
            imports.start();
            for (int i = 0; i < 2; i++) {
                Path file = institutions(1 + i);
                RunReport report = registry.await(imports.submit(
                        file, "institutions.csv", false, false, "tester", "SECRETARIAT", java.util.Set.of()));
                assertThat(report.status()).isEqualTo(Status.FAILED);
                assertThat(report.failure()).contains("which is in its log");
            }
            imports.stop();
        }
    }

    @Test
    void a_node_that_starts_leaves_the_imports_of_living_nodes_alone_and_ends_those_of_dead_ones() throws Exception {
        String url = TestDatabase.empty().url();
        try (TestRegistry second = startSecondBesideFirst(url)) {
            assertThat(second.bean(Runs.class)
                            .find("of-the-first")
                            .orElseThrow()
                            .status())
                    .isEqualTo(Status.RUNNING);
        }
        try (TestRegistry third = TestRegistry.start(folder.resolve("third"), url)) {
            assertThat(third.bean(Runs.class).find("of-the-first").orElseThrow().status())
                    .isEqualTo(Status.FAILED);
        }
    }

    private TestRegistry startSecondBesideFirst(String url) {
        try (TestRegistry first = TestRegistry.start(folder.resolve("first"), url)) {
            first.bean(Runs.class)
                    .begin(
                            "of-the-first",
                            "x.csv",
                            false,
                            "tester",
                            "SECRETARIAT",
                            first.bean(Presence.class).number());
            return TestRegistry.start(folder.resolve("second"), url);
        }
    }

    @Test
    void a_node_that_lost_its_session_shows_that_it_lives_with_another() throws Exception {
        try (TestRegistry registry = TestRegistry.start(folder.resolve("data"))) {
            Presence presence = registry.bean(Presence.class);
            JdbcTemplate jdbc = registry.bean(JdbcTemplate.class);
            Runs runs = registry.bean(Runs.class);
            runs.begin("running", "x.csv", false, "tester", "SECRETARIAT", presence.number());
            assertThat(runs.failInterrupted()).isZero();
            jdbc.query(
                    "SELECT pg_terminate_backend(pid, 5000) FROM pg_locks WHERE locktype = 'advisory' AND classid = ?",
                    row -> {},
                    Presence.LOCK);
            presence.renew();
            assertThat(runs.failInterrupted()).isZero();
            presence.close();
            assertThat(runs.failInterrupted()).isEqualTo(1);
        }
    }

    @Test
    void an_import_whose_database_crashed_is_not_said_to_run_for_ever_and_is_completed_by_the_same_file()
            throws Exception {
        Path file = institutions(3_000);
        try (CrashingPostgres server = new CrashingPostgres();
                TestRegistry registry = TestRegistry.start(folder.resolve("data"), server.url("postgres"))) {
            String id = registry.bean(Intake.class).local(file, false, "tester", "SECRETARIAT");
            await().atMost(Duration.ofMinutes(1)).until(() -> registry.events() > 200);
            server.crashAndRecover();
            await().atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() ->
                            !registry.bean(Runs.class).find(id).orElseThrow().isRunning());
            RunReport again = registry.apply(file);
            assertThat(again.status()).isEqualTo(Status.COMPLETED);
            assertThat(again.recorded() + again.unchanged()).isEqualTo(3_000);
            assertThat(registry.events()).isEqualTo(3_000);
        }
    }

    private Path institutions(int rows) throws IOException {
        Path file = folder.resolve("institutions.csv");
        try (PrintWriter csv = new PrintWriter(Files.newBufferedWriter(file))) {
            csv.println("institution,name,kind,state,source");
            for (int i = 0; i < rows; i++) {
                csv.println("inst-" + i + ",Institution " + i + ",MINISTRY,KE,a report");
            }
        }
        return file;
    }
}
