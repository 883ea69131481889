package org.preventionnetwork.registry.query.states;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.states.StateLife.Attended;
import org.preventionnetwork.registry.query.states.StateQueries.Membership;
import org.preventionnetwork.registry.query.states.StateQueries.Participation;
import org.preventionnetwork.registry.query.states.StateQueries.Seat;
import org.preventionnetwork.registry.query.web.Frame;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.SpellChart;
import org.preventionnetwork.registry.query.web.SpellChart.Spell;
import org.preventionnetwork.registry.query.web.Wording;
import org.preventionnetwork.registry.query.web.WorldMap;
import org.preventionnetwork.registry.query.web.WorldMap.Marked;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All states that take part in anything, and everything that one of them did. */
@PageController
class StatePages {
    /** Of one state in the table of all; its own page has the others. */
    private static final int NETWORKS = 5;

    private static final String[] PROJECTIONS = {
        "networks", "seminars", "officials", "initiatives", "completeness", "institutions"
    };

    private final Questions questions;
    private final StateQueries states;
    private final StateLife life;
    private final Names names;
    private final WorldMap map;
    private final Frames frames;

    StatePages(Questions questions, StateQueries states, StateLife life, Names names, WorldMap map, Frames frames) {
        this.questions = questions;
        this.states = states;
        this.life = life;
        this.names = names;
        this.map = map;
        this.frames = frames;
    }

    /** @param member whether it is one of an active network, null for not */
    record Line(
            String code,
            String name,
            @Nullable String today,
            @Nullable Boolean member,
            List<String> networks,
            long hosted,
            long initiatives) {
        boolean isEmpty() {
            return networks.isEmpty() && hosted == 0 && initiatives == 0;
        }

        public List<String> named() {
            return networks.subList(0, Math.min(NETWORKS, networks.size()));
        }

        public int further() {
            return networks.size() - named().size();
        }
    }

