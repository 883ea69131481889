package org.preventionnetwork.registry.command.imports.http;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.access.web.Listed;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.facts.Refused.Refusal;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.preventionnetwork.registry.command.http.JsonBody;
import org.preventionnetwork.registry.command.imports.files.Problem;
import org.preventionnetwork.registry.command.imports.runs.Intake;
import org.preventionnetwork.registry.command.imports.runs.RunReport;
import org.preventionnetwork.registry.command.imports.runs.Runs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.JsonNode;

/** Hands imports in, tells how they stand, and takes them back. */
@RestController
@RequestMapping("/api")
@Tag(name = "Imports")
class ImportController {
    private static final int LARGEST_PAGE = 500;

    private final Intake intake;
    private final Runs runs;
    private final ProgressStreams streams;
    private final CurrentCaller callers;

    ImportController(Intake intake, Runs runs, ProgressStreams streams, CurrentCaller callers) {
        this.intake = intake;
        this.runs = runs;
        this.streams = streams;
        this.callers = callers;
    }

    @Operation(
            operationId = "importFile",
            summary = "Import a CSV, a ZIP of CSVs or a workbook; with dryRun, only say what would happen")
    @PostMapping(value = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<RunReport> upload(
            @RequestParam("file") MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        Caller caller = callers.of(request);
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return accepted(intake.upload(
                file::transferTo,
                name.isBlank() ? "upload" : excerpt(name),
                dryRun,
                caller.name(),
                caller.recordingRole().name(),
                caller.scopes()));
    }

    @Operation(operationId = "importSample", summary = "Import the bundled sample")
    @PostMapping("/samples/institute")
    ResponseEntity<RunReport> sample(@RequestParam(defaultValue = "false") boolean dryRun, HttpServletRequest request)
            throws IOException {
        Caller caller = callers.of(request);
        return accepted(
                intake.sample(dryRun, caller.name(), caller.recordingRole().name(), caller.scopes()));
    }

    @Operation(operationId = "imports", summary = "All imports, the newest first")
    @GetMapping("/imports")
    Listed<RunReport> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        requirePage(page, size);
        return new Listed<>(runs.page(page, size), page, size, runs.count());
    }

    @Operation(operationId = "importRun", summary = "How an import stands, with its first problems")
    @GetMapping("/imports/{id}")
    RunReport get(@PathVariable String id) {
        return find(id);
    }

    @Operation(
            operationId = "importProgress",
            summary = "The same as it changes, as server-sent events",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "An event for each change, until the import has ended",
                            content =
                                    @Content(
                                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                            schema = @Schema(type = "string"))))
    @GetMapping(value = "/imports/{id}/progress", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter progress(@PathVariable String id) {
        find(id);
        return streams.follow(id);
    }

    @Operation(operationId = "importProblems", summary = "All that was wrong with an import's rows")
    @GetMapping(value = "/imports/{id}/problems", produces = MediaType.APPLICATION_JSON_VALUE)
    Listed<Problem> problems(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        requirePage(page, size);
        find(id);
        List<Problem> problems = runs.problems(id, (long) page * size, size);
        return new Listed<>(problems, page, size, runs.countProblems(id));
    }

    @Operation(hidden = true)
    @GetMapping(value = "/imports/{id}/problems", produces = ProblemsCsv.MEDIA_TYPE)
    void problemsAsCsv(@PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        find(id);
        ProblemsCsv.write(runs, id, SpreadsheetText.isMarkWanted(request.getHeader(HttpHeaders.ACCEPT)), response);
    }

    @Operation(
            operationId = "annulImport",
            summary = "Take a whole import back, the newest fact first; refused where later facts depend on it")
    @Reads(body = Provenance.REASON)
    @PostMapping("/imports/{id}/annul")
    RunReport annul(@PathVariable String id, HttpServletRequest request)
            throws IOException, HttpMediaTypeNotSupportedException {
        JsonNode reason = JsonBody.of(request, Provenance.REASON).get(Provenance.REASON);
        RunReport report = find(id);
        if (reason == null || !reason.isString() || reason.asString().isBlank()) {
            throw new Refused(new Refusal(
                    RefusalCode.REASON_REQUIRED, "say why the import is annulled", List.of(), Provenance.REASON));
        }
        if (report.isRunning() || report.dryRun()) {
            throw failure(
                    HttpStatus.CONFLICT,
                    report.dryRun() ? "a dry run recorded nothing" : "the import is still running; wait for its end");
        }
        Caller caller = callers.of(request);
        intake.annul(
                id,
                new Provenance(caller.name(), caller.recordingRole().name(), null, null, reason.asString(), null),
                caller.scopes());
        return find(id);
    }

    private ResponseEntity<RunReport> accepted(String id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/imports/" + id))
                .body(find(id));
    }

    private RunReport find(String id) {
        return runs.find(id.replace("\u0000", ""))
                .orElseThrow(() -> failure(HttpStatus.NOT_FOUND, "there is no import of this id"));
    }

    private static void requirePage(int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw failure(HttpStatus.BAD_REQUEST, "page starts with 0, size is 1 to " + LARGEST_PAGE);
        }
    }

    private static ErrorResponseException failure(HttpStatus status, String detail) {
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    /** Names of files come from anywhere. */
    private static String excerpt(String name) {
        String line = name.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= 200 ? line : line.substring(line.length() - 200);
    }
}
