package org.preventionnetwork.registry.command.ledger.verification;

import java.util.Optional;
import org.preventionnetwork.registry.api.verification.Finding;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/** The last verification's result; out of service when something was tampered with, unknown before the first. */
final class VerificationHealthIndicator extends AbstractHealthIndicator {
    private final VerificationJob job;

    VerificationHealthIndicator(VerificationJob job) {
        this.job = job;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Optional<Verification> last = job.lastFinished();
        if (last.isEmpty()) {
            builder.status(Status.UNKNOWN).withDetail("verdict", "not verified since the start");
            return;
        }
        Verification verification = last.get();
        builder.status(verification.verdict() == Verification.Verdict.SOUND ? Status.UP : Status.DOWN)
                .withDetail("verdict", verification.verdict())
                .withDetail("startedAt", verification.startedAt().toString());
        Finding first = verification.first();
        if (first != null) {
            builder.withDetail("first", first.detail());
        }
    }
}
