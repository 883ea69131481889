package org.preventionnetwork.registry.query.officials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AffiliationTimeline;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.Official;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.officials.OfficialQueries.Filter;
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

    @Reads(
            value = {"q", "state", "institution", "alumni"},
            clocks = true,
            paging = true)
    @GetMapping
    @Operation(
            summary = "Officials, as they were on a day",
            description =
                    "Filters: q (whole words of a name, or an e-mail), state, institution, alumni (true or false).")
    Page<OfficialItem> officials(HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        String words = parameters.text("q");
        viewings.begin(words == null ? ViewKind.OFFICIAL_LIST : ViewKind.SEARCH);
        return byName.officials(words, filter(parameters), parameters.paging(), questions.clocks(request, PROJECTIONS));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}")
    @Operation(summary = "One official, with all seminars of the same person and why the person is an alumnus or not")
    ResponseEntity<Answer<Official>> official(@PathVariable String id, HttpServletRequest request) {
        OfficialId official = new OfficialId(id);
        Clocks clocks = questions.clocks(request, official, PROJECTIONS);
        viewings.begin(ViewKind.OFFICIAL);
        Told told = officials.official(official, clocks).orElseThrow(() -> new UnknownEntity("official"));
        String canonical = told.official().canonical();
        Official answer = new Official(
                told.official(),
                told.alumni(),
                careers.sameAs(canonical, clocks).stream()
                        .filter(other -> !other.equals(id))
                        .toList(),
                careers.seminars(canonical, clocks));
        return tagged(official, clocks).body(Answer.of(answer, clocks));
    }

    @Reads(clocks = true)
    @GetMapping("/{id}/affiliations")
    @Operation(summary = "Where an official served on a day, and the whole timeline as it was known")
    ResponseEntity<Answer<AffiliationTimeline>> affiliations(@PathVariable String id, HttpServletRequest request) {
        OfficialId official = new OfficialId(id);
        Clocks clocks = questions.clocks(request, official, PROJECTIONS);
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

    static Filter filter(Parameters parameters) {
        String institution = parameters.text("institution");
        try {
            return new Filter(
                    parameters.state("state"),
                    institution == null ? null : new InstitutionId(institution),
                    alumni(parameters));
        } catch (InvalidId e) {
            throw new MalformedQuestion("institution", String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Boolean alumni(Parameters parameters) {
        String value = parameters.text("alumni");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            throw new MalformedQuestion("alumni", "true or false is accepted");
        }
        return value == null ? null : Boolean.valueOf(value);
    }
}
