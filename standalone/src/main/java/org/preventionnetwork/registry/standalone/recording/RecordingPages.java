package org.preventionnetwork.registry.standalone.recording;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.Envelope;
import org.preventionnetwork.registry.query.history.HistoryAnswers.FactItem;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.standalone.recording.Forms.Known;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What can be recorded, and the form for each. */
@PageController
class RecordingPages {
    /** What is recorded most comes first, then the others as they are declared. */
    private static final List<EntityType> ORDER = Stream.concat(
                    Stream.of(EntityType.NETWORK, EntityType.SEMINAR, EntityType.OFFICIAL, EntityType.INITIATIVE),
                    Stream.of(EntityType.values()))
            .distinct()
            .toList();

    /** The codes whose meaning the form says in its language: what is refused, and what an outage keeps from being done. */
    private static final List<String> REFUSALS = Stream.concat(
                    Stream.of(RefusalCode.values()).map(Enum::name),
                    Stream.of(Outage.values()).map(Outage::code))
            .distinct()
            .toList();

    private final Recordables recordables;
    private final Forms forms;
    private final Whom whom;
    private final Questions questions;
    private final Frames frames;

    RecordingPages(Recordables recordables, Forms forms, Whom whom, Questions questions, Frames frames) {
        this.recordables = recordables;
        this.forms = forms;
        this.whom = whom;
        this.questions = questions;
        this.frames = frames;
    }

    @GetMapping("/record")
    String index(HttpServletRequest request, Model model) {
        frames.open(model, request);
        Map<EntityType, List<Recordable>> groups = new EnumMap<>(EntityType.class);
        ORDER.forEach(type -> groups.put(type, recordables.of(type)));
        model.addAttribute("order", ORDER);
        model.addAttribute("groups", groups);
        return "record";
    }

    @Reads(by = FormParameters.class)
    @GetMapping("/record/{collection}/{command}")
    String form(
            @PathVariable String collection,
            @PathVariable String command,
            AskedClocks askedClocks,
            HttpServletRequest request,
            Model model) {
        Recordable recordable = recordables.find(collection, command).orElseThrow(() -> new UnknownEntity("form"));
        Clocks clocks = questions.clocks(askedClocks, "history");
        Frame frame = frames.open(model, request);
        Wording say = frames.wording(request);
        Clocks now = whom.begin(askedClocks);
        Optional<Known> known = forms.known(recordable, request, clocks.position(), Tongue.of(request));
        model.addAttribute("recordable", recordable);
        Optional<FormField> asked = forms.asked(recordable, known.orElse(null), request, say);
        boolean choosesFact = recordable.isOfFact()
                && known.flatMap(one -> one.fact(request.getParameter("factId")))
                        .isEmpty();
        if (asked.isPresent() || choosesFact) {
            model.addAttribute("asked", asked.orElse(null));
            model.addAttribute("known", known.orElse(null));
            model.addAttribute("facts", choices(known, now, say));
            model.addAttribute(
                    "persons", known.map(one -> persons(one, now, say)).orElse(List.of()));
            model.addAttribute("then", Forms.then(request));
            return "record-choose";
        }
        Form form = forms.form(recordable, known.orElse(null), request, clocks.position(), now, say);
        List<FactItem> shown = shown(recordable, form, known, request);
        model.addAttribute("form", form);
        model.addAttribute("persons", form.persons());
        model.addAttribute("facts", whom.named(shown, ids(form.persons()), now, say));
        model.addAttribute("states", StateOptions.in(frame.language()));
        model.addAttribute("kinds", CorrectionKind.values());
        model.addAttribute("refusals", REFUSALS);
        model.addAttribute("longest", Envelope.MAX_LENGTH);
        model.addAttribute("home", home(form));
        model.addAttribute("creates", RegistryJson.mapper().writeValueAsString(recordables.creators()));
        return "record-form";
    }

    /** All that is known of an entity, by the names of those whom it is about. */
    private List<FactItem> choices(Optional<Known> known, Clocks now, Wording say) {
        Set<String> all = new LinkedHashSet<>();
        known.ifPresent(one -> {
            all.addAll(Whom.about(one.entity(), one.facts(), "", null));
            one.facts().forEach(fact -> all.addAll(Whom.officials(fact)));
        });
        return whom.named(known.map(Known::facts).orElse(List.of()), all, now, say);
    }

    /** Whom all that is known of an entity is about: of an official's own. */
    private List<Whom.Person> persons(Known known, Clocks now, Wording say) {
        return whom.persons(
                Whom.about(known.entity(), known.facts(), "", null),
                known.entity().aggregateId(),
                "",
                now,
                say);
    }

    private static List<String> ids(List<Whom.Person> persons) {
        return persons.stream().map(Whom.Person::id).toList();
    }

    /** The facts that a correction or an annulment is about. */
    private static List<FactItem> shown(
            Recordable recordable, Form form, Optional<Known> known, HttpServletRequest request) {
        if (known.isEmpty() || !recordable.isCorrection() && !recordable.isAnnulment()) {
            return List.of();
        }
        if (recordable.isOfFact()) {
            return known.get().fact(request.getParameter("factId")).stream().toList();
        }
        return known.get().facts().stream()
                .filter(fact -> form.subject().isEmpty() || fact.subject().equals(form.subject()))
                .toList();
    }

    /** Where to go after saving when nobody says; {@code {id}} stands for an id that is chosen or made. */
    private static String home(Form form) {
        return "/" + form.recordable().entity().collection() + "/{id}";
    }
}
