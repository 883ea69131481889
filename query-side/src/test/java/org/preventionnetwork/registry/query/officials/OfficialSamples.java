package org.preventionnetwork.registry.query.officials;

import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;

final class OfficialSamples {
    private OfficialSamples() {}

    static HistoricalDate date(String text) {
        return text == null ? null : HistoricalDate.parse(text);
    }

    static OfficialRegistered registered(String official, String name, String state, String from) {
        OfficialId id = new OfficialId(official);
        return new OfficialRegistered(
                id,
                new FactId("registered"),
                PersonalText.plain(id, name),
                PersonalText.plain(id, official + "@example.org"),
                state == null ? null : new StateCode(state),
                new InstitutionId("ministry-of-justice"),
                PersonalText.plain(id, "Adviser"),
                date(from));
    }

    static AffiliationChanged moved(String official, String fact, String institution, String position, String from) {
        OfficialId id = new OfficialId(official);
        return new AffiliationChanged(
                id,
                new FactId(fact),
                null,
                new InstitutionId(institution),
                PersonalText.plain(id, position),
                date(from));
    }

    static OfficialsMerged merged(String official, String fact, String into) {
        return new OfficialsMerged(new OfficialId(official), new FactId(fact), new OfficialId(into));
    }
}
