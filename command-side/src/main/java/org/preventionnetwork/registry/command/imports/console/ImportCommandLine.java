package org.preventionnetwork.registry.command.imports.console;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.preventionnetwork.registry.api.facts.SystemActor;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.FileReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;

/** Imports a file or a folder while somebody watches, and says what became of it. */
final class ImportCommandLine {
    private static final long EVERY_MILLIS = 200;
    private static final int WIDTH = 30;
    private static final int SHOWN_PROBLEMS = 100;

    private final Intake intake;
    private final Runs runs;
    private final PrintStream out;
    private final PrintStream err;
    private final boolean watched;

    /** @param watched whether a bar on {@code err} makes sense */
    ImportCommandLine(Intake intake, Runs runs, PrintStream out, PrintStream err, boolean watched) {
        this.intake = intake;
        this.runs = runs;
        this.out = out;
        this.err = err;
        this.watched = watched;
    }

    /** @return 0 when every row is in the registry (or would be), else 1 */
    int run(Path path, boolean dryRun) throws InterruptedException {
        if (!Files.isReadable(path)) {
            err.println("There is no file or folder where registry.import says");
            return 1;
        }
        String id = intake.local(path, dryRun, SystemActor.CONSOLE.actor(), "SECRETARIAT");
        RunReport report = report(id);
        while (report.isRunning()) {
            draw(report);
            TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            report = report(id);
        }
        draw(report);
        if (watched) {
            err.println();
        }
        print(report);
        return report.isFlawless() ? 0 : 1;
    }

    private RunReport report(String id) {
        return runs.find(id).orElseThrow(() -> new IllegalStateException("import " + id + " is gone"));
    }

    private void draw(RunReport report) {
        if (!watched || report.rowsTotal() == 0) {
            return;
        }
        int full = (int) (WIDTH * report.rowsDone() / report.rowsTotal());
        String left = report.secondsLeft() == null ? "" : ", " + report.secondsLeft() + " s left";
        err.printf(
                "\r[%s%s] %d of %d rows, %d/s%s   ",
                "#".repeat(full),
                "-".repeat(WIDTH - full),
                report.rowsDone(),
                report.rowsTotal(),
                report.rowsPerSecond(),
                left);
        err.flush();
    }

    private void print(RunReport report) {
        out.printf("%-24s %9s %9s %9s %9s %9s%n", "file", "rows", "recorded", "unchanged", "conflicts", "errors");
        for (FileReport file : report.files()) {
            line(file);
        }
        line(new FileReport(
                "all",
                report.rowsDone(),
                report.rowsTotal(),
                report.recorded(),
                report.unchanged(),
                report.conflicts(),
                report.errors()));
        for (Problem problem : runs.problems(report.id(), 0, SHOWN_PROBLEMS)) {
            out.println(sentence(problem));
        }
        if (report.problemsTotal() > SHOWN_PROBLEMS) {
            out.println("… and " + (report.problemsTotal() - SHOWN_PROBLEMS) + " more, at /api/imports/" + report.id()
                    + "/problems");
        }
        out.println("Import " + report.id() + " " + report.status().name().toLowerCase(Locale.ROOT)
                + (report.failure() == null ? "" : ": " + report.failure()));
    }

    private void line(FileReport file) {
        out.printf(
                "%-24s %9d %9d %9d %9d %9d%n",
                file.file(), file.rowsDone(), file.recorded(), file.unchanged(), file.conflicts(), file.errors());
    }

    private static String sentence(Problem problem) {
        StringBuilder sentence = new StringBuilder(problem.file());
        if (problem.line() > 0) {
            sentence.append(':').append(problem.line());
        }
        if (problem.column() != null) {
            sentence.append(", ").append(problem.column());
        }
        if (problem.value() != null) {
            sentence.append(" \"").append(problem.value()).append('"');
        }
        return sentence.append(": ")
                .append(problem.code())
                .append(", ")
                .append(problem.detail())
                .toString();
    }
}
