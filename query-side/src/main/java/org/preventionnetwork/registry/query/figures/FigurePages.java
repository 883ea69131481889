package org.preventionnetwork.registry.query.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A figure, with the rows behind it. */
@PageController
class FigurePages {
    private final Questions questions;
    private final Figures figures;
    private final Scopes scopes;
    private final Frames frames;

    FigurePages(Questions questions, Figures figures, Scopes scopes, Frames frames) {
        this.questions = questions;
        this.figures = figures;
        this.scopes = scopes;
        this.frames = frames;
    }

    @GetMapping("/figures/{metric}")
    String figure(@PathVariable String metric, HttpServletRequest request, Model model) {
        FigureName figure = Arrays.stream(FigureName.values())
                .filter(name -> name.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> new UnknownEntity("figure"));
        Parameters parameters = new Parameters(request);
        Paging paging = parameters.paging();
        Clocks clocks = questions.clocks(request, Figures.PROJECTIONS);
        EntityId scope = scopes.asked(parameters, clocks.position());
        FigureQuestion question = new FigureQuestion(figure, scope, clocks.day(), clocks.day(), clocks.position());
        frames.open(model, request, clocks);
        model.addAttribute("figure", figure);
        model.addAttribute("scope", scope == null ? null : parameters.text("scope"));
        model.addAttribute("counted", figures.interval(question));
        model.addAttribute(
                "rows",
                Page.of(
                        figures.rows(question, paging.size(), paging.offset()),
                        paging,
                        figures.rowCount(question),
                        clocks));
        return "figure";
    }
}
