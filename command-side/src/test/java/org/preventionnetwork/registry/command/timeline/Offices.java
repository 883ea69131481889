package org.preventionnetwork.registry.command.timeline;

import java.util.List;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.RefusalCode;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionFact;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.institutions.OfficeId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** An institution with a few offices, as a small subject for tests of the timeline itself. */
final class Offices {
    static final InstitutionId MUSEUM = new InstitutionId("museum");

    static final List<Rule<InstitutionFact>> RULES = List.of(
            new NeedsCreation<>(InstitutionRegistered.class, "there is no such institution"),
            new OnceOnly<>(InstitutionRegistered.class, InstitutionDissolved.class),
            (facts, touched, violations) -> touched.forEach(office -> facts.about(office, InstitutionOfficeClosed.class)
                    .filter(closed -> facts.about(office, InstitutionOfficeOpened.class)
                            .noneMatch(opened -> !closed.on().certainlyBefore(opened.from())))
                    .forEach(closed -> violations.add(RefusalCode.UNKNOWN_SUBJECT, "never opened", closed))));

    private Offices() {}

    static InstitutionRegistered registered(FactId id, String name) {
        return new InstitutionRegistered(MUSEUM, id, name, InstitutionKind.MUSEUM, null);
    }

    static InstitutionRenamed renamed(FactId id, String name, HistoricalDate from) {
        return new InstitutionRenamed(MUSEUM, id, name, from);
    }

    static InstitutionDissolved dissolved(FactId id, HistoricalDate on) {
        return new InstitutionDissolved(MUSEUM, id, on);
    }

    static InstitutionOfficeOpened opened(FactId id, String office, HistoricalDate from) {
        return new InstitutionOfficeOpened(MUSEUM, id, new OfficeId(office), "Oswiecim", null, from);
    }

    static InstitutionOfficeClosed closed(FactId id, String office, HistoricalDate on) {
        return new InstitutionOfficeClosed(MUSEUM, id, new OfficeId(office), on);
    }
}
