package org.preventionnetwork.registry.query.officials;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/**
 * Into which other record an official's is merged: one step, since the other may be merged further; see
 * {@link AlumniSql#PERSONS}. A merge is about records, so it holds on all days, from when it is known; the last merge or
 * unmerge recorded decides.
 */
final class CanonicalModel extends BeliefModel<CanonicalModel.Canonical> {
    private static final String ALL = "canonical";

    record Canonical(String official, String canonical, String factId, @Nullable String source) {}

    CanonicalModel() {
        super(
                "canonical",
                List.of("official text NOT NULL", "canonical text NOT NULL", "fact_id text NOT NULL", "source text"),
                List.of("CREATE INDEX ON ${schema}.canonical (canonical)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return isMergeOrUnmerge(fact) ? List.of(ALL) : List.of();
    }

    private static boolean isMergeOrUnmerge(Fact fact) {
        return fact instanceof OfficialsMerged || fact instanceof OfficialsUnmerged;
    }

    @Override
    protected List<Segment<Canonical>> segments(KnownFacts facts, String topic) {
        List<KnownFact> steps = facts.all().stream()
                .filter(known -> isMergeOrUnmerge(known.fact()))
                .toList();
        KnownFact last = steps.isEmpty() ? null : Objects.requireNonNull(steps.get(steps.size() - 1));
        if (last == null || !(last.fact() instanceof OfficialsMerged merged)) {
            return List.of();
        }
        Canonical canonical = new Canonical(
                merged.officialId().value(),
                merged.into().value(),
                merged.factId().value(),
                last.source());
        return List.of(new Segment<>(null, null, new Held<>(canonical, true, last.behind())));
    }

    @Override
    protected @Nullable Object[] values(Canonical canonical) {
        return new @Nullable Object[] {
            canonical.official(), canonical.canonical(), canonical.factId(), canonical.source()
        };
    }
}
