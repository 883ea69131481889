package org.preventionnetwork.registry.standalone.recording;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.query.history.AnyEntity;
import org.preventionnetwork.registry.query.history.EntityFacts;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.history.HistoryQueries;
import org.preventionnetwork.registry.query.history.StoredEvents;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.lookup.EntityFinder;
import org.preventionnetwork.registry.query.lookup.EntityFinder.Found;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.web.DateExplanation;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.Follows.Follow;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the forms' script asks while somebody types. */
@Hidden
@RestController
class RecordingHelp {
    private static final int LONGEST = 200;
    private static final int MOST_EVENTS = 50;
    private static final int MOST_PERSONS = 20;

    private final EntityFinder finder;
    private final EntityFacts facts;
    private final StoredEvents events;
    private final Whom whom;
    private final PersonNames names;
    private final Viewings viewings;
    private final Questions questions;
    private final Frames frames;
    private final Follows follows;

    RecordingHelp(
            EntityFinder finder,
            EntityFacts facts,
            StoredEvents events,
            Whom whom,
            PersonNames names,
            Viewings viewings,
            Questions questions,
            Frames frames,
            Follows follows) {
        this.finder = finder;
        this.facts = facts;
        this.events = events;
        this.whom = whom;
        this.names = names;
        this.viewings = viewings;
        this.questions = questions;
        this.frames = frames;
        this.follows = follows;
    }

    /** What a date was understood as, in the page's language. */
    @GetMapping("/record/explain-date")
    DateExplanation date(@RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        return DateExplanation.of(cut(text), frames.wording(request));
    }

    /** Which state is meant, or could be, in the page's language. */
    @GetMapping("/record/explain-state")
    StateExplanation state(@RequestParam(defaultValue = "") String text, HttpServletRequest request) {
        return StateExplanation.of(cut(text), frames.wording(request));
    }

    /**
     * Things by their name.
     *
     * @param kind a collection, {@code scopes}, or a kind of part; of {@code officials} the one of this id, or those whose
     *     names begin so
     * @param of the stored id of what has the parts
     */
    @GetMapping("/record/find")
    List<Found> find(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String q,
            AskedClocks asked,
            HttpServletRequest request) {
        Wording say = frames.wording(request);
        Clocks now = whom.begin(asked);
        if (kind.equals("officials")) {
            List<Found> chosen = person(cut(q), now, say);
            return chosen.isEmpty() ? persons(cut(q), now, say) : chosen;
        }
        viewings.begin(q.isBlank() ? ViewKind.FORM : ViewKind.SEARCH);
        return finder.find(kind, of.isBlank() ? null : cut(of), cut(q), now, say);
    }

    /** Whose an id is. */
    private List<Found> person(String id, Clocks now, Wording say) {
        return id.matches(Slug.PATTERN) && whom.isRecorded(id, now) ? found(List.of(id), now, say) : List.of();
    }

    private List<Found> persons(String words, Clocks now, Wording say) {
        viewings.begin(ViewKind.SEARCH);
        return found(names.beginning(words, MOST_PERSONS, now), now, say);
    }

    private List<Found> found(List<String> officials, Clocks now, Wording say) {
        return whom.persons(officials, "", "", now, say).stream()
                .map(one -> new Found(
                        one.id(),
                        one.name(),
                        Stream.concat(one.details().stream(), one.statuses().stream())
                                .collect(Collectors.joining(" · "))))
                .toList();
    }

    /**
     * What was recorded, in the page's language.
     *
     * @param summary the event's sentence, with names in the place of ids
     * @param persons whom it is about: name, state, status
     * @param follows what was recorded with it of others
     */
    record Told(String eventId, String summary, List<String> persons, List<Follow> follows) {}

    /**
     * Events for a page that knows their ids only: no name is kept in the browser, and each showing is accounted for.
     *
     * @param ids those that are not known are left out
     */
    @GetMapping("/record/told")
    List<Told> told(
            @RequestParam(name = "event", defaultValue = "") List<String> ids,
            AskedClocks asked,
            HttpServletRequest request) {
        Wording say = frames.wording(request);
        Tongue tongue = Tongue.of(request);
        long position = questions.clocks(asked, HistoryQueries.PROJECTION).position();
        Clocks now = whom.begin(asked);
        return ids.stream()
                .distinct()
                .limit(MOST_EVENTS)
                .flatMap(id -> events.told(cut(id), position, tongue).stream())
                .map(event -> told(event, position, now, tongue, say))
                .toList();
    }

    private Told told(StoredEvent event, long position, Clocks now, Tongue tongue, Wording say) {
        String summary = String.valueOf(event.summary());
        int colon = event.entity().indexOf(':');
        String prefix = event.entity().substring(0, colon);
        AnyEntity entity = Arrays.stream(EntityType.values())
                .filter(type -> type.prefix().equals(prefix))
                .findFirst()
                .map(type -> new AnyEntity(type, event.entity().substring(colon + 1)))
                .orElseThrow();
        List<FactItem> known = facts.facts(entity, position, true, tongue);
        Set<String> officials = Whom.about(entity, known, "", event.factId());
        String part = known.stream()
                .filter(fact -> fact.factId().equals(event.factId()))
                .map(FactItem::subject)
                .findFirst()
                .orElse("");
        return new Told(
                event.eventId(),
                Whom.named(summary, whom.names(officials, now, say)),
                whom.persons(officials, event.entity(), part, now, say).stream()
                        .map(Whom.Person::inWords)
                        .toList(),
                follows.after(entity, event.factId(), event.position(), known, now, say));
    }

    /** The version that a form would be opened at now. */
    @GetMapping("/record/version")
    ResponseEntity<Map<String, Long>> version(
            @RequestParam(defaultValue = "") String entity,
            @RequestParam(defaultValue = "") String subject,
            AskedClocks asked) {
        int colon = entity.indexOf(':');
        String prefix = colon < 0 ? "" : entity.substring(0, colon);
        return Arrays.stream(EntityType.values())
                .filter(type -> type.prefix().equals(prefix))
                .filter(type -> entity.substring(colon + 1).matches(Slug.PATTERN))
                .findFirst()
                .map(type -> {
                    long position = questions.clocks(asked, "history").position();
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
