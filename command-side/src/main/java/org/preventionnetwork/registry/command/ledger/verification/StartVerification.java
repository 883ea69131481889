package org.preventionnetwork.registry.command.ledger.verification;

import java.io.PrintStream;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;

/** {@code verify} on the command line: makes all checks, says what was found, and ends the process with 0 or 1. */
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
            int code = verification.verdict() == Verification.Verdict.SOUND ? 0 : 1;
            System.exit(SpringApplication.exit(context, () -> code));
        }
    }

    static void print(Verification verification, PrintStream out) {
        for (Outcome check : verification.checks()) {
            out.printf("%s: %d events examined, %s%n", check.check(), check.events(), check.summary());
            check.findings().forEach(finding -> out.printf("  %-18s %s%n", finding.code(), finding.detail()));
        }
        if (verification.failure() != null) {
            out.println(verification.failure());
        }
        Finding first = verification.first();
        if (first != null) {
            out.printf("First offence: %s%n", first.detail());
        }
        out.println(verification.verdict());
    }
}
