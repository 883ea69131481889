package org.preventionnetwork.registry.query.officials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.officials.CareerQueries.Attended;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AffiliationTimeline;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.Official;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.officials.OfficialQueries.Told;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@NamesPersons
@RequestMapping("/api/officials")
@Tag(name = "Officials", description = "Persons, on both clocks; the only answers with personal data")
class OfficialEndpoints {
    private static final String[] PROJECTIONS = {"officials", "seminars"};

    private final Questions questions;
    private final OfficialQueries officials;
    private final OfficialsByName byName;
    private final CareerQueries careers;
    private final Viewings viewings;

    OfficialEndpoints(
            Questions questions,
            OfficialQueries officials,
            OfficialsByName byName,
            CareerQueries careers,
            Viewings viewings) {
        this.questions = questions;
        this.officials = officials;
        this.byName = byName;
        this.careers = careers;
        this.viewings = viewings;
    }

    @GetMapping
    @Operation(summary = "Officials, as they were on a day")
    Page<OfficialItem> officials(OfficialFilter filter, Paging paging, AskedClocks asked) {
        String words = filter.q();
        viewings.begin(words == null ? ViewKind.OFFICIAL_LIST : ViewKind.SEARCH);
        return byName.officials(words, filter, paging, questions.clocks(asked, PROJECTIONS));
    }

    @GetMapping("/{officialId}")
    @Operation(summary = "One official, with all seminars of the same person and why the person is an alumnus or not")
    ResponseEntity<Answer<Official>> official(@PathVariable String officialId, AskedClocks asked) {
        OfficialId official = new OfficialId(officialId);
        Clocks clocks = questions.clocks(asked, official, PROJECTIONS);
        viewings.begin(ViewKind.OFFICIAL);
        Told told = officials.official(official, clocks).orElseThrow(() -> new UnknownEntity("official"));
        String canonical = told.official().canonical();
        Official answer = new Official(
                told.official(),
                told.alumni(),
                careers.sameAs(canonical, clocks).stream()
                        .filter(other -> !other.equals(officialId))
                        .toList(),
                careers.seminars(canonical, clocks).stream()
                        .map(Attended::seminar)
                        .toList());
        return tagged(official, clocks).body(Answer.of(answer, clocks));
    }

    @GetMapping("/{officialId}/affiliations")
    @Operation(summary = "Where an official served on a day, and the whole timeline as it was known")
    ResponseEntity<Answer<AffiliationTimeline>> affiliations(@PathVariable String officialId, AskedClocks asked) {
        OfficialId official = new OfficialId(officialId);
        Clocks clocks = questions.clocks(asked, official, PROJECTIONS);
        if (!officials.isKnown(official, clocks)) {
            throw new UnknownEntity("official");
        }
        viewings.begin(ViewKind.AFFILIATIONS);
        return tagged(official, clocks).body(Answer.of(careers.affiliations(official, clocks), clocks));
    }

    private ResponseEntity.BodyBuilder tagged(OfficialId official, Clocks clocks) {
        return ResponseEntity.ok()
                .eTag(Long.toString(
                        questions.version(official, clocks.position()).orElse(0)));
    }
}