    @GetMapping("/states")
    String states(AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, PROJECTIONS);
        Frame frame = frames.open(model, request, clocks);
        Wording say = frames.wording(request);
        Map<String, Boolean> members = states.members(clocks);
        Map<String, List<String>> networks = states.networks(clocks);
        Map<String, Long> hosted = life.hosted(clocks);
        Map<String, Long> initiatives = states.initiatives(clocks);
        List<Line> all = Stream.concat(States.all().stream(), States.gone().stream())
                .map(StateCode::value)
                .map(code -> new Line(
                        code,
                        say.state(code),
                        say.stateToday(code),
                        members.get(code),
                        networks.getOrDefault(code, List.of()),
                        hosted.getOrDefault(code, 0L),
                        initiatives.getOrDefault(code, 0L)))
                .sorted(Comparator.comparing(Line::name))
                .toList();
        model.addAttribute(
                "active", all.stream().filter(line -> !line.isEmpty()).toList());
        model.addAttribute(
                "others",
                all.stream()
                        .filter(Line::isEmpty)
                        .filter(line -> States.existence(new StateCode(line.code()))
                                .days()
                                .contains(clocks.day()))
                        .toList());
        model.addAttribute(
                "networks",
                names.networks(
                        all.stream().flatMap(line -> line.named().stream()).toList(), clocks, frame.language()));
        model.addAttribute(
                "map",
                map.draw(members.entrySet().stream()
                        .map(one -> new Marked(one.getKey(), one.getValue(), frame.to("/states/" + one.getKey())))
                        .toList()));
        return "states";
    }

    @GetMapping("/states/{code}")
    String state(@PathVariable String code, AskedClocks asked, HttpServletRequest request, Model model) {
        StateCode state = StateCode.of(code);
        Clocks clocks = questions.clocks(asked, PROJECTIONS);
        Frame frame = frames.open(model, request, clocks);
        List<Participation> participations = states.participations(state, clocks);
        List<Seat> seats = states.seats(state, clocks);
        List<Attended> meetings = life.meetings(state, clocks.position());
        List<StateLife.SeatSpell> holders = life.seats(state, clocks.position());
        List<StateLife.Spell> spells = life.spells(state, clocks.position());
        List<Membership> memberships = states.memberships(state, clocks);
        List<String> networks = new ArrayList<>();
        spells.forEach(one -> networks.add(one.network()));
        seats.forEach(one -> networks.add(one.network()));
        meetings.forEach(one -> networks.add(one.network()));
        memberships.forEach(one -> networks.add(one.network()));
        List<String> institutions = new ArrayList<>();
        seats.stream().map(Seat::institution).filter(Objects::nonNull).forEach(institutions::add);
        holders.forEach(one -> institutions.add(one.institution()));
        Map<String, String> networkNames = names.networks(networks, clocks, frame.language());
        Map<String, String> institutionNames = names.institutions(institutions, clocks, frame.language());
        model.addAttribute("state", state.value());
        model.addAttribute("existence", States.existence(state));
        model.addAttribute("map", map.draw(List.of(new Marked(state.value(), true, "#memberships"))));
        model.addAttribute("memberships", memberships);
        model.addAttribute("alsoPossible", states.alsoPossible(state, clocks));
        model.addAttribute("seats", seats);
        model.addAttribute("hosted", states.hosted(state, clocks));
        model.addAttribute("hostedHeld", life.hosted(clocks).getOrDefault(state.value(), 0L));
        model.addAttribute("participations", participations);
        model.addAttribute(
                "officials",
                participations.stream().mapToLong(Participation::officials).sum());
        model.addAttribute("initiatives", states.initiatives(state, clocks));
        model.addAttribute("meetings", meetings);
        model.addAttribute("networks", networkNames);
        model.addAttribute("institutions", institutionNames);
        Lanes lanes = new Lanes(frame, frames.wording(request), networkNames, institutionNames);
        spells.forEach(lanes::membership);
        holders.forEach(lanes::seat);
        life.hosted(state, clocks).forEach(lanes::hosted);
        participations.forEach(lanes::participation);
        meetings.forEach(lanes::meeting);
        life.initiatives(state, clocks).forEach(lanes::initiative);
        LocalDate last = clocks.day().isAfter(frame.today()) ? clocks.day() : frame.today();
        model.addAttribute("life", SpellChart.of(lanes.spells(), clocks.day(), last));
        return "state";
    }

    /** What a state did, in lanes by what it was. */
    private record Lanes(
            Frame frame,
            Wording say,
            Map<String, String> networks,
            Map<String, String> institutions,
            List<Spell> spells) {
        Lanes(Frame frame, Wording say, Map<String, String> networks, Map<String, String> institutions) {
            this(frame, say, networks, institutions, new ArrayList<>());
        }

        void membership(StateLife.Spell one) {
            String network = networks.getOrDefault(one.network(), one.network());
            String what = say.constant("membershipKind", one.kind()) + ", " + network;
            String kind = one.kind().toLowerCase(java.util.Locale.ROOT);
            spells.add(new Spell(network, kind, what, one.from(), one.until(), frame.to("/networks/" + one.network())));
        }

        void seat(StateLife.SeatSpell one) {
            String holder = one.institution() == null
                    ? say.text("state.seats")
                    : institutions.getOrDefault(one.institution(), one.institution());
            spells.add(new Spell(
                    say.text("state.seats"),
                    "seat",
                    holder,
                    one.from(),
                    one.until(),
                    frame.to("/networks/" + one.network()) + "#seats"));
        }

        void hosted(StateLife.Hosted one) {
            spells.add(Spell.days(
                    say.text("state.hosted"),
                    one.status().equals("PLANNED") ? "planned" : "seminar",
                    one.title(),
                    one.startsOn(),
                    one.endsOn(),
                    frame.to("/seminars/" + one.id())));
        }

        void participation(Participation one) {
            spells.add(Spell.moment(
                    say.text("state.participations"),
                    "attended",
                    one.title(),
                    one.startsOn(),
                    frame.to("/seminars/" + one.id())));
        }

        void meeting(Attended one) {
            spells.add(Spell.days(
                    say.text("state.meetings"),
                    "meeting",
                    one.title(),
                    one.startsOn(),
                    one.endsOn(),
                    frame.to("/networks/" + one.network()) + "#meetings"));
        }

        void initiative(StateLife.Launched one) {
            spells.add(Spell.moment(
                    say.text("state.initiatives"),
                    "initiative",
                    one.title(),
                    one.startedOn(),
                    frame.to("/initiatives/" + one.id())));
        }
    }
}
