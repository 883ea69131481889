package org.preventionnetwork.registry.query.programmes;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
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

    @GetMapping
    @Operation(operationId = "programmes", summary = "All programmes as of a day; q looks for a part of the name")
    Page<ProgrammeItem> all(ProgrammeFilter filter, Paging paging, AskedClocks asked) {
        return programmes.all(filter.q(), paging, questions.clocks(asked, PROJECTION), null);
    }

    @GetMapping("/{programmeId}")
    @Operation(operationId = "programme", summary = "One programme as of a day")
    ResponseEntity<Answer<ProgrammeItem>> one(@PathVariable String programmeId, AskedClocks asked) {
        ProgrammeId programme = new ProgrammeId(programmeId);
        Clocks clocks = questions.clocks(asked, programme, PROJECTION);
        ProgrammeItem item = programmes.one(programme, clocks).orElseThrow(() -> new UnknownEntity("programme"));
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(programme, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(item, clocks));
    }
}
