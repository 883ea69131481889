package org.preventionnetwork.registry.command.imports.runs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.Problem;

/**
 * How an import stands.
 *
 * @param failure why it is {@link Status#FAILED}
 * @param failureCause which sentence that is, to say it in other languages
 * @param failureParameters what differs in that sentence
 * @param problems the first ones; all of them are at {@code /problems}
 * @param problemsDeletedAt when what was wrong with it had been kept for long enough; null as long as it is kept
 * @param rowsPerSecond since it began, or while it ran
 * @param secondsLeft at this rate; null when it is not running, or nobody can tell
 */
public record RunReport(
        String id,
        Status status,
        boolean dryRun,
        String fileName,
        long rowsDone,
        long rowsTotal,
        long recorded,
        long unchanged,
        long conflicts,
        long errors,
        List<FileReport> files,
        List<Problem> problems,
        long problemsTotal,
        @Nullable String failure,
        @Schema(implementation = String.class) @Nullable Cause failureCause,
        List<String> failureParameters,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant annulledAt,
        @Nullable Instant problemsDeletedAt,
        long rowsPerSecond,
        @Nullable Long secondsLeft) {

    /** {@code FAILED} is only for files that cannot be read, and for imports that were interrupted. */
    public enum Status {
        RUNNING,
        VALIDATED,
        COMPLETED,
        FAILED
    }

    /** How far one file came. */
    public record FileReport(
            String file, long rowsDone, long rowsTotal, long recorded, long unchanged, long conflicts, long errors) {}

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /** Whether every row is in the registry, or would be. */
    public boolean isFlawless() {
        return status != Status.FAILED && status != Status.RUNNING && conflicts == 0 && errors == 0;
    }

    static long rate(long rows, Instant from, Instant to) {
        long millis = Math.max(1, Duration.between(from, to).toMillis());
        return rows * 1000 / millis;
    }
}
