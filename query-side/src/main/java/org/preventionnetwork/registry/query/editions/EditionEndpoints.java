package org.preventionnetwork.registry.query.editions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.editions.EditionId;
import org.preventionnetwork.registry.query.editions.EditionAnswers.ChangeItem;
import org.preventionnetwork.registry.query.editions.EditionAnswers.EditionAnswer;
import org.preventionnetwork.registry.query.editions.EditionAnswers.EditionItem;
import org.preventionnetwork.registry.query.editions.EditionQueries.Edition;
import org.preventionnetwork.registry.query.figures.FigureChange;
import org.preventionnetwork.registry.query.figures.Figures;
import org.preventionnetwork.registry.query.http.Answer;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Page;
import org.preventionnetwork.registry.query.http.Paging;
import org.preventionnetwork.registry.query.http.Questions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "Editions")
class EditionEndpoints {
    static final String[] ALL = Stream.concat(
                    Stream.of(EditionProjection.NAME, "history"), Stream.of(Figures.PROJECTIONS))
            .toArray(String[]::new);

    private final Questions questions;
    private final EditionQueries editions;
    private final PinnedFigures figures;

    EditionEndpoints(Questions questions, EditionQueries editions, PinnedFigures figures) {
        this.questions = questions;
        this.editions = editions;
        this.figures = figures;
    }

    @GetMapping
    @Operation(summary = "Editions of reports whose figures are pinned to a position of the ledger")
    Page<EditionItem> editions(Paging paging, AskedClocks asked) {
        Clocks clocks = questions.clocks(asked, EditionProjection.NAME);
        List<EditionItem> items =
                editions.all(paging, clocks).stream().map(EditionItem::of).toList();
        return Page.of(items, paging, editions.count(clocks), clocks);
    }

    @GetMapping("/{editionId}")
    @Operation(
            summary = "An edition's figures as printed, as pinned, as known today, and why they changed",
            description = "Every figure names the first 100 events after the edition's position that changed it;"
                    + " figures/{key}/changes names all.")
    ResponseEntity<Answer<EditionAnswer>> edition(@PathVariable String editionId, AskedClocks asked) {
        EditionId edition = new EditionId(editionId);
        Clocks clocks = questions.clocks(asked, edition, ALL);
        Edition found = editions.required(edition, clocks);
        return ResponseEntity.ok()
                .eTag("\"" + questions.version(edition, clocks.position()).orElseThrow() + "\"")
                .body(Answer.of(figures.answer(found, clocks.position()), clocks));
    }

    @GetMapping("/{editionId}/figures/{key}/changes")
    @Operation(summary = "Why did this number change? Every event that changed a figure since it was pinned")
    Page<ChangeItem> figureChanges(
            @PathVariable String editionId, @PathVariable String key, Paging paging, AskedClocks asked) {
        EditionId edition = new EditionId(editionId);
        Clocks clocks = questions.clocks(asked, edition, ALL);
        Edition found = editions.required(edition, clocks);
        List<FigureChange> all = figures.changes(found, key, clocks.position()).steps();
        Page<FigureChange> page = Page.cut(all, paging, clocks);
        return Page.of(figures.told(page.items()), paging, all.size(), clocks);
    }
}
