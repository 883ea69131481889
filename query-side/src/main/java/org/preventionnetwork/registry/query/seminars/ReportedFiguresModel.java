package org.preventionnetwork.registry.query.seminars;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFiguresReported;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** What sources say about who took part, one topic for each report; not dated, so it holds on all days. */
final class ReportedFiguresModel extends BeliefModel<Known<SeminarFiguresReported>> {
    ReportedFiguresModel() {
        super(
                "reported_figures",
                List.of(
                        "participants int",
                        "states_count int",
                        "states text[] NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof SeminarFiguresReported reported
                ? List.of(reported.factId().value())
                : List.of();
    }

    @Override
    protected List<Segment<Known<SeminarFiguresReported>>> segments(KnownFacts facts, String factId) {
        KnownFact known = facts.get(new FactId(factId));
        return known != null && known.fact() instanceof SeminarFiguresReported reported
                ? List.of(new Segment<>(null, null, new Held<>(new Known<>(reported, known), true, known.behind())))
                : List.of();
    }

    @Override
    protected @Nullable Object[] values(Known<SeminarFiguresReported> known) {
        SeminarFiguresReported reported = known.fact();
        return new @Nullable Object[] {
            reported.participants(),
            reported.statesCount(),
            reported.states(),
            reported.factId(),
            known.known().source()
        };
    }
}
