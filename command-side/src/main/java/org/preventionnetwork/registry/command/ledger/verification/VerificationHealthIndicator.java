package org.preventionnetwork.registry.command.ledger.verification;

import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.command.ledger.verification.Verification.Verdict;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The last verification's result: out of service when something was tampered with, unknown before the first. What could
 * not be checked is {@link #UNCHECKED}, which does not take the registry out of service; and it does not make anybody
 * forget what the one before had found.
 */
final class VerificationHealthIndicator extends AbstractHealthIndicator {
    static final Status UNCHECKED = new Status("UNCHECKED", "not everything could be verified");

    private final VerificationJob job;

    VerificationHealthIndicator(VerificationJob job) {
        this.job = job;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        Verification last = job.lastFinished().orElse(null);
        if (last == null) {
            builder.status(Status.UNKNOWN).withDetail("verdict", "not verified since the start");
            return;
        }
        Verification decided = job.lastDecided().orElse(null);
        boolean tampered = decided != null && decided.verdict() == Verdict.TAMPERED;
        builder.status(tampered ? Status.DOWN : last.verdict() == Verdict.SOUND ? Status.UP : UNCHECKED)
                .withDetail("verdict", last.verdict())
                .withDetail("startedAt", last.startedAt().toString());
        if (last.position() != null) {
            builder.withDetail("position", last.position());
        }
        if (last.failure() != null) {
            builder.withDetail("unchecked", last.failure());
        }
        if (decided != null && decided != last) {
            builder.withDetail(
                    "before", decided.verdict() + " as of position " + decided.position() + ", " + decided.startedAt());
        }
        Finding first = decided == null ? null : decided.first();
        if (first != null) {
            builder.withDetail("first", first.detail());
        }
    }
}
