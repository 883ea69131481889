package org.preventionnetwork.registry.query.programmes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.programmes.ProgrammeQueries.ProgrammeItem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/programmes")
@Tag(name = "Programmes")
class ProgrammeEndpoints {
    private static final String PROJECTION = "programmes";

    private final Questions questions;
    private final ProgrammeQueries programmes;

    ProgrammeEndpoints(Questions questions, ProgrammeQueries programmes) {
        this.questions = questions;
        this.programmes = programmes;
    }

    @Reads(value = "q", clocks = true, paging = true)
    @GetMapping
    @Operation(summary = "All programmes as of a day; q looks for a part of the name")
    Page<ProgrammeItem> all(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        return programmes.all(parameters.text("q"), parameters.paging(), questions.clocks(request, PROJECTION));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One programme as of a day")
    ResponseEntity<Answer<ProgrammeItem>> one(@PathVariable String id, HttpServletRequest request) {
        ProgrammeId programme = new ProgrammeId(id);
        Clocks clocks = questions.clocks(request, programme, PROJECTION);
        ProgrammeItem item = programmes.one(programme, clocks).orElseThrow(() -> new UnknownEntity("programme"));
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(programme, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(item, clocks));
    }
}
