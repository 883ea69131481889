package org.preventionnetwork.registry.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.text.SpreadsheetText;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.HistoryItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.ProvenEvent;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Csv;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.ledger.LedgerProofs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@NamesPersons
@Tag(name = "History", description = "Who recorded what, when, why and on what source")
class HistoryEndpoints {
    private final Questions questions;
    private final HistoryQueries history;
    private final StoredEvents events;
    private final EntityFacts facts;
    private final LedgerProofs proofs;

    HistoryEndpoints(
            Questions questions, HistoryQueries history, StoredEvents events, EntityFacts facts, LedgerProofs proofs) {
        this.questions = questions;
        this.history = history;
        this.events = events;
        this.facts = facts;
        this.proofs = proofs;
    }

    @GetMapping("/api/history")
    @Operation(
            summary = "Every event in plain words, newest first",
            description = "knownAtPosition continues a long list fast.")
    Page<HistoryItem> history(HistoryFilter filter, Paging paging, AskedClocks asked) {
        HistoryConditions conditions = filter.conditions();
        return history.page(conditions, paging, clocks(asked, conditions));
    }

    @GetMapping("/api/history/export")
    @Operation(
            operationId = "exportHistory",
            summary = "The same, of any length, as CSV for who accepts text/csv, else as lines of JSON",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "The events, one on each line",
                            content = {
                                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string"))
                            }))
    void export(
            HistoryFilter filter,
            AskedClocks asked,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            HttpServletResponse response)
            throws IOException {
        HistoryConditions conditions = filter.conditions();
        Clocks clocks = clocks(asked, conditions);
        boolean csv = accept != null && accept.contains("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(csv ? "text/csv" : "application/x-ndjson");
        Writer out = response.getWriter();
        if (csv) {
            out.write(SpreadsheetText.isMarkWanted(accept) ? SpreadsheetText.MARK : "");
            out.write(Csv.header(HistoryItem.class));
        }
        Function<HistoryItem, String> line = csv ? Csv::line : item -> Masked.json(item) + "\n";
        history.forEach(conditions, clocks, item -> write(out, line.apply(item)));
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @GetMapping("/api/history/{eventId}")
    @Operation(
            operationId = "historyEvent",
            summary = "One event as it is stored, personal data hidden, with its proof of inclusion in the log",
            description = "inclusion is null while the event is not under a checkpoint; notIncludedBecause says why.")
    ProvenEvent event(@PathVariable String eventId, AskedClocks asked) {
        Clocks clocks = questions.clocks(asked, HistoryProjection.NAME);
        StoredEvent event = events.event(eventId, clocks.position()).orElseThrow(() -> new UnknownEntity("event"));
        return new ProvenEvent(event, proofs.inclusionOf(eventId));
    }

    @GetMapping("/api/{collection}/{id}/facts")
    @Operation(summary = "The facts known of a thing, with the ids to correct or annul them by")
    ResponseEntity<Page<FactItem>> facts(
            @PathVariable String collection,
            @PathVariable String id,
            FactFilter filter,
            Paging paging,
            AskedClocks asked) {
        AnyEntity entity = EntityType.ofCollection(collection)
                .map(type -> new AnyEntity(type, id))
                .orElseThrow(() -> new UnknownEntity("collection"));
        Clocks clocks = questions.clocks(asked, entity, HistoryProjection.NAME);
        long version = questions
                .version(entity, clocks.position())
                .orElseThrow(() -> new UnknownEntity(entity.type().prefix()));
        List<FactItem> items = facts.facts(entity, clocks.position(), filter.annulled());
        return ResponseEntity.ok().eTag(Long.toString(version)).body(Page.cut(items, paging, clocks));
    }

    private Clocks clocks(AskedClocks asked, HistoryConditions conditions) {
        return questions.clocks(asked, conditions.entity(), HistoryProjection.NAME);
    }
}
