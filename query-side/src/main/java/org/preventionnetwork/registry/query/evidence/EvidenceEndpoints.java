package org.preventionnetwork.registry.query.evidence;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.preventionnetwork.registry.query.history.HistoryFilter;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.personal.AccessLog;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@NamesPersons
@Tag(name = "Evidence", description = "Events with their proofs, to be checked without this registry")
class EvidenceEndpoints {
    private final Selections selections;
    private final Packs packs;
    private final AccessLog accessLog;

    EvidenceEndpoints(Selections selections, Packs packs, AccessLog accessLog) {
        this.selections = selections;
        this.packs = packs;
        this.accessLog = accessLog;
    }

    @GetMapping("/api/evidence")
    @Operation(
            operationId = "evidencePack",
            summary = "A pack of evidence for auditors: a ZIP that MAY CONTAIN PERSONAL DATA",
            description =
                    "For what the filters of /api/history select, at least one of them: the events byte for byte as"
                            + " stored, personal data included, because nothing else can be proved; their leaves, proofs and"
                            + " the signed checkpoint; and with them a README and a page to check it all offline. 404"
                            + " NO_EVENTS when nothing fits, 404 NOT_YET_SIGNED with Retry-After when what fits is not under a"
                            + " checkpoint yet, 413 TOO_MANY_EVENTS when more fits than a pack has.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The pack",
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = "string", format = "binary"))))
    void pack(HistoryFilter filter, AskedClocks asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Selection selection = selections.of(filter, asked, request);
        accessLog.recordEvents(
                request,
                ViewKind.EVIDENCE_PACK,
                selection.events().stream()
                        .map(proven -> proven.leaf().position())
                        .toList());
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("evidence-%d.zip"
                                .formatted(selection.checkpoint().size()))
                        .build()
                        .toString());
        packs.write(selection, response.getOutputStream());
    }
}
