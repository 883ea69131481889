package org.preventionnetwork.registry.command.officials;

import static org.preventionnetwork.registry.command.timeline.Samples.date;
import static org.preventionnetwork.registry.command.timeline.Samples.fact;

import org.preventionnetwork.registry.api.institutions.InstitutionId;
import org.preventionnetwork.registry.api.officials.OfficialCommand.RegisterOfficial;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AffiliationChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusGranted;
import org.preventionnetwork.registry.api.officials.OfficialEvent.AlumniStatusRevoked;
import org.preventionnetwork.registry.api.officials.OfficialEvent.ContactChanged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialRegistered;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsMerged;
import org.preventionnetwork.registry.api.officials.OfficialEvent.OfficialsUnmerged;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonalText;
import org.preventionnetwork.registry.api.places.StateCode;

/** A person and what can be recorded about it, for tests. */
final class OfficialSamples {
    static final OfficialId OFFICIAL = new OfficialId("o-1");
    static final OfficialId CANONICAL = new OfficialId("o-2");
    static final OfficialId OTHER = new OfficialId("o-3");
    static final InstitutionId MINISTRY = new InstitutionId("ar-human-rights");
    static final StateCode ARGENTINA = new StateCode("AR");
    static final OfficialRegistered REGISTERED = new OfficialRegistered(
            OFFICIAL,
            fact("registered"),
            text("Ana Perez"),
            text("ana@example.org"),
            ARGENTINA,
            MINISTRY,
            text("Director"),
            date("2012"));
    static final RegisterOfficial REGISTER = new RegisterOfficial(
            OFFICIAL,
            fact("registered"),
            "Ana Perez",
            "ana@example.org",
            ARGENTINA,
            MINISTRY,
            "Director",
            date("2012"));

    private OfficialSamples() {}

    static PersonalText text(String value) {
        return PersonalText.plain(OFFICIAL, value);
    }

    static ContactChanged contact(String fullName, String email) {
        return new ContactChanged(
                OFFICIAL,
                fact("contact"),
                fullName == null ? null : text(fullName),
                email == null ? null : text(email),
                null);
    }

    static AffiliationChanged affiliation(String position, String from) {
        return new AffiliationChanged(OFFICIAL, fact("affiliation"), null, MINISTRY, text(position), date(from));
    }

    static AlumniStatusGranted granted(String on) {
        return new AlumniStatusGranted(OFFICIAL, fact("granted-" + on), date(on));
    }

    static AlumniStatusRevoked revoked(String on) {
        return new AlumniStatusRevoked(OFFICIAL, fact("revoked-" + on), date(on));
    }

    static OfficialsMerged merged(String id, OfficialId into) {
        return new OfficialsMerged(OFFICIAL, fact(id), into);
    }

    static OfficialsUnmerged unmerged(String id, OfficialId from) {
        return new OfficialsUnmerged(OFFICIAL, fact(id), from);
    }
}
