package org.preventionnetwork.registry.query.officials;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.NamesPersons;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.officials.CareerQueries.Attended;
import org.preventionnetwork.registry.query.officials.DuplicateQueries.Duplicate;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.Affiliation;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.AttendedSeminar;
import org.preventionnetwork.registry.query.officials.OfficialAnswers.OfficialItem;
import org.preventionnetwork.registry.query.officials.OfficialLife.Contribution;
import org.preventionnetwork.registry.query.officials.OfficialLife.HeldSeat;
import org.preventionnetwork.registry.query.officials.OfficialLife.Taught;
import org.preventionnetwork.registry.query.officials.OfficialQueries.Told;
import org.preventionnetwork.registry.query.personal.PersonNames;
import org.preventionnetwork.registry.query.personal.ViewKind;
import org.preventionnetwork.registry.query.personal.Viewings;
import org.preventionnetwork.registry.query.relations.EarlierSpells;
import org.preventionnetwork.registry.query.relations.EarlierSpells.Earlier;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.SpellChart;
import org.preventionnetwork.registry.query.web.SpellChart.Spell;
import org.preventionnetwork.registry.query.web.Wording;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Persons, for those who may know who they are; each page that names somebody is a view in the access log. */
@PageController
@NamesPersons
class OfficialPages {
    private static final int ON_A_PAGE = 50;
    private static final String[] PROJECTIONS = {"officials", "seminars", "institutions", "networks", "initiatives"};

    private final Questions questions;
    private final OfficialQueries officials;
    private final OfficialsByName byName;
    private final CareerQueries careers;
    private final OfficialLife life;
    private final DuplicateQueries duplicates;
    private final Names names;
    private final PersonNames persons;
    private final Viewings viewings;
    private final EarlierSpells earlier;
    private final Frames frames;

    OfficialPages(
            Questions questions,
            OfficialQueries officials,
            OfficialsByName byName,
            CareerQueries careers,
            OfficialLife life,
            DuplicateQueries duplicates,
            Names names,
            PersonNames persons,
            Viewings viewings,
            EarlierSpells earlier,
            Frames frames) {
        this.questions = questions;
        this.officials = officials;
        this.byName = byName;
        this.careers = careers;
        this.life = life;
        this.duplicates = duplicates;
        this.names = names;
        this.persons = persons;
        this.viewings = viewings;
        this.earlier = earlier;
        this.frames = frames;
    }

    @GetMapping("/officials")
    String officials(
            OfficialFilter filter, Paging askedPaging, AskedClocks asked, HttpServletRequest request, Model model) {
        String words = filter.q();
        Clocks clocks = questions.clocks(asked, "officials", "seminars", "institutions");
        viewings.begin(words == null ? ViewKind.OFFICIAL_LIST : ViewKind.SEARCH);
        Paging paging = new Paging(askedPaging.page(), ON_A_PAGE, words == null ? null : "fullName", false);
        Page<OfficialItem> found = byName.officials(words, filter, paging, clocks);
        Frame frame = frames.open(model, request, clocks);
        model.addAttribute("officials", found);
        model.addAttribute(
                "institutions",
                names.institutions(
                        found.items().stream().map(OfficialItem::institution).toList(), clocks, frame.language()));
        return "officials";
    }

