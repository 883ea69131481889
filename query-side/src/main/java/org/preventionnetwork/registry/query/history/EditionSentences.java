package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.date;
import static org.preventionnetwork.registry.query.history.Words.list;
import static org.preventionnetwork.registry.query.history.Words.on;
import static org.preventionnetwork.registry.query.history.Words.quoted;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.editions.EditionFigure;
import org.preventionnetwork.registry.api.facts.Fact;

/** Editions of reports in plain words. */
final class EditionSentences {
    private EditionSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(EditionPinned.class, (f, n) -> new Told(pinned(f), "edition " + quoted(f.title())))
                .tell(
                        EditionWithdrawn.class,
                        (f, n) -> new Told(
                                "edition " + quoted(n.latest(EditionSentences::title)) + " withdrawn by its publisher"
                                        + on(f.on()),
                                "withdrawal of the edition " + quoted(n.latest(EditionSentences::title))));
    }

    private static @Nullable String title(Fact fact) {
        return fact instanceof EditionPinned pinned ? pinned.title() : null;
    }

    private static String pinned(EditionPinned f) {
        String published = f.publishedOn() == null ? "" : ", published" + on(f.publishedOn()) + ",";
        return "edition " + quoted(f.title()) + published + " pinned to position " + f.position() + ": "
                + list(f.figures().stream().map(EditionSentences::figure).toList());
    }

    /** {@code member states of latin-american-network as of 2024 (18 in print)} */
    static String figure(EditionFigure figure) {
        String scope = figure.scope() == null ? "" : " of " + figure.scope();
        String printed = figure.printed() == null ? "" : " (" + figure.printed() + " in print)";
        return constant(figure.metric()) + scope + " as of " + date(figure.asOf()) + printed;
    }
}
