package org.preventionnetwork.registry.query.editions;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.preventionnetwork.registry.access.requests.Reads;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.query.editions.EditionAnswers.EditionAnswer;
import org.preventionnetwork.registry.query.editions.EditionAnswers.EditionItem;
import org.preventionnetwork.registry.query.editions.EditionQueries.Edition;
import org.preventionnetwork.registry.query.editions.PinnedFigures.Changed;
import org.preventionnetwork.registry.query.figures.FigureChange;
import org.preventionnetwork.registry.query.figures.RowWords;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Parameters;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.language.Tongue;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reports that were printed: each figure as it stands in print, as it was known then, as it is known now, and why. */
@PageController
class EditionPages {
    private final Questions questions;
    private final EditionQueries editions;
    private final PinnedFigures figures;
    private final Frames frames;

    EditionPages(Questions questions, EditionQueries editions, PinnedFigures figures, Frames frames) {
        this.questions = questions;
        this.editions = editions;
        this.figures = figures;
        this.frames = frames;
    }

    @Reads(clocks = true, paging = true)
    @GetMapping("/editions")
    String editions(HttpServletRequest request, Model model) {
        Paging paging = new Parameters(request).paging();
        Clocks clocks = questions.clocks(request, EditionProjection.NAME);
        List<EditionItem> items =
                editions.all(paging, clocks).stream().map(EditionItem::of).toList();
        frames.open(model, request, clocks);
        model.addAttribute("editions", Page.of(items, paging, editions.count(clocks), clocks));
        return "editions";
    }

    @Reads(clocks = true)
    @GetMapping("/editions/{id}")
    String edition(@PathVariable String id, HttpServletRequest request, Model model) {
        EditionId edition = new EditionId(id);
        Clocks clocks = questions.clocks(request, edition, EditionEndpoints.ALL);
        EditionAnswer answer =
                figures.answer(editions.required(edition, clocks), clocks.position(), Tongue.of(request));
        frames.open(model, request, clocks);
        model.addAttribute("edition", answer);
        return "edition";
    }

    /** Why did this number change? */
    @Reads(clocks = true, paging = true)
    @GetMapping("/editions/{id}/figures/{key}")
    String figure(@PathVariable String id, @PathVariable String key, HttpServletRequest request, Model model) {
        EditionId edition = new EditionId(id);
        Paging paging = new Parameters(request).paging();
        Clocks clocks = questions.clocks(request, edition, EditionEndpoints.ALL);
        Edition found = editions.required(edition, clocks);
        Changed changed = figures.changed(found, key, clocks.position());
        Page<FigureChange> page = Page.cut(changed.changes(), paging, clocks);
        frames.open(model, request, clocks);
        model.addAttribute("edition", EditionItem.of(found));
        model.addAttribute("figure", changed.figure());
        model.addAttribute("words", new RowWords(frames.wording(request)));
        model.addAttribute(
                "changes",
                Page.of(
                        figures.told(page.items(), Tongue.of(request)),
                        paging,
                        changed.changes().size(),
                        clocks));
        return "edition-figure";
    }
}
