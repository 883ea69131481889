package org.preventionnetwork.registry.command.imports.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.preventionnetwork.registry.api.projections.ProjectionsCaughtUp;
import org.preventionnetwork.registry.command.CrashingPostgres;
import org.preventionnetwork.registry.command.dispatch.Commands;
import org.preventionnetwork.registry.command.imports.TestRegistry;
import org.preventionnetwork.registry.command.imports.files.Limits;
import org.preventionnetwork.registry.command.imports.runs.RunReport.Status;
import org.preventionnetwork.registry.command.reading.CommandReader;
import org.preventionnetwork.registry.command.rehearsal.AggregateTypes;
import org.preventionnetwork.registry.command.rehearsal.ScratchFiles;
import org.preventionnetwork.registry.personal.BlindIndex;
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
                    registry.bean(BlindIndex.class),
                    2);
            Imports imports = new Imports(
                    registry.bean(Runs.class),
                    runner,
                    Limits.STANDARD,
                    new Leases(registry.bean(Runs.class), Duration.ofSeconds(15)));
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
    void whoever_lives_ends_the_imports_of_those_who_do_not_and_no_others() throws Exception {
        try (TestRegistry registry = TestRegistry.start(folder.resolve("data"))) {
            Runs runs = registry.bean(Runs.class);
            Duration lease = Duration.ofMinutes(1);
            runs.begin("of-a-living-node", "x.csv", false, "tester", "SECRETARIAT", "alive", lease);
            runs.begin("of-a-dead-node", "x.csv", false, "tester", "SECRETARIAT", "dead", Duration.ofMillis(-1));
            Leases other = new Leases(runs, Duration.ofSeconds(3));
            other.start();
            await().untilAsserted(
                            () -> assertThat(status(runs, "of-a-dead-node")).isEqualTo(Status.FAILED));
            assertThat(status(runs, "of-a-living-node")).isEqualTo(Status.RUNNING);
            runs.begin("of-the-other", "x.csv", false, "tester", "SECRETARIAT", other.owner(), other.lease());
            runs.begin("silent", "x.csv", false, "tester", "SECRETARIAT", "silent", Duration.ofMillis(300));
            await().untilAsserted(() -> assertThat(status(runs, "silent")).isEqualTo(Status.FAILED));
            assertThat(status(runs, "of-the-other")).as("renewed meanwhile").isEqualTo(Status.RUNNING);
            other.stop();
            await().untilAsserted(() -> {
                runs.failInterrupted();
                assertThat(status(runs, "of-the-other")).isEqualTo(Status.FAILED);
            });
        }
    }

    /** As after a pause: its node knows nothing of it, and comes back in the midst. */
    @Test
    void a_node_whose_import_was_ended_stops_and_does_not_say_that_it_was_completed() throws Exception {
        Path file = institutions(3_000);
        try (TestRegistry registry = TestRegistry.start(folder.resolve("data"))) {
            Runs runs = registry.bean(Runs.class);
            String id = registry.bean(Intake.class).local(file, false, "tester", "SECRETARIAT");
            await().atMost(Duration.ofMinutes(1)).until(() -> registry.events() > 200);
            registry.bean(JdbcTemplate.class)
                    .update("UPDATE imports.run SET owner = 'paused', lease_until = now() WHERE id = ?", id);
            assertThat(runs.failInterrupted()).isEqualTo(1);
            // The next import begins when the worker has let go of this one.
            RunReport again = registry.apply(file);
            assertThat(runs.find(id).orElseThrow().status()).isEqualTo(Status.FAILED);
            assertThat(again.status()).isEqualTo(Status.COMPLETED);
            assertThat(again.unchanged()).as("it had stopped").isLessThan(3_000);
            assertThat(again.recorded() + again.unchanged()).isEqualTo(3_000);
            assertThat(registry.events()).isEqualTo(3_000);
        }
    }

    private static Status status(Runs runs, String id) {
        return runs.find(id).orElseThrow().status();
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
