package org.preventionnetwork.registry.query.initiatives;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.initiatives.InitiativeId;
import org.preventionnetwork.registry.api.initiatives.InitiativeStage;
import org.preventionnetwork.registry.api.initiatives.InitiativeType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Assistance;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Contributor;
import org.preventionnetwork.registry.query.initiatives.InitiativeQueries.Filter;
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
@Tag(name = "National initiatives")
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

    @Reads(
            value = {"state", "network", "type", "stage", "q"},
            clocks = true,
            paging = true)
    @GetMapping
    @Operation(summary = "Initiatives launched by a day, by state, network, type, stage, or a part of the title (q)")
    Page<InitiativeItem> all(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        return initiatives.all(filter(parameters), parameters.paging(), questions.clocks(request, PROJECTION));
    }

    static Filter filter(Parameters parameters) {
        return new Filter(
                parameters.state("state"),
                network(parameters),
                parameters.oneOf("type", InitiativeType.class),
                parameters.oneOf("stage", InitiativeStage.class),
                parameters.text("q"));
    }

    private static @Nullable NetworkId network(Parameters parameters) {
        String network = parameters.text("network");
        try {
            return network == null ? null : new NetworkId(network);
        } catch (InvalidId e) {
            throw new MalformedQuestion("network", String.valueOf(e.getMessage()));
        }
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One initiative as of a day, with its stages, milestones, contributors and assistance")
    ResponseEntity<Answer<InitiativeDetail>> one(@PathVariable String id, HttpServletRequest request) {
        InitiativeId initiative = new InitiativeId(id);
        Clocks clocks = questions.clocks(request, initiative, PROJECTION);
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
