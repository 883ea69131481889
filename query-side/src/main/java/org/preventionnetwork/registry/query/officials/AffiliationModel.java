package org.preventionnetwork.registry.query.officials;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialErased;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;
import org.preventionnetwork.registry.query.officials.Affiliations.Affiliation;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * Where a person served on a day. Each affiliation has its own rows, on all days on which it is possible, so that the
 * whole timeline can be told; on each day at most one of them {@code answers}.
 */
final class AffiliationModel extends BeliefModel<AffiliationModel.Served> {
    /** @param position null once the person's data is erased */
    record Served(
            @Nullable String state,
            @Nullable String institution,
            @Nullable PersonalText position,
            @Nullable String from,
            @Nullable String until,
            boolean answers,
            String factId,
            @Nullable String source) {}

    AffiliationModel() {
        super(
                "affiliation",
                List.of(
                        "state text",
                        "institution text",
                        "position text",
                        "from_on text",
                        "until_on text",
                        "answers boolean NOT NULL",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of(
                        "CREATE INDEX ON ${schema}.affiliation (institution) WHERE answers",
                        "CREATE INDEX ON ${schema}.affiliation (state)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        if (!Affiliations.tellsOne(fact) && !(fact instanceof OfficialErased)) {
            return List.of();
        }
        Set<String> topics = new LinkedHashSet<>();
        topics.add(fact.factId().value());
        Affiliations.of(facts)
                .ordered()
                .forEach(affiliation ->
                        topics.add(affiliation.known().fact().factId().value()));
        return topics;
    }

    @Override
    protected List<Segment<Served>> segments(KnownFacts facts, String factId) {
        Succession<Affiliation> all = Affiliations.of(facts);
        for (int i = 0; i < all.ordered().size(); i++) {
            Affiliation affiliation = all.ordered().get(i);
            if (affiliation.known().fact().factId().value().equals(factId)) {
                Affiliation next = i + 1 < all.ordered().size() ? all.ordered().get(i + 1) : null;
                boolean erased = facts.first(OfficialErased.class).isPresent();
                return segments(all, affiliation, next, erased);
            }
        }
        return List.of();
    }

    private static List<Segment<Served>> segments(
            Succession<Affiliation> all, Affiliation affiliation, @Nullable Affiliation next, boolean erased) {
        List<Long> behind = new ArrayList<>(affiliation.known().behind());
        if (next != null) {
            behind.addAll(next.known().behind());
        }
        Piecewise days = new Piecewise();
        all.bound(days);
        return days.segments(day -> {
            Succession.At<Affiliation> at = all.at(day);
            boolean answers = at != null && at.value().equals(affiliation);
            if (!answers && !isPossible(affiliation, next, day)) {
                return null;
            }
            return new Held<>(
                    served(affiliation, next, answers, erased), answers && at != null && at.certain(), behind);
        });
    }

    private static boolean isPossible(Affiliation affiliation, @Nullable Affiliation next, LocalDate day) {
        if (next != null && next.from() == null) {
            return false;
        }
        HistoricalDate until = next == null ? null : next.from();
        return affiliation.from() == null
                ? until == null || day.isBefore(until.latest())
                : new Period(affiliation.from(), until).possible(day);
    }

    private static Served served(Affiliation affiliation, @Nullable Affiliation next, boolean answers, boolean erased) {
        return new Served(
                affiliation.state() == null ? null : affiliation.state().value(),
                affiliation.institution() == null
                        ? null
                        : affiliation.institution().value(),
                erased ? null : affiliation.position(),
                affiliation.from() == null ? null : affiliation.from().toString(),
                next == null || next.from() == null ? null : next.from().toString(),
                answers,
                affiliation.known().fact().factId().value(),
                affiliation.known().source());
    }

    @Override
    protected @Nullable Object[] values(Served served) {
        return new @Nullable Object[] {
            served.state(),
            served.institution(),
            PersonalJson.write(served.position()),
            served.from(),
            served.until(),
            served.answers(),
            served.factId(),
            served.source()
        };
    }
}
