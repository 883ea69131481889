package org.preventionnetwork.registry.query.relations;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.initiatives.InitiativeEvent.InitiativeAssignedToProgramme;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.NetworkServed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarGivenForNetwork;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** What belongs to what, a topic for each fact that says so; for what a date says nothing of, on all days. */
final class RelationModel extends BeliefModel<RelationModel.Relation> {
    record Relation(
            RelationKind kind,
            EntityId other,
            boolean dated,
            @Nullable HistoricalDate from,
            @Nullable HistoricalDate until,
            FactId fact,
            @Nullable String source) {}

    RelationModel() {
        super(
                "relation",
                List.of(
                        "kind text NOT NULL",
                        "other text COLLATE \"C\" NOT NULL",
                        "from_on text",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.relation (other)"));
    }

    private static @Nullable Relation relation(Fact fact, @Nullable String source) {
        if (fact instanceof NetworkServed served) {
            return new Relation(
                    RelationKind.SERVES, served.network(), true, served.from(), served.until(), fact.factId(), source);
        } else if (fact instanceof SeminarGivenForNetwork given) {
            return new Relation(RelationKind.GIVEN_FOR, given.network(), false, null, null, fact.factId(), source);
        } else if (fact instanceof InitiativeAssignedToProgramme assigned) {
            return new Relation(
                    RelationKind.BELONGS_TO, assigned.programme(), false, null, null, fact.factId(), source);
        }
        return null;
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return relation(fact, null) == null ? List.of() : List.of(fact.factId().value());
    }

    @Override
    protected List<Segment<Relation>> segments(KnownFacts facts, String factId) {
        KnownFact known = facts.get(new FactId(factId));
        Relation relation = known == null ? null : relation(known.fact(), known.source());
        if (known == null || relation == null) {
            return List.of();
        }
        if (!relation.dated()) {
            return List.of(new Segment<>(null, null, new Held<>(relation, true, known.behind())));
        }
        HistoricalDate from = relation.from() == null ? HistoricalDate.unknown() : relation.from();
        Period days = new Period(from, relation.until());
        return new Piecewise()
                .bound(from)
                .bound(relation.until())
                .segments(day -> days.possible(day) ? new Held<>(relation, days.certain(day), known.behind()) : null);
    }

    @Override
    protected @Nullable Object[] values(Relation relation) {
        return new @Nullable Object[] {
            relation.kind(),
            relation.other().aggregateId(),
            relation.from(),
            relation.until(),
            relation.fact(),
            relation.source()
        };
    }
}
