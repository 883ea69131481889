package org.preventionnetwork.registry.query.history;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.HistoryItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.ProvenEvent;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Csv;
import org.preventionnetwork.registry.query.http.Masked;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.ledger.LedgerProofs;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
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

    @Reads(
            value = {
                "entity",
                "id",
                "entityType",
                "type",
                "factId",
                "subject",
                "actor",
                "batch",
                "from",
                "to",
                "q",
                "position"
            },
            clocks = true,
            paging = true)
    @GetMapping("/api/history")
    @Operation(
            summary = "Every event in plain words, newest first",
            description = "Filters: entity (network:africa, or an id), entityType, type (network.StateAdmitted, or"
                    + " network.), factId, subject, actor, batch, from, to (time of recording), q (words or their"
                    + " beginnings in summary, source, reason and note), position (the one event there). knownAtPosition"
                    + " continues a long list fast.")
    Page<HistoryItem> history(HttpServletRequest request) {
        HistoryFilter filter = HistoryFilter.of(request);
        return history.page(filter, new Parameters(request).paging(), clocks(request, filter));
    }

    @Reads(
            value = {
                "entity",
                "id",
                "entityType",
                "type",
                "factId",
                "subject",
                "actor",
                "batch",
                "from",
                "to",
                "q",
                "position"
            },
            clocks = true)
    @GetMapping("/api/history/export")
    @Operation(summary = "The same, of any length, as CSV for who accepts text/csv, else as lines of JSON")
    void export(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HistoryFilter filter = HistoryFilter.of(request);
        Clocks clocks = clocks(request, filter);
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean csv = accept != null && accept.contains("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentType(csv ? "text/csv" : "application/x-ndjson");
        Writer out = response.getWriter();
        if (csv) {
            out.write(Csv.header(HistoryItem.class));
        }
        Function<HistoryItem, String> line = csv ? Csv::line : item -> Masked.json(item) + "\n";
        history.forEach(filter, clocks, item -> write(out, line.apply(item)));
    }

    private static void write(Writer out, String line) {
        try {
            out.write(line);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Reads(clocks = true)
    @GetMapping("/api/history/{eventId}")
    @Operation(
            summary = "One event as it is stored, personal data hidden, with its proof of inclusion in the log",
            description = "inclusion is null while the event is not under a checkpoint; notIncludedBecause says why.")
    ProvenEvent event(@PathVariable String eventId, HttpServletRequest request) {
        Clocks clocks = questions.clocks(request, HistoryProjection.NAME);
        StoredEvent event = events.event(eventId, clocks.position()).orElseThrow(() -> new UnknownEntity("event"));
        return new ProvenEvent(event, proofs.inclusionOf(eventId));
    }

    @Reads(value = "annulled", clocks = true, paging = true)
    @GetMapping("/api/{collection}/{id}/facts")
    @Operation(
            summary = "The facts known of a thing, with the ids to correct or annul them by",
            description = "annulled=true adds those that were annulled.")
    ResponseEntity<Page<FactItem>> facts(
            @PathVariable String collection, @PathVariable String id, HttpServletRequest request) {
        AnyEntity entity = EntityType.ofCollection(collection)
                .map(type -> new AnyEntity(type, id))
                .orElseThrow(() -> new UnknownEntity("collection"));
        Parameters parameters = new Parameters(request);
        Clocks clocks = questions.clocks(request, entity, HistoryProjection.NAME);
        long version = questions
                .version(entity, clocks.position())
                .orElseThrow(() -> new UnknownEntity(entity.type().prefix()));
        List<FactItem> items = facts.facts(entity, clocks.position(), parameters.flag("annulled"));
        return ResponseEntity.ok().eTag(Long.toString(version)).body(Page.cut(items, parameters.paging(), clocks));
    }

    private Clocks clocks(HttpServletRequest request, HistoryFilter filter) {
        return filter.entity() == null
                ? questions.clocks(request, HistoryProjection.NAME)
                : questions.clocks(request, filter.entity(), HistoryProjection.NAME);
    }
}
