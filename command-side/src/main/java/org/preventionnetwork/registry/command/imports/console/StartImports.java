package org.preventionnetwork.registry.command.imports.console;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.preventionnetwork.registry.command.imports.samples.InstituteSample;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What the start options ask for: {@code --registry.sample=institute} loads the sample and goes on serving;
 * {@code --registry.import=<path>} imports, says what became of it, and ends the process.
 */
@Component
class StartImports implements ApplicationRunner {
    private final Intake intake;
    private final Runs runs;
    private final ApplicationContext context;
    private final String sample;
    private final String path;
    private final boolean dryRun;

    StartImports(
            Intake intake,
            Runs runs,
            ApplicationContext context,
            @Value("${registry.sample:}") String sample,
            @Value("${registry.import:}") String path,
            @Value("${registry.import.dry-run:false}") boolean dryRun) {
        this.intake = intake;
        this.runs = runs;
        this.context = context;
        this.sample = sample;
        this.path = path;
        this.dryRun = dryRun;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (!sample.isEmpty()) {
            requireKnown(sample);
            intake.sample(false, SystemActor.CONSOLE.actor(), "SECRETARIAT");
        }
        if (!path.isEmpty()) {
            boolean watched = System.console() != null;
            int code = new ImportCommandLine(intake, runs, System.out, System.err, watched).run(Path.of(path), dryRun);
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    private static void requireKnown(@Nullable String sample) {
        if (!InstituteSample.NAME.equals(sample)) {
            throw new IllegalArgumentException(
                    "there is no sample '" + sample + "'; registry.sample takes " + InstituteSample.NAME);
        }
    }
}
