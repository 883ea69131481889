package org.preventionnetwork.registry.query.history;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.query.history.HistoryAnswers.HistoryItem;
import org.preventionnetwork.registry.query.history.HistoryAnswers.StoredEvent;
import org.preventionnetwork.registry.query.history.StoredEvents.ToldEvent;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.http.UsualSize;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.ledger.LedgerProofs;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The audit trail: who recorded what, when, why and on what source, and each event with its proof. */
@PageController
@NamesPersons
class HistoryPages {
    private static final int ON_A_PAGE = 50;
    /** What the same question is asked with of the evidence. */
    private static final Set<String> EVIDENCE = Stream.concat(
                    HistoryFilter.names().stream(), Stream.of("asOf", "knownAt", "knownAtPosition"))
            .collect(Collectors.toUnmodifiableSet());

    private final Questions questions;
    private final HistoryQueries history;
    private final StoredEvents events;
    private final LedgerProofs proofs;
    private final Frames frames;

    HistoryPages(Questions questions, HistoryQueries history, StoredEvents events, LedgerProofs proofs, Frames frames) {
        this.questions = questions;
        this.history = history;
        this.events = events;
        this.proofs = proofs;
        this.frames = frames;
    }

    @GetMapping("/history")
    String history(
            HistoryFilter asked,
            @UsualSize(ON_A_PAGE) Paging paging,
            AskedClocks askedClocks,
            HttpServletRequest request,
            Model model) {
        HistoryConditions filter = asked.conditions();
        Clocks clocks = questions.clocks(askedClocks, HistoryProjection.NAME);
        Page<HistoryItem> page = history.page(filter, paging, clocks, Tongue.of(request));
        Frame frame = frames.open(model, request, clocks);
        model.addAttribute("types", types());
        model.addAttribute("events", page);
        model.addAttribute("evidence", filter.conditions().isEmpty() ? null : frame.asked("/api/evidence", EVIDENCE));
        if (filter.entity() != null) {
            model.addAttribute("changes", changes(page.items(), clocks, Tongue.of(request)));
        }
        return "history";
    }

    /** What each event made of its fact, so that the history of one thing reads as a series of differences. */
    private Map<String, List<FactField>> changes(List<HistoryItem> items, Clocks clocks, Tongue tongue) {
        List<Long> positions = items.stream().map(HistoryItem::position).toList();
        return events.at(positions, clocks.position(), tongue).stream()
                .collect(Collectors.toMap(told -> told.event().eventId(), told -> FactField.of(told, tongue)));
    }

    @GetMapping("/history/{eventId}")
    String event(@PathVariable String eventId, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, HistoryProjection.NAME, "officials");
        Tongue tongue = Tongue.of(request);
        ToldEvent told = events.event(eventId, clocks.position(), tongue).orElseThrow(() -> new UnknownEntity("event"));
        show(told, tongue, model);
        model.addAttribute("erased", events.isOfErased(told.event().entity()));
        frames.open(model, request, clocks);
        return "event";
    }

    /** By its place in the order of record, which is what rows behind a figure know of it. */
    @GetMapping("/history/at/{position}")
    String at(@PathVariable String position, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, HistoryProjection.NAME);
        Frame frame = frames.open(model, request, clocks);
        StoredEvent event = (position.matches("[0-9]{1,18}")
                        ? events.at(List.of(Long.valueOf(position)))
                        : List.<StoredEvent>of())
                .stream()
                        .filter(found -> found.position() <= clocks.position())
                        .findFirst()
                        .orElseThrow(() -> new UnknownEntity("event"));
        model.asMap().clear();
        return "redirect:" + frame.to("/history/" + event.eventId());
    }

    private void show(ToldEvent told, Tongue tongue, Model model) {
        StoredEvent event = told.event();
        model.addAttribute("event", event);
        model.addAttribute("fields", FactField.of(told, tongue));
        model.addAttribute("payload", event.payload().toPrettyString());
        model.addAttribute("metadata", event.metadata().toPrettyString());
        model.addAttribute("proof", proofs.inclusionOf(event.eventId()));
    }

    private static List<String> types() {
        List<String> types = new ArrayList<>();
        for (EntityType type : EntityType.values()) {
            types.add(type.prefix());
        }
        return types;
    }
}
