package org.preventionnetwork.registry.query.relations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.relations.Relations.RelationItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/relations")
@Tag(name = "Relations")
class RelationEndpoints {
    private final Questions questions;
    private final Relations relations;

    RelationEndpoints(Questions questions, Relations relations) {
        this.questions = questions;
        this.relations = relations;
    }

    @GetMapping
    @Operation(
            operationId = "relations",
            summary = "As of a day, which programmes serve which networks, which seminars are given for which, and"
                    + " which initiatives are of which programmes")
    Page<RelationItem> all(RelationFilter filter, Paging paging, AskedClocks asked) {
        return relations.all(
                filter.entity(),
                filter.other(),
                filter.kind(),
                paging,
                questions.clocks(asked, Relations.PROJECTIONS),
                null);
    }
}
