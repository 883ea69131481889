package org.preventionnetwork.registry.query.institutions;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Segment;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.OfficeFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.BeliefModel;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Offices of an institution, each while it is open. */
final class OfficeModel extends BeliefModel<OfficeModel.Office> {
    record Office(InstitutionOfficeOpened opened, @Nullable HistoricalDate until, @Nullable String source) {}

    OfficeModel() {
        super(
                "institution_office",
                List.of(
                        "office_id text NOT NULL",
                        "city text NOT NULL",
                        "state text",
                        "from_on text",
                        "until_on text",
                        "fact_id text NOT NULL",
                        "source text"),
                List.of());
    }

    @Override
    protected Collection<String> topicsOf(KnownFacts facts, Fact fact) {
        return fact instanceof OfficeFact office ? List.of(office.officeId().value()) : List.of();
    }

    @Override
    protected List<Segment<Office>> segments(KnownFacts facts, String officeId) {
        Optional<Known<InstitutionOfficeOpened>> opened =
                facts.about(officeId, InstitutionOfficeOpened.class).findFirst();
        if (opened.isEmpty()) {
            return List.of();
        }
        HistoricalDate until = facts.about(officeId, InstitutionOfficeClosed.class)
                .map(closed -> closed.fact().on())
                .findFirst()
                .orElse(null);
        Office office =
                new Office(opened.get().fact(), until, opened.get().known().source());
        List<Long> behind = facts.about(officeId).stream()
                .flatMap(known -> known.behind().stream())
                .toList();
        return Spell.of(office, office.opened().from(), until, behind);
    }

    @Override
    protected @Nullable Object[] values(Office office) {
        InstitutionOfficeOpened opened = office.opened();
        return new @Nullable Object[] {
            opened.officeId(),
            opened.city(),
            opened.state(),
            opened.from(),
            office.until(),
            opened.factId(),
            office.source()
        };
    }
}