    /** Not below {@code /officials}, where every word is an id. */
    @GetMapping("/duplicate-officials")
    String duplicates(Paging askedPaging, AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, "officials");
        viewings.begin(ViewKind.OFFICIAL_LIST);
        Paging paging = new Paging(askedPaging.page(), ON_A_PAGE, null, false);
        Page<Duplicate> pairs = duplicates.duplicates(paging, clocks);
        frames.open(model, request, clocks);
        model.addAttribute("pairs", pairs);
        model.addAttribute(
                "persons",
                persons.of(
                        pairs.items().stream()
                                .flatMap(pair -> Stream.of(pair.one(), pair.other()))
                                .distinct()
                                .toList(),
                        clocks));
        return "duplicates";
    }

    @GetMapping("/officials/{id}")
    String official(@PathVariable String id, AskedClocks asked, HttpServletRequest request, Model model) {
        OfficialId official = new OfficialId(id);
        Clocks clocks = questions.clocks(asked, official, PROJECTIONS);
        viewings.begin(ViewKind.OFFICIAL);
        Told told = officials.official(official, clocks).orElseThrow(() -> new UnknownEntity("official"));
        OfficialItem item = told.official();
        List<String> records = careers.sameAs(item.canonical(), clocks);
        Career career = new Career(
                careers.affiliations(official, clocks).timeline(),
                careers.seminars(item.canonical(), clocks),
                life.seats(records, clocks),
                life.contributions(records, clocks),
                life.taught(records, clocks));
        Frame frame = frames.open(model, request, clocks);
        Map<String, String> institutions = names.institutions(career.institutions(item), clocks, frame.language());
        Map<String, String> networks =
                names.networks(career.seats().stream().map(HeldSeat::network).toList(), clocks, frame.language());
        model.addAttribute("official", item);
        model.addAttribute("alumni", told.alumni());
        model.addAttribute(
                "sameAs", records.stream().filter(other -> !other.equals(id)).toList());
        model.addAttribute("career", career);
        model.addAttribute("taught", career.taught());
        model.addAttribute("earlier", earlier(career, clocks));
        model.addAttribute("alumniCourse", life.alumni(records, clocks));
        model.addAttribute("institutions", institutions);
        model.addAttribute("networks", networks);
        LocalDate last = clocks.day().isAfter(frame.today()) ? clocks.day() : frame.today();
        model.addAttribute(
                "life",
                SpellChart.of(
                        spells(career, institutions, networks, frame, frames.wording(request)), clocks.day(), last));
        model.addAttribute("actions", frame.records() && frame.isOfNow() ? actions(told) : List.of());
        return "official";
    }

    /** By seminar and enrolment. */
    private Map<String, List<Earlier>> earlier(Career career, Clocks clocks) {
        Map<String, List<Earlier>> all = new HashMap<>();
        career.seminars().forEach(attended -> {
            AttendedSeminar one = attended.seminar();
            earlier.of(new SeminarId(one.seminar()), List.of(one.enrollmentId()), clocks)
                    .forEach((enrollment, spells) -> all.put(one.seminar() + "/" + enrollment, spells));
        });
        return all;
    }

    /** All that a person did, as it is known on the day; affiliations on whatever day. */
    record Career(
            List<Affiliation> affiliations,
            List<Attended> seminars,
            List<HeldSeat> seats,
            List<Contribution> contributions,
            List<Taught> taught) {
        List<String> institutions(OfficialItem item) {
            List<String> ids = new ArrayList<>();
            ids.add(item.institution());
            affiliations.forEach(one -> ids.add(one.institution()));
            seminars.forEach(one -> ids.add(one.seminar().institution()));
            seats.forEach(one -> ids.add(one.institution()));
            return ids;
        }
    }

    private static List<String> actions(Told told) {
        OfficialItem item = told.official();
        if (item.erased()) {
            return List.of();
        }
        return List.of(
                "change-affiliation",
                "change-contact",
                told.alumni().alumnus() ? "revoke-alumni-status" : "grant-alumni-status",
                item.canonical().equals(item.id()) ? "merge-official" : "unmerge-official");
    }

    private static List<Spell> spells(
            Career career, Map<String, String> institutions, Map<String, String> networks, Frame frame, Wording say) {
        List<Spell> spells = new ArrayList<>();
        for (Affiliation one : career.affiliations()) {
            String where = one.institution() != null
                    ? institutions.getOrDefault(one.institution(), one.institution())
                    : one.state() != null ? say.state(one.state()) : say.text("seminar.noState");
            spells.add(new Spell(
                    where,
                    "affiliation",
                    where,
                    one.from() == null ? "unknown" : one.from(),
                    one.until(),
                    "#affiliations"));
        }
        career.seats()
                .forEach(one -> spells.add(new Spell(
                        say.text("official.seats"),
                        "seat",
                        networks.getOrDefault(one.network(), one.network()),
                        one.from(),
                        one.until(),
                        frame.to("/networks/" + one.network()))));
        career.seminars().stream()
                .map(Attended::seminar)
                .forEach(one -> spells.add(Spell.moment(
                        say.text("official.seminars"),
                        "seminar",
                        one.title(),
                        one.startsOn(),
                        frame.to("/seminars/" + one.seminar()))));
        career.taught()
                .forEach(one -> spells.add(Spell.moment(
                        say.text("official.taught"),
                        "taught",
                        one.title(),
                        one.startsOn(),
                        frame.to("/seminars/" + one.seminar()))));
        career.contributions()
                .forEach(one -> spells.add(Spell.moment(
                        say.text("official.contributions"),
                        "initiative",
                        one.title(),
                        one.from(),
                        frame.to("/initiatives/" + one.initiative()))));
        return spells;
    }
}
