package org.preventionnetwork.registry.query.initiatives;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Assistance;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Contributor;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.InitiativeItem;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Milestone;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/initiatives")
@Tag(name = "Initiatives")
class InitiativeEndpoints {
    private static final String PROJECTION = "initiatives";

    private final Questions questions;
    private final InitiativeQueries initiatives;

    InitiativeEndpoints(Questions questions, InitiativeQueries initiatives) {
        this.questions = questions;
        this.initiatives = initiatives;
    }

    /** All that had happened by the day, in the order of the dates. */
    record InitiativeDetail(
            @JsonUnwrapped InitiativeItem initiative,
            List<Stage> stages,
            List<Milestone> milestones,
            List<Contributor> contributors,
            List<Assistance> assistance) {}

    @GetMapping
    @Operation(
            operationId = "initiatives",
            summary =
                    "National initiatives launched by a day, by state, network, type, stage, or a part of the title (q)",
            description =
                    "Those that the figure NATIONAL_INITIATIVES counts. Technical assistance is not among them and is listed by its type.")
    Page<InitiativeItem> all(InitiativeFilter filter, Paging paging, AskedClocks asked) {
        return initiatives.all(filter, paging, questions.clocks(asked, Figures.PROJECTIONS));
    }

    @GetMapping("/{initiativeId}")
    @Operation(
            operationId = "initiative",
            summary = "One initiative as of a day, with its stages, milestones, contributors and assistance")
    ResponseEntity<Answer<InitiativeDetail>> one(@PathVariable String initiativeId, AskedClocks asked) {
        InitiativeId initiative = new InitiativeId(initiativeId);
        Clocks clocks = questions.clocks(asked, initiative, PROJECTION);
        InitiativeItem item = initiatives.one(initiative, clocks).orElseThrow(() -> new UnknownEntity("initiative"));
        InitiativeDetail detail = new InitiativeDetail(
                item,
                initiatives.stages(initiative, clocks),
                initiatives.milestones(initiative, clocks),
                initiatives.contributors(initiative, clocks),
                initiatives.assistance(initiative, clocks));
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(initiative, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(detail, clocks));
    }
}
