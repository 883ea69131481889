package org.preventionnetwork.registry.query.initiatives;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.ContributorNamed;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeStageChanged;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.MilestoneReached;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.TechnicalAssistanceProvided;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * What happened in the course of an initiative, one row for each fact. It has happened from its date on; without a date
 * it may have on any day.
 */
final class StepModel<F extends Fact> extends BeliefModel<StepModel.Step<F>> {
    private final Class<F> type;
    private final Function<F, Object> what;

    record Step<F extends Fact>(F fact, @Nullable String source) {}

    private StepModel(String table, String column, Class<F> type, Function<F, Object> what) {
        super(
                table,
                List.of(column + " text NOT NULL", "on_date text", "fact_id text NOT NULL", "source text"),
                List.of());
        this.type = type;
        this.what = what;
    }

    static StepModel<InitiativeStageChanged> stages() {
        return new StepModel<>(
                "initiative_stage", "stage", InitiativeStageChanged.class, InitiativeStageChanged::stage);
    }

    static StepModel<MilestoneReached> milestones() {
        return new StepModel<>("milestone", "title", MilestoneReached.class, MilestoneReached::title);
    }

    static StepModel<ContributorNamed> contributors() {
        return new StepModel<>("contributor", "official", ContributorNamed.class, ContributorNamed::official);
    }

    static StepModel<TechnicalAssistanceProvided> assistance() {
        return new StepModel<>(
                "assistance", "kind", TechnicalAssistanceProvided.class, TechnicalAssistanceProvided::kind);
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return type.isInstance(fact) ? List.of(fact.factId().value()) : List.of();
    }

    @Override
    protected List<Segment<Step<F>>> segments(KnownFacts facts, String factId) {
        KnownFact known = facts.get(new FactId(factId));
        if (known == null || !type.isInstance(known.fact())) {
            return List.of();
        }
        Step<F> step = new Step<>(type.cast(known.fact()), known.source());
        HistoricalDate given = known.fact().effectiveOn();
        HistoricalDate on = given == null ? HistoricalDate.unknown() : given;
        return new Piecewise()
                .bound(on)
                .segments(day -> day.isBefore(on.earliest())
                        ? null
                        : new Held<>(step, !on.isUnknown() && !day.isBefore(on.certainFrom()), known.behind()));
    }

    @Override
    protected @Nullable Object[] values(Step<F> step) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(what.apply(step.fact()));
        values.add(step.fact().effectiveOn());
        values.add(step.fact().factId());
        values.add(step.source());
        return values.toArray();
    }
}
