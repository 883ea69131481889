package org.preventionnetwork.registry.query.seminars;

import jakarta.servlet.http.HttpServletRequest;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Filter;
import org.preventionnetwork.registry.query.seminars.SeminarQueries.Status;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Seminars for people to find, latest first. */
@PageController
class SeminarPages {
    private static final int ON_A_PAGE = 50;

    private final Questions questions;
    private final SeminarQueries seminars;
    private final Frames frames;

    SeminarPages(Questions questions, SeminarQueries seminars, Frames frames) {
        this.questions = questions;
        this.seminars = seminars;
        this.frames = frames;
    }

    @GetMapping("/seminars")
    String seminars(HttpServletRequest request, Model model) {
        Parameters parameters = new Parameters(request);
        Filter filter = new Filter(
                null,
                null,
                parameters.state("state"),
                parameters.oneOf("status", Status.class),
                parameters.date("from"),
                parameters.date("to"),
                parameters.text("q"));
        Paging latest = new Paging(parameters.paging().page(), ON_A_PAGE, "startsOn", true);
        Clocks clocks = questions.clocks(request, "seminars");
        frames.open(model, request, clocks);
        model.addAttribute("statuses", Status.values());
        model.addAttribute("seminars", seminars.seminars(filter, latest, clocks));
        return "seminars";
    }
}
