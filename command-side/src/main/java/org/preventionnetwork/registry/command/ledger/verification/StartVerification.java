package org.preventionnetwork.registry.command.ledger.verification;

import java.io.PrintStream;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/**
 * {@code verify} on the command line: makes all checks, says what was found, and ends the process: with 0 when everything
 * fits, 1 when something does not, 2 when nothing was found but not everything could be checked.
 */
final class StartVerification implements ApplicationRunner {
    private static final String ARGUMENT = "verify";

    private final VerificationJob job;
    private final ApplicationContext context;

    StartVerification(VerificationJob job, ApplicationContext context) {
        this.job = job;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws InterruptedException {
        if (arguments.getNonOptionArgs().contains(ARGUMENT)) {
            Verification verification = job.run();
            print(verification, System.out);
            int code = exitCode(verification.verdict());
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    static int exitCode(Verification.Verdict verdict) {
        return switch (verdict) {
            case SOUND -> 0;
            case TAMPERED -> 1;
            case UNCHECKED, RUNNING -> 2;
        };
    }

    static void print(Verification verification, PrintStream out) {
        for (Outcome check : verification.checks()) {
            out.printf("%s: %d events examined, %s%n", check.check(), check.events(), check.summary());
            check.findings().forEach(finding -> out.printf("  %-18s %s%n", finding.code(), finding.detail()));
            check.unchecked().forEach(reason -> out.printf("  %-18s %s%n", "not checked:", reason));
        }
        Finding first = verification.first();
        if (first != null) {
            out.printf("First offence: %s%n", first.detail());
        }
        out.printf("%s as of position %d%n", verification.verdict(), verification.position());
    }
}
