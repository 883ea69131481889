package org.preventionnetwork.registry.query.statements;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementPublished;
import org.preventionnetwork.registry.api.statements.StatementEvent.StatementWithdrawn;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** A published figure, and whether its publisher has taken it back by a day. */
final class StatementModel extends BeliefModel<StatementModel.Statement> {
    private static final String ALL = "statement";

    record Statement(
            StatementPublished fact,
            boolean withdrawn,
            @Nullable HistoricalDate withdrawnOn,
            @Nullable String source) {}

    StatementModel() {
        super(
                "statement",
                List.of(
                        "stated_on text NOT NULL",
                        "stated_earliest date NOT NULL",
                        "stated_latest date NOT NULL",
                        "metric text NOT NULL",
                        "qualifier text NOT NULL",
                        "value bigint NOT NULL",
                        "scope text",
                        "roster text[] NOT NULL",
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
    protected List<Segment<Statement>> segments(KnownFacts facts, String topic) {
        Optional<Known<StatementPublished>> published = facts.first(StatementPublished.class);
        if (published.isEmpty()) {
            return List.of();
        }
        StatementWithdrawn withdrawn =
                facts.first(StatementWithdrawn.class).map(Known::fact).orElse(null);
        List<Long> behind =
                facts.all().stream().flatMap(known -> known.behind().stream()).toList();
        HistoricalDate on = withdrawn == null ? null : withdrawn.on();
        return new Piecewise().bound(on).segments(day -> on(day, published.get(), withdrawn, behind));
    }

    private static Held<Statement> on(
            LocalDate day,
            Known<StatementPublished> published,
            @Nullable StatementWithdrawn withdrawal,
            List<Long> behind) {
        HistoricalDate on = withdrawal == null ? null : withdrawal.on();
        boolean withdrawn = withdrawal != null && (on == null || !day.isBefore(on.earliest()));
        boolean certain = !withdrawn || on == null || !day.isBefore(on.certainFrom());
        return new Held<>(
                new Statement(published.fact(), withdrawn, on, published.known().source()), certain, behind);
    }

    @Override
    protected @Nullable Object[] values(Statement statement) {
        StatementPublished fact = statement.fact();
        return new @Nullable Object[] {
            fact.statedOn(),
            fact.statedOn().earliest(),
            fact.statedOn().latest(),
            fact.metric(),
            fact.qualifier(),
            fact.value(),
            fact.scope(),
            fact.roster(),
            statement.withdrawn(),
            statement.withdrawnOn(),
            fact.factId(),
            statement.source()
        };
    }
}
