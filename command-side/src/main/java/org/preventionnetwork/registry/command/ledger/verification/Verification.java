package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;

/**
 * One run of all checks.
 *
 * @param verdict RUNNING, SOUND, TAMPERED, or FAILED when a check could not be made
 * @param first the offence that comes first in the ledger, null when there is none
 * @param failure why a check could not be made
 */
public record Verification(
        Verdict verdict,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Finding first,
        List<Outcome> checks,
        @Nullable String failure) {

    public enum Verdict {
        RUNNING,
        SOUND,
        TAMPERED,
        FAILED
    }

    static Verification running(Instant startedAt) {
        return new Verification(Verdict.RUNNING, startedAt, null, null, List.of(), null);
    }

    static Verification finished(Instant startedAt, Instant at, List<Outcome> checks) {
        Optional<Finding> first = checks.stream()
                .flatMap(check -> check.findings().stream())
                .min(Comparator.comparing(Finding::position, Comparator.nullsLast(Comparator.naturalOrder())));
        boolean sound = checks.stream().allMatch(Outcome::isSound);
        return new Verification(
                sound ? Verdict.SOUND : Verdict.TAMPERED, startedAt, at, first.orElse(null), checks, null);
    }

    static Verification failed(Instant startedAt, Instant at, String failure) {
        return new Verification(Verdict.FAILED, startedAt, at, null, List.of(), failure);
    }
}
