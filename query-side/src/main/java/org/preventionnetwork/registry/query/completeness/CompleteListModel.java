package org.preventionnetwork.registry.query.completeness;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.DeclaresComplete;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.networks.NetworkEvent.NetworkListDeclaredComplete;
import org.preventionnetwork.registry.api.programmes.ProgrammeEvent.ProgrammeListDeclaredComplete;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.RosterDeclaredComplete;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** On which days a list is complete; a topic for each time that somebody said so. */
final class CompleteListModel extends BeliefModel<CompleteListModel.CompleteList> {
    record CompleteList(ListName list, DeclaresComplete fact, @Nullable String source) {}

    CompleteListModel() {
        super(
                "complete_list",
                List.of(
                        "list text NOT NULL",
                        "from_on text",
                        "as_of text NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    private static ListName list(DeclaresComplete fact) {
        if (fact instanceof NetworkListDeclaredComplete ofNetwork) {
            return switch (ofNetwork.list()) {
                case MEMBERS -> ListName.MEMBERS;
                case OBSERVERS -> ListName.OBSERVERS;
                case LIAISONS -> ListName.LIAISONS;
                case SEMINARS -> ListName.SEMINARS;
                case INITIATIVES -> ListName.INITIATIVES;
            };
        } else if (fact instanceof ProgrammeListDeclaredComplete ofProgramme) {
            return switch (ofProgramme.list()) {
                case SEMINARS -> ListName.SEMINARS;
                case INITIATIVES -> ListName.INITIATIVES;
            };
        } else if (fact instanceof RosterDeclaredComplete) {
            return ListName.ROSTER;
        }
        throw new IllegalStateException("no list is named by a " + fact.getClass());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof DeclaresComplete ? List.of(fact.factId().value()) : List.of();
    }

    @Override
    protected List<Segment<CompleteList>> segments(KnownFacts facts, String factId) {
        KnownFact known = facts.get(new FactId(factId));
        if (known == null || !(known.fact() instanceof DeclaresComplete fact)) {
            return List.of();
        }
        ListName list = list(fact);
        Coverage days = new Coverage(fact.from(), fact.asOf(), list.isOfOneTime());
        CompleteList complete = new CompleteList(list, fact, known.source());
        return days.bound(new Piecewise())
                .segments(day -> days.possible(day) ? new Held<>(complete, days.certain(day), known.behind()) : null);
    }

    @Override
    protected @Nullable Object[] values(CompleteList complete) {
        DeclaresComplete fact = complete.fact();
        return new @Nullable Object[] {complete.list(), fact.from(), fact.asOf(), fact.factId(), complete.source()};
    }
}
