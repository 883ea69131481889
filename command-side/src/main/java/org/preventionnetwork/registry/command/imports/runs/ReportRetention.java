package org.preventionnetwork.registry.command.imports.runs;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import org.preventionnetwork.registry.personal.retention.DailyDeletion;

/**
 * Deletes, once a day, what was wrong with files whose import ended longer ago than {@code registry.imports.report-retention}.
 * That there was an import, what became of how many rows, and what it can be taken back by, stays.
 */
final class ReportRetention extends DailyDeletion {
    private final Runs runs;
    private final Period kept;
    private final Clock clock;

    ReportRetention(Runs runs, Period kept, Clock clock) {
        super("import-report-retention", "Reports of imports");
        this.runs = runs;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public long deleteOld() {
        return runs.deleteProblemsOfBefore(
                clock.instant().atZone(ZoneOffset.UTC).minus(kept).toInstant());
    }
}
