package org.preventionnetwork.registry.query.officials;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.KnownFacts;

/** Where a person served, one affiliation after the other. The registration tells the first, unless it tells nothing. */
final class Affiliations {
    private Affiliations() {}

    /** @param from null means on all days, until another follows */
    record Affiliation(
            @Nullable StateCode state,
            @Nullable InstitutionId institution,
            @Nullable PersonalText position,
            @Nullable HistoricalDate from,
            KnownFact known) {}

    static Succession<Affiliation> of(KnownFacts facts) {
        List<Affiliation> recorded = new ArrayList<>();
        for (KnownFact known : facts.all()) {
            Affiliation affiliation = of(known);
            if (affiliation != null) {
                recorded.add(affiliation);
            }
        }
        return new Succession<>(recorded, Affiliation::from);
    }

    static boolean tellsOne(Fact fact) {
        return fact instanceof AffiliationChanged || fact instanceof OfficialRegistered;
    }

    private static @Nullable Affiliation of(KnownFact known) {
        if (known.fact() instanceof AffiliationChanged changed) {
            return new Affiliation(changed.state(), changed.institution(), changed.position(), changed.from(), known);
        }
        if (known.fact() instanceof OfficialRegistered first
                && (first.state() != null || first.institution() != null || first.position() != null)) {
            return new Affiliation(first.state(), first.institution(), first.position(), first.from(), known);
        }
        return null;
    }
}
