package org.preventionnetwork.registry.query.institutions;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.institutions.InstitutionQueries.Filter;
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

    @Reads(
            value = {"kind", "state", "q"},
            clocks = true,
            paging = true)
    @GetMapping
    @Operation(summary = "Institutions as of a day, by kind, state, or a part of the name (q)")
    Page<InstitutionItem> all(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        Filter filter = new Filter(
                parameters.oneOf("kind", InstitutionKind.class), parameters.state("state"), parameters.text("q"));
        return institutions.all(filter, parameters.paging(), questions.clocks(request, PROJECTION));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One institution as of a day, with its offices and partners")
    ResponseEntity<Answer<InstitutionDetail>> one(@PathVariable String id, HttpServletRequest request) {
        InstitutionId institution = new InstitutionId(id);
        Clocks clocks = questions.clocks(request, institution, PROJECTION);
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
