package org.preventionnetwork.registry.standalone.imports;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.preventionnetwork.registry.command.imports.files.FileKind;
import org.preventionnetwork.registry.command.imports.http.ProblemsCsv;
import org.preventionnetwork.registry.command.imports.runs.ProblemRows;
import org.preventionnetwork.registry.command.imports.runs.ProblemRows.Count;
import org.preventionnetwork.registry.command.imports.runs.ProblemRows.ProblemRow;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.RunReport.FileReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Handing files in, and what became of those that were. */
@PageController
class ImportPages {
    private static final int ON_A_PAGE = 25;

    private final Runs runs;
    private final ProblemRows problems;
    private final Frames frames;

    ImportPages(Runs runs, ProblemRows problems, Frames frames) {
        this.runs = runs;
        this.problems = problems;
        this.frames = frames;
    }

    /** A page of something; {@code size} is how many there may be on it. */
    record Part<T>(List<T> items, int page, int size, long total) {}

    /** An import as it stands, without its problems. */
    record Run(
            String id,
            String status,
            boolean running,
            boolean dryRun,
            boolean flawless,
            String fileName,
            @Nullable String actor,
            long rowsDone,
            long rowsTotal,
            long recorded,
            long unchanged,
            long conflicts,
            long errors,
            List<FileReport> files,
            @Nullable String failure,
            Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant annulledAt,
            @Nullable Instant problemsDeletedAt,
            long rowsPerSecond,
            @Nullable Long secondsLeft) {
        static Run of(RunReport report, @Nullable String actor, ProblemWords words) {
            return new Run(
                    report.id(),
                    report.status().name(),
                    report.isRunning(),
                    report.dryRun(),
                    report.isFlawless(),
                    words.file(report.fileName()),
                    actor,
                    report.rowsDone(),
                    report.rowsTotal(),
                    report.recorded(),
                    report.unchanged(),
                    report.conflicts(),
                    report.errors(),
                    report.files(),
                    words.failure(report),
                    report.startedAt(),
                    report.finishedAt(),
                    report.annulledAt(),
                    report.problemsDeletedAt(),
                    report.rowsPerSecond(),
                    report.secondsLeft());
        }

        /** Rows of a dry run that would be left out, or were. */
        public long leftOut() {
            return conflicts + errors;
        }
    }

    /** A file that is accepted, with its columns. */
    record Accepted(String name, List<String> required, List<String> optional) {
        static Accepted of(FileKind kind) {
            List<String> optional = kind.columns().stream()
                    .filter(column -> !kind.required().contains(column))
                    .toList();
            return new Accepted(kind.fileName(), kind.required(), optional);
        }
    }

    @GetMapping("/imports")
    String imports(Paging paging, HttpServletRequest request, Model model) {
        int page = paging.page();
        frames.open(model, request);
        List<Run> shown = runs.page(page, ON_A_PAGE).stream()
                .map(report -> run(report, request))
                .toList();
        model.addAttribute("runs", new Part<>(shown, page, ON_A_PAGE, runs.count()));
        model.addAttribute(
                "accepted", Arrays.stream(FileKind.values()).map(Accepted::of).toList());
        return "imports";
    }

    @GetMapping("/imports/{id}")
    String run(@PathVariable String id, ProblemFilter filter, Paging paging, HttpServletRequest request, Model model) {
        String file = filter.file();
        String code = filter.code();
        RunReport report = find(id);
        Frame frame = frames.open(model, request);
        List<Count> counts = problems.counts(report.id());
        List<ProblemRow> rows = problems.page(report.id(), file, code, (long) paging.page() * ON_A_PAGE, ON_A_PAGE);
        model.addAttribute("run", run(report, request));
        ProblemWords words = new ProblemWords(frames.wording(request));
        model.addAttribute("tables", ProblemTable.of(rows, frame.seesPersons(), words));
        model.addAttribute(
                "lines",
                new Part<>(
                        rows.stream().map(ProblemRow::line).toList(),
                        paging.page(),
                        ON_A_PAGE,
                        problems.count(report.id(), file, code)));
        model.addAttribute("files", counts.stream().map(Count::file).distinct().toList());
        model.addAttribute(
                "codes", counts.stream().map(Count::code).distinct().sorted().toList());
        return "import";
    }

    /** All that was wrong, for a spreadsheet beside the file. */
    @GetMapping("/imports/{id}/problems.csv")
    void problems(@PathVariable String id, HttpServletResponse response) throws IOException {
        ProblemsCsv.write(runs, find(id).id(), true, response);
    }

    private RunReport find(String id) {
        return runs.find(id.replace("\u0000", "")).orElseThrow(() -> new UnknownEntity("import"));
    }

    private Run run(RunReport report, HttpServletRequest request) {
        return Run.of(report, runs.actor(report.id()).orElse(null), new ProblemWords(frames.wording(request)));
    }

    /** An empty file with all columns, the required ones first; what is saved in it later is UTF-8 by its mark. */
    @GetMapping("/imports/templates/{kind}.csv")
    ResponseEntity<String> template(@PathVariable String kind) {
        Optional<FileKind> known =
                FileKind.named(kind).filter(one -> one.fileName().equals(kind));
        FileKind found = known.orElseThrow(() -> new UnknownEntity("template"));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(found.fileName() + ".csv")
                                .build()
                                .toString())
                .body(SpreadsheetText.MARK + String.join(",", found.columns()) + "\r\n");
    }
}
