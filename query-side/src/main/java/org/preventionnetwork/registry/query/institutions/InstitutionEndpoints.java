package org.preventionnetwork.registry.query.institutions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.InstitutionItem;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.Office;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.Partner;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/institutions")
@Tag(name = "Institutions")
class InstitutionEndpoints {
    private static final String PROJECTION = "institutions";

    private final Questions questions;
    private final InstitutionQueries institutions;

    InstitutionEndpoints(Questions questions, InstitutionQueries institutions) {
        this.questions = questions;
        this.institutions = institutions;
    }

    /** @param predecessors those whose place it took */
    record InstitutionDetail(
            @JsonUnwrapped InstitutionItem institution,
            List<Office> offices,
            List<Partner> partners,
            List<String> predecessors) {}

    @GetMapping
    @Operation(
            operationId = "institutions",
            summary = "Institutions as of a day, by kind, state, or a part of the name (q)")
    Page<InstitutionItem> all(InstitutionFilter filter, Paging paging, AskedClocks asked) {
        return institutions.all(filter, paging, questions.clocks(asked, PROJECTION), null);
    }

    @GetMapping("/{institutionId}")
    @Operation(operationId = "institution", summary = "One institution as of a day, with its offices and partners")
    ResponseEntity<Answer<InstitutionDetail>> one(@PathVariable String institutionId, AskedClocks asked) {
        InstitutionId institution = new InstitutionId(institutionId);
        Clocks clocks = questions.clocks(asked, institution, PROJECTION);
        InstitutionItem item =
                institutions.one(institution, clocks).orElseThrow(() -> new UnknownEntity("institution"));
        InstitutionDetail detail = new InstitutionDetail(
                item,
                institutions.offices(institution, clocks),
                institutions.partners(institution, clocks),
                institutions.predecessors(institution, clocks));
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(institution, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(detail, clocks));
    }
}
