package org.preventionnetwork.registry.command.imports.console;

import java.io.IOException;
import java.nio.file.Path;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What the start options ask for: {@code --registry.sample=institute} loads the sample and goes on serving;
 * {@code --registry.import=<path>} imports, says what became of it, and ends the process.
 */
@Component
@EnableConfigurationProperties(StartSettings.class)
class StartImports implements ApplicationRunner {
    private final Intake intake;
    private final Runs runs;
    private final ApplicationContext context;
    private final StartSettings settings;

    StartImports(Intake intake, Runs runs, ApplicationContext context, StartSettings settings) {
        this.intake = intake;
        this.runs = runs;
        this.context = context;
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException, InterruptedException {
        if (!settings.sample().isEmpty()) {
            intake.sample(false, SystemActor.CONSOLE.actor(), "SECRETARIAT");
        }
        if (!settings.path().isEmpty()) {
            boolean watched = System.console() != null;
            int code = new ImportCommandLine(intake, runs, System.out, System.err, watched)
                    .run(Path.of(settings.path()), settings.dryRun());
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }
}
