package org.preventionnetwork.registry.query.figures;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A figure, with the rows behind it. */
@PageController
class FigurePages {
    private final Questions questions;
    private final Figures figures;
    private final RecentCounts recent;
    private final Scopes scopes;
    private final Dictionary dictionary;
    private final Frames frames;

    FigurePages(
            Questions questions,
            Figures figures,
            RecentCounts recent,
            Scopes scopes,
            Dictionary dictionary,
            Frames frames) {
        this.dictionary = dictionary;
        this.recent = recent;
        this.questions = questions;
        this.figures = figures;
        this.scopes = scopes;
        this.frames = frames;
    }

    @GetMapping("/figures/definitions")
    String definitions(HttpServletRequest request, Model model) {
        frames.open(model, request);
        model.addAttribute("definitions", dictionary.entries(LocaleContextHolder.getLocale()));
        model.addAttribute("activity", Dictionary.ACTIVITY);
        return "figure-definitions";
    }

    @GetMapping("/figures/{metric}")
    String figure(
            @PathVariable String metric,
            AskedScope askedScope,
            Paging paging,
            AskedClocks asked,
            HttpServletRequest request,
            Model model) {
        FigureName figure = Arrays.stream(FigureName.values())
                .filter(name -> name.name().equals(metric))
                .findFirst()
                .orElseThrow(() -> new UnknownEntity("figure"));
        Clocks now = questions.acknowledged(asked, null, Figures.PROJECTIONS);
        EntityId scope = scopes.asked(askedScope, now.position());
        Clocks clocks = recent.of(
                request, "figure " + figure + " " + scope, now, at -> shown(question(figure, scope, at), paging, at));
        FigureQuestion question = question(figure, scope, clocks);
        frames.open(model, request, clocks);
        model.addAttribute("figure", figure);
        model.addAttribute("words", new RowWords(frames.wording(request)));
        model.addAttribute(
                "scope", askedScope.scope() == null ? null : askedScope.scope().value());
        Shown shown = shown(question, paging, clocks);
        model.addAttribute("counted", shown.counted());
        model.addAttribute("rows", shown.rows());
        return "figure";
    }

    private static FigureQuestion question(FigureName figure, @Nullable EntityId scope, Clocks clocks) {
        return new FigureQuestion(figure, scope, clocks.day(), clocks.day(), clocks.position());
    }

    private record Shown(Interval counted, Page<FigureRow> rows) {}

    private Shown shown(FigureQuestion question, Paging paging, Clocks clocks) {
        List<FigureRow> rows = figures.rows(question, paging.size(), paging.offset());
        return new Shown(figures.interval(question), Page.of(rows, paging, figures.rowCount(question), clocks));
    }
}
