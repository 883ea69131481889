package org.preventionnetwork.registry.command.institutions;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionDissolved;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeClosed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionOfficeOpened;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionPartnered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRegistered;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionRenamed;
import org.preventionnetwork.registry.api.institutions.InstitutionEvent.InstitutionSucceeded;
import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.institutions.InstitutionKind;
import org.preventionnetwork.registry.api.institutions.OfficeId;
import org.preventionnetwork.registry.api.places.StateCode;

/** An institution and what can be recorded about it, for tests. */
final class InstitutionSamples {
    static final InstitutionId MUSEUM = new InstitutionId("auschwitz-birkenau-museum");
    static final InstitutionId INSTITUTE = new InstitutionId("aipg");
    static final OfficeId OFFICE = new OfficeId("oswiecim");
    static final StateCode POLAND = new StateCode("PL");
    static final InstitutionRegistered REGISTERED = new InstitutionRegistered(
            MUSEUM, fact("registered"), "Auschwitz-Birkenau State Museum", InstitutionKind.MUSEUM, POLAND);

    private InstitutionSamples() {}

    static InstitutionRenamed renamed(String from) {
        return new InstitutionRenamed(MUSEUM, fact("renamed"), "Memorial and Museum", date(from));
    }

    static InstitutionOfficeOpened opened(String from) {
        return new InstitutionOfficeOpened(MUSEUM, fact("opened"), OFFICE, "Oswiecim", POLAND, date(from));
    }

    static InstitutionOfficeClosed closed(String on) {
        return new InstitutionOfficeClosed(MUSEUM, fact("closed"), OFFICE, date(on));
    }

    static InstitutionPartnered partnered(String from, String until) {
        return new InstitutionPartnered(
                MUSEUM, fact("partnered"), INSTITUTE, "power of place", date(from), date(until));
    }

    static InstitutionSucceeded succeeded(String on) {
        return new InstitutionSucceeded(MUSEUM, fact("succeeded"), INSTITUTE, date(on));
    }

    static InstitutionDissolved dissolved(String on) {
        return new InstitutionDissolved(MUSEUM, fact("dissolved"), date(on));
    }
}
