package org.preventionnetwork.registry.standalone.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.command.erasure.Erasures;
import org.preventionnetwork.registry.query.history.StoredEvents;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.officials.PersonCards;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.standalone.recording.Whom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where an administrator makes a person's data unreadable, after seeing whose they are. Who only administers reads no
 * records and is shown no name, but where it can be read, which is accounted for. It stands apart from the forms for
 * everyday use: it cannot be taken back.
 */
@PageController
class ErasurePage {
    private final PersonCards cards;
    private final ObjectProvider<Erasures> erasures;
    private final StoredEvents events;
    private final Whom whom;
    private final Questions questions;
    private final Frames frames;

    ErasurePage(
            PersonCards cards,
            ObjectProvider<Erasures> erasures,
            StoredEvents events,
            Whom whom,
            Questions questions,
            Frames frames) {
        this.cards = cards;
        this.erasures = erasures;
        this.events = events;
        this.whom = whom;
        this.questions = questions;
        this.frames = frames;
    }

    @GetMapping("/erasure")
    String erasure(AskedOfficial askedOfficial, AskedClocks askedClocks, HttpServletRequest request, Model model) {
        Frame frame = frames.open(model, request);
        String asked = askedOfficial.official();
        boolean known = asked != null
                && asked.matches(Slug.PATTERN)
                && cards.isRecorded(new OfficialId(asked), questions.clocks(askedClocks, "officials"));
        Optional<Erasures> past = Optional.ofNullable(erasures.getIfAvailable());
        if (known
                && asked != null
                && past.filter(one -> one.isErased(new OfficialId(asked))).isPresent()) {
            return erased(new OfficialId(asked), past.get(), request, model);
        }
        model.addAttribute("asked", asked);
        model.addAttribute("official", known ? asked : null);
        model.addAttribute(
                "persons",
                known && asked != null && frame.seesPersons()
                        ? whom.person(asked, whom.begin(askedClocks), frames.wording(request))
                        : List.of());
        return "erasure";
    }

    /** What was done, in words, with the receipt as soon as there is one; nothing is offered of who is gone. */
    private String erased(OfficialId official, Erasures past, HttpServletRequest request, Model model) {
        ErasureReceipt receipt = past.receipt(official).map(ErasureReceipt::of).orElse(null);
        model.addAttribute("official", official.value());
        model.addAttribute("receipt", receipt);
        model.addAttribute(
                "event",
                receipt == null
                        ? null
                        : events.told(receipt.line("event"), Long.MAX_VALUE, Tongue.of(request))
                                .orElse(null));
        return "erased";
    }
}
