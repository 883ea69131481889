package org.preventionnetwork.registry.query.editions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionPinned;
import org.preventionnetwork.registry.api.editions.EditionEvent.EditionWithdrawn;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * An edition with the figures it pins, and whether its publisher has taken it back by a day. What the figures count is
 * not kept: it is asked of the other projections, at the edition's position.
 */
final class EditionModel extends BeliefModel<EditionModel.Edition> {
    private static final String ALL = "edition";

    record Edition(
            EditionPinned fact, boolean withdrawn, @Nullable HistoricalDate withdrawnOn, @Nullable String source) {}

    EditionModel() {
        super(
                "edition",
                List.of(
                        "title text NOT NULL",
                        "published_on text",
                        "published_earliest date",
                        "pinned_position bigint NOT NULL",
                        "figures jsonb NOT NULL",
                        "withdrawn boolean NOT NULL",
                        "withdrawn_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return List.of(ALL);
    }

    @Override
    protected List<Segment<Edition>> segments(KnownFacts facts, String topic) {
        Optional<Known<EditionPinned>> pinned = facts.first(EditionPinned.class);
        if (pinned.isEmpty()) {
            return List.of();
        }
        EditionWithdrawn withdrawn =
                facts.first(EditionWithdrawn.class).map(Known::fact).orElse(null);
        List<Long> behind =
                facts.all().stream().flatMap(known -> known.behind().stream()).toList();
        HistoricalDate on = withdrawn == null ? null : withdrawn.on();
        return new Piecewise().bound(on).segments(day -> on(day, pinned.get(), withdrawn, behind));
    }

    private static Held<Edition> on(
            LocalDate day, Known<EditionPinned> pinned, @Nullable EditionWithdrawn withdrawal, List<Long> behind) {
        HistoricalDate on = withdrawal == null ? null : withdrawal.on();
        boolean withdrawn = withdrawal != null && (on == null || !day.isBefore(on.earliest()));
        boolean certain = !withdrawn || on == null || !day.isBefore(on.certainFrom());
        return new Held<>(
                new Edition(pinned.fact(), withdrawn, on, pinned.known().source()), certain, behind);
    }

    @Override
    protected @Nullable Object[] values(Edition edition) {
        EditionPinned fact = edition.fact();
        HistoricalDate published = fact.publishedOn();
        return new @Nullable Object[] {
            fact.title(),
            published,
            published == null ? null : published.earliest(),
            fact.position(),
            RegistryJson.mapper().valueToTree(fact.figures()),
            edition.withdrawn(),
            edition.withdrawnOn(),
            fact.factId(),
            edition.source()
        };
    }
}
