package org.preventionnetwork.registry.query.states;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.preventionnetwork.registry.query.web.WorldMap;
import org.preventionnetwork.registry.query.web.WorldMap.Marked;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All that one state takes part in. */
@PageController
class StatePages {
    private static final String[] PROJECTIONS = {"networks", "seminars", "officials", "initiatives"};

    private final Questions questions;
    private final StateQueries states;
    private final WorldMap map;
    private final Frames frames;

    StatePages(Questions questions, StateQueries states, WorldMap map, Frames frames) {
        this.questions = questions;
        this.states = states;
        this.map = map;
        this.frames = frames;
    }

    @GetMapping("/states/{code}")
    String state(@PathVariable String code, HttpServletRequest request, Model model) {
        StateCode state = StateCode.of(code);
        Clocks clocks = questions.clocks(request, PROJECTIONS);
        frames.open(model, request, clocks);
        model.addAttribute("state", state.value());
        model.addAttribute("map", map.draw(List.of(new Marked(state.value(), true, "#memberships"))));
        model.addAttribute("memberships", states.memberships(state, clocks));
        model.addAttribute("seats", states.seats(state, clocks));
        model.addAttribute("hosted", states.hosted(state, clocks));
        model.addAttribute("participations", states.participations(state, clocks));
        model.addAttribute("initiatives", states.initiatives(state, clocks));
        return "state";
    }
}
