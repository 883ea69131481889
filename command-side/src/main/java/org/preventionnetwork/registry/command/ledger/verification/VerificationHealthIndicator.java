package org.preventionnetwork.registry.command.ledger.verification;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.command.ledger.verification.Verification.Verdict;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * The last verification's result: out of service when something was tampered with, whichever node found it and before
 * whatever restart, else unknown before this node's first. What could
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
        Verification own = job.lastDecided().orElse(null);
        Verification kept = job.lastKept().orElse(null);
        // What any node found counts, also one that this node was restarted after; that nothing was found, only its
        // own.
        Verification decided = isTampered(own) || !isTampered(kept) ? own : kept;
        boolean tampered = isTampered(decided);
        if (last == null) {
            builder.status(tampered ? Status.DOWN : Status.UNKNOWN)
                    .withDetail("verdict", "not verified since the start");
            Verification before = decided == null ? kept : decided;
            if (before != null) {
                builder.withDetail("before", said(before));
            }
            tellFirst(builder, decided);
            return;
        }
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
            builder.withDetail("before", said(decided));
        }
        tellFirst(builder, decided);
    }

    private static boolean isTampered(@Nullable Verification verification) {
        return verification != null && verification.verdict() == Verdict.TAMPERED;
    }

    private static String said(Verification decided) {
        return decided.verdict() + " as of position " + decided.position() + ", " + decided.startedAt();
    }

    private static void tellFirst(Health.Builder builder, @Nullable Verification decided) {
        Finding first = decided == null ? null : decided.first();
        if (first != null) {
            builder.withDetail("first", first.detail());
        }
    }
}
