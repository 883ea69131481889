package org.preventionnetwork.registry.standalone.recording;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.query.history.AnyEntity;
import org.preventionnetwork.registry.query.history.EntityFacts;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.EntityFinder.Found;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms' script asks while somebody types. */
@Hidden
@RestController
class RecordingHelp {
    private static final int LONGEST = 200;

    private final EntityFinder finder;
    private final EntityFacts facts;
    private final Questions questions;
    private final Frames frames;

    RecordingHelp(EntityFinder finder, EntityFacts facts, Questions questions, Frames frames) {
        this.finder = finder;
        this.facts = facts;
        this.questions = questions;
        this.frames = frames;
    }

    /** What a date was understood as, in the page's language. */
    @GetMapping("/record/explain-date")
    DateExplanation date(@RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        return DateExplanation.of(cut(text), frames.wording(request));
    }

    /**
     * Things by their name.
     *
     * @param kind a collection, {@code scopes}, or a kind of part
     * @param of the stored id of what has the parts
     */
    @GetMapping("/record/find")
    List<Found> find(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String q,
            HttpServletRequest request) {
        Wording say = frames.wording(request);
        return finder.find(kind, of.isBlank() ? null : cut(of), cut(q), say);
    }

    /** The version that a form would be opened at now. */
    @Reads(clocks = true)
    @GetMapping("/record/version")
    ResponseEntity<Map<String, Long>> version(
            @RequestParam(defaultValue = "") String entity,
            @RequestParam(defaultValue = "") String subject,
            HttpServletRequest request) {
        int colon = entity.indexOf(':');
        String prefix = colon < 0 ? "" : entity.substring(0, colon);
        return Arrays.stream(EntityType.values())
                .filter(type -> type.prefix().equals(prefix))
                .filter(type -> entity.substring(colon + 1).matches(Slug.PATTERN))
                .findFirst()
                .map(type -> {
                    long position = questions.clocks(request, "history").position();
                    long version = facts.version(new AnyEntity(type, entity.substring(colon + 1)), subject, position);
                    return ResponseEntity.ok(Map.of("version", version, "position", position));
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static String cut(String text) {
        String harmless = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", " ");
        return harmless.length() > LONGEST ? harmless.substring(0, LONGEST) : harmless;
    }
}
