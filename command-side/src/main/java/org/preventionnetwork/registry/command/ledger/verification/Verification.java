package org.preventionnetwork.registry.command.ledger.verification;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.verification.Finding;
import org.preventionnetwork.registry.api.verification.Outcome;

/**
 * One run of all checks.
 *
 * @param verdict see {@link Verdict}
 * @param position as of which everything was compared; null until that is known
 * @param first the offence that comes first in the ledger, null when there is none
 * @param failure the first reason why something is unchecked, null when there is none
 */
public record Verification(
        Verdict verdict,
        @Nullable Long position,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Finding first,
        List<Outcome> checks,
        @Nullable String failure) {

    public enum Verdict {
        RUNNING,
        /** Everything up to the position fits. */
        SOUND,
        /** Something does not fit, whatever else could not be compared. */
        TAMPERED,
        /** Nothing that does not fit was found, but not everything could be compared: nobody knows. */
        UNCHECKED
    }

    static Verification running(Instant startedAt) {
        return new Verification(Verdict.RUNNING, null, startedAt, null, null, List.of(), null);
    }

    static Verification finished(Instant startedAt, Instant at, List<Outcome> checks) {
        Finding first = checks.stream()
                .flatMap(check -> check.findings().stream())
                .min(Comparator.comparing(Finding::position, Comparator.nullsLast(Comparator.naturalOrder())))
                .orElse(null);
        String unchecked = checks.stream()
                .flatMap(check -> check.unchecked().stream())
                .findFirst()
                .orElse(null);
        Verdict verdict = first != null ? Verdict.TAMPERED : unchecked != null ? Verdict.UNCHECKED : Verdict.SOUND;
        return new Verification(verdict, checks.get(0).position(), startedAt, at, first, checks, unchecked);
    }
}
