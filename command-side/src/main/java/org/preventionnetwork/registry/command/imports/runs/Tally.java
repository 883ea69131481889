package org.preventionnetwork.registry.command.imports.runs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.preventionnetwork.registry.command.imports.files.Cause;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.rows.RowResult;

/** Counts what becomes of the rows of one file, and writes it down now and then; for any number of threads. */
final class Tally {
    private static final int PROBLEMS_AT_ONCE = 500;
    private static final long BETWEEN_NANOS = 250_000_000;
    /** Of one file; a row of two characters that is wrong takes a hundred times as much to tell of. */
    static final int MOST_KEPT = 100_000;

    private final Runs runs;
    private final String run;
    private final FileKind kind;
    private final int most;
    private int kept;
    private final List<Problem> problems = new ArrayList<>();
    private final List<KeptRow> rows = new ArrayList<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private long recorded;
    private long unchanged;
    private long conflicts;
    private long errors;
    private long written = System.nanoTime();

    /** What is shown of a row with problems, see {@link org.preventionnetwork.registry.command.imports.files.Row#context}. */
    record KeptRow(long line, Map<String, String> cells) {}

    /** How many rows came to what. */
    record Counts(long recorded, long unchanged, long conflicts, long errors) {
        long done() {
            return recorded + unchanged + conflicts + errors;
        }
    }

    /** @param most rows whose problems are kept; of more they are counted, and one says so */
    Tally(Runs runs, String run, FileKind kind, int most) {
        this.most = most;
        this.runs = runs;
        this.run = run;
        this.kind = kind;
    }

    void add(RowResult result) {
        add(result, Optional.empty());
    }

    /** @param entity of which the row may have recorded something */
    synchronized void add(RowResult result, Optional<String> entity) {
        entity.ifPresent(touched::add);
        switch (result.outcome()) {
            case RECORDED -> recorded++;
            case UNCHANGED -> unchanged++;
            case CONFLICT -> conflicts++;
            case ERROR -> errors++;
        }
        if (!result.problems().isEmpty() && ++kept == most + 1) {
            problems.add(Problem.ofFile(result.row().file(), "MORE_PROBLEMS", Cause.MORE_PROBLEMS.with(most)));
        } else if (!result.problems().isEmpty() && kept <= most) {
            result.problems().stream()
                    .map(problem -> Discretion.withoutCells(result.row(), problem))
                    .forEach(problems::add);
            if (!kind.isAboutPersons()) {
                rows.add(new KeptRow(result.row().line(), result.row().context(result.problems())));
            }
        }
        if (problems.size() >= PROBLEMS_AT_ONCE
                || touched.size() >= PROBLEMS_AT_ONCE
                || System.nanoTime() - written > BETWEEN_NANOS) {
            write();
        }
    }

    synchronized void write() {
        runs.requireRunning(run);
        if (!touched.isEmpty()) {
            runs.touch(run, List.copyOf(touched));
            touched.clear();
        }
        if (!problems.isEmpty()) {
            runs.addProblems(run, kind, problems);
            runs.addRows(run, kind.ordinal(), rows);
            problems.clear();
            rows.clear();
        }
        runs.progress(run, kind.ordinal(), new Counts(recorded, unchanged, conflicts, errors));
        written = System.nanoTime();
    }
}
