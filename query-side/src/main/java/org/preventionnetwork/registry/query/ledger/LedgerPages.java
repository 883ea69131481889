package org.preventionnetwork.registry.query.ledger;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.preventionnetwork.registry.query.http.AskedClocks;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.web.Frames;
import org.preventionnetwork.registry.query.web.PageController;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The state of the signed log, and what a browser can check of it by itself. */
@PageController
class LedgerPages {
    private static final int SHOWN = 20;
    /** Every event has its row there. */
    private static final String HISTORY = "history";

    private final Questions questions;
    private final Checkpoints checkpoints;
    private final LedgerKey key;
    private final Frames frames;

    LedgerPages(Questions questions, Checkpoints checkpoints, LedgerKey key, Frames frames) {
        this.questions = questions;
        this.checkpoints = checkpoints;
        this.key = key;
        this.frames = frames;
    }

    /** @param note the signed note, whole */
    record Head(long size, String root, Instant signedAt, String note) {
        static Head of(PublishedCheckpoint checkpoint) {
            return new Head(
                    checkpoint.size(),
                    checkpoint.root().toBase64(),
                    checkpoint.signedAt(),
                    checkpoint.note().toString());
        }
    }

    @GetMapping("/ledger")
    String ledger(AskedClocks asked, HttpServletRequest request, Model model) {
        Clocks clocks = questions.clocks(asked, HISTORY);
        List<Head> heads = checkpoints.latest(clocks.position(), SHOWN).stream()
                .map(Head::of)
                .toList();
        frames.open(model, request, clocks);
        model.addAttribute("heads", heads);
        model.addAttribute(
                "unsigned",
                clocks.position() - (heads.isEmpty() ? 0 : heads.get(0).size()));
        model.addAttribute("key", key.required().toString());
        return "ledger";
    }
}
