package org.preventionnetwork.registry.query.institutions;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Partnerships of an institution with another, each recorded on the side of the one that told of it. */
final class PartnershipModel extends BeliefModel<PartnershipModel.Partnership> {
    record Partnership(InstitutionPartnered fact, @Nullable String source) {}

    PartnershipModel() {
        super(
                "partnership",
                List.of(
                        "partner text NOT NULL",
                        "purpose text NOT NULL",
                        "from_on text",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.partnership (partner)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof InstitutionPartnered ? List.of(fact.factId().value()) : List.of();
    }

    @Override
    protected List<Segment<Partnership>> segments(KnownFacts facts, String factId) {
        KnownFact known = facts.get(new FactId(factId));
        if (known == null || !(known.fact() instanceof InstitutionPartnered fact)) {
            return List.of();
        }
        return Spell.of(new Partnership(fact, known.source()), fact.from(), fact.until(), known.behind());
    }

    @Override
    protected @Nullable Object[] values(Partnership partnership) {
        InstitutionPartnered fact = partnership.fact();
        return new @Nullable Object[] {
            fact.with(), fact.purpose(), fact.from(), fact.until(), fact.factId(), partnership.source()
        };
    }
}
