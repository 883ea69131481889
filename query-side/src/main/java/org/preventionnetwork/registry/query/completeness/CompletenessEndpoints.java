package org.preventionnetwork.registry.query.completeness;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/completeness")
@Tag(name = "Completeness")
class CompletenessEndpoints {
    private final Questions questions;
    private final Completeness completeness;

    CompletenessEndpoints(Questions questions, Completeness completeness) {
        this.questions = questions;
        this.completeness = completeness;
    }

    @GetMapping
    @Operation(
            operationId = "completeness",
            summary = "Lists that are declared complete for days until the one asked about, by what they are lists of")
    Page<DeclaredList> all(CompletenessFilter filter, Paging paging, AskedClocks asked) {
        return completeness.all(
                filter.entity(), filter.list(), paging, questions.clocks(asked, Completeness.PROJECTION, "seminars"));
    }
}
