package org.preventionnetwork.registry.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the registry, and raw PostgreSQL beside it on the same server in the same run, prints the table and keeps it
 * in {@code RESULTS.md}. In the root of an empty clone:
 *
 * <pre>mvn -q -B -pl benchmark -am -DskipTests -Pmeasure package</pre>
 *
 * <p>{@code -Dbenchmark.profile=quick} takes seconds; for the other settings see {@link Settings} and the module's
 * README. Rounds of the registry and of PostgreSQL take turns and medians count, so a busy machine spoils the figures
 * less than the ratios.
 */
public final class Benchmark {
    private final Settings settings;
    private final Report report;

    private Benchmark(Settings settings, Report report) {
        this.settings = settings;
        this.report = report;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("disable-axoniq-console-message", "true");
        run(Settings.ofSystemProperties());
        // Axon and the web server leave threads behind for a moment.
        System.exit(0);
    }

    static List<Figure> run(Settings settings) throws Exception {
        Report report = new Report(settings);
        new Benchmark(settings, report).measure();
        report.keep();
        return report.figures();
    }

    private void measure() throws Exception {
        Files.createDirectories(settings.directory());
        if (settings.measures("start")) {
            report.add(new StartFigures(home("start"), programs(), settings.rounds()).measure());
        }
        if (settings.measures("commands") || settings.measures("lag") || settings.measures("ledger")) {
            try (RunningRegistry registry = RunningRegistry.start(home("commands"), programs())) {
                measureWriting(registry);
            }
        }
        if (settings.measures("encryption")) {
            try (RunningRegistry registry = RunningRegistry.start(home("encryption"), programs())) {
                report.postgres(registry.postgresVersion());
                report.add(new EncryptionFigures(registry, settings).measure());
            }
        }
        if (settings.measures("import")) {
            report.add(new ImportFigures(home("import"), programs(), settings.rows()).measure());
        }
        if (settings.measures("pages")) {
            try (RunningRegistry registry =
                    RunningRegistry.start(home("sample"), programs(), "--registry.sample=institute")) {
                report.postgres(registry.postgresVersion());
                registry.awaitSample();
                report.add(new PageFigures(registry, "the Institute's sample", 200).measure());
            }
        }
        if (settings.measures("questions")
                || settings.measures("pages")
                || settings.measures("rebuild")
                || settings.measures("ledger")) {
            try (RunningRegistry registry = RunningRegistry.start(home("history"), programs())) {
                HistoryFill fill = new HistoryFill(registry, settings.events());
                measureReading(registry, fill, settings.fewEvents());
                measureReading(registry, fill, settings.events());
            }
        }
    }

    private void measureWriting(RunningRegistry registry) throws Exception {
        report.postgres(registry.postgresVersion());
        if (settings.measures("commands")) {
            report.add(new CommandFigures(registry, settings).measure());
        }
        if (settings.measures("ledger")) {
            report.add(new LedgerFigures(registry, settings).appending());
        }
        if (settings.measures("lag")) {
            report.add(new LagFigures(registry, settings).measure());
        }
    }

    private void measureReading(RunningRegistry registry, HistoryFill fill, long events) throws Exception {
        report.postgres(registry.postgresVersion());
        report.add(List.of(fill.upTo(events)));
        if (settings.measures("rebuild")) {
            report.add(new RebuildFigures(registry, settings, events).measure());
        }
        if (settings.measures("ledger")) {
            report.add(new LedgerFigures(registry, settings).reading(events));
        }
        if (settings.measures("questions")) {
            report.add(new QuestionFigures(registry, fill.history(), settings).measure());
        }
        if (settings.measures("pages")) {
            report.add(new PageFigures(registry, Figure.number(events) + " events", 500).measure());
        }
    }

    private Path home(String name) throws IOException {
        return Files.createTempDirectory(settings.directory(), name + "-");
    }

    private Path programs() {
        return settings.directory().resolve("postgres-bin");
    }
}
