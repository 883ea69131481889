package org.preventionnetwork.registry.query.institutions;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionNamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.OfficeFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.Dated;
import org.preventionnetwork.registry.query.projection.KnownFacts;
import org.preventionnetwork.registry.query.projection.LanguageNames;

/** An institution: its name on a day, and whether it still exists. */
final class InstitutionModel extends BeliefModel<InstitutionModel.Institution> {
    private static final String ALL = "institution";

    /** @param status ACTIVE, SUCCEEDED or DISSOLVED */
    record Institution(
            String name,
            Map<String, String> names,
            String kind,
            @Nullable String state,
            String status,
            @Nullable HistoricalDate dissolvedOn,
            @Nullable String succeededBy,
            @Nullable HistoricalDate succeededOn,
            String factId,
            @Nullable String source) {}

    InstitutionModel() {
        super(
                "institution",
                List.of(
                        "name text NOT NULL",
                        "names jsonb NOT NULL",
                        "kind text NOT NULL",
                        "state text",
                        "status text NOT NULL",
                        "dissolved_on text",
                        "succeeded_by text",
                        "succeeded_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of("CREATE INDEX ON ${schema}.institution (state)"));
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof OfficeFact || fact instanceof InstitutionPartnered ? List.of() : List.of(ALL);
    }

    @Override
    protected List<Segment<Institution>> segments(KnownFacts facts, String topic) {
        Optional<Known<InstitutionRegistered>> registered = facts.first(InstitutionRegistered.class);
        if (registered.isEmpty()) {
            return List.of();
        }
        Life life = new Life(
                registered.get(),
                new Dated<>(facts.all(InstitutionRenamed.class).map(Known::fact).toList(), InstitutionRenamed::from),
                new LanguageNames(
                        facts.all(InstitutionNamed.class).map(Known::fact).toList(),
                        facts.all(InstitutionRenamed.class).map(Known::fact).toList()),
                facts.first(InstitutionDissolved.class)
                        .map(known -> known.fact().on())
                        .orElse(null),
                facts.first(InstitutionSucceeded.class).map(Known::fact).orElse(null),
                facts.about("").stream()
                        .filter(known -> !(known.fact() instanceof InstitutionPartnered))
                        .map(KnownFact::behind)
                        .flatMap(List::stream)
                        .toList());
        Piecewise days = new Piecewise().bound(life.dissolved()).bound(life.succeededOn());
        life.names().bound(days);
        life.inLanguages().bound(days);
        return days.segments(life::on);
    }

    private record Life(
            Known<InstitutionRegistered> registered,
            Dated<InstitutionRenamed> names,
            LanguageNames inLanguages,
            @Nullable HistoricalDate dissolved,
            @Nullable InstitutionSucceeded succeeded,
            List<Long> behind) {

        @Nullable
        HistoricalDate succeededOn() {
            return succeeded == null ? null : succeeded.on();
        }

        Held<Institution> on(LocalDate day) {
            InstitutionRenamed renamed = names.on(day);
            InstitutionRegistered fact = registered.fact();
            Institution institution = new Institution(
                    renamed == null ? fact.name() : renamed.name(),
                    inLanguages.on(day),
                    fact.kind().name(),
                    fact.state() == null ? null : fact.state().value(),
                    status(day),
                    dissolved,
                    succeeded == null ? null : succeeded.by().value(),
                    succeededOn(),
                    fact.factId().value(),
                    registered.known().source());
            boolean certain = names.certainOn(day)
                    && inLanguages.certainOn(day)
                    && settled(dissolved, day)
                    && settled(succeededOn(), day);
            return new Held<>(institution, certain, behind);
        }

        /** Until its end is certain it may still exist, and is answered as such. */
        private String status(LocalDate day) {
            if (succeeded != null && !day.isBefore(succeeded.on().latest())) {
                return "SUCCEEDED";
            }
            return dissolved != null && !day.isBefore(dissolved.latest()) ? "DISSOLVED" : "ACTIVE";
        }

        private static boolean settled(@Nullable HistoricalDate date, LocalDate day) {
            return date == null || day.isBefore(date.certainUntil()) || !day.isBefore(date.certainFrom());
        }
    }

    @Override
    protected @Nullable Object[] values(Institution institution) {
        return new @Nullable Object[] {
            institution.name(),
            LanguageNames.json(institution.names()),
            institution.kind(),
            institution.state(),
            institution.status(),
            institution.dissolvedOn(),
            institution.succeededBy(),
            institution.succeededOn(),
            institution.factId(),
            institution.source()
        };
    }
}
