package org.preventionnetwork.registry.query.seminars;

import java.util.List;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWaitlisted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarEdition;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** A seminar in Oświęcim and those who are enrolled in it. */
public final class SeminarSamples {
    private SeminarSamples() {}

    public static HistoricalDate date(String text) {
        return text == null ? null : HistoricalDate.parse(text);
    }

    public static FactId fact(String id) {
        return new FactId(id);
    }

    public static SeminarScheduled scheduled(String seminar, String startsOn, String endsOn) {
        return inCycle(seminar, startsOn, endsOn, null, null, true);
    }

    public static SeminarScheduled inCycle(
            String seminar, String startsOn, String endsOn, String cycle, Integer part, boolean foundational) {
        return new SeminarScheduled(
                new SeminarId(seminar),
                fact("scheduled"),
                "Global Raphael Lemkin Seminar",
                new ProgrammeId("lemkin"),
                SeminarEdition.GLOBAL,
                cycle,
                part,
                Mode.IN_PERSON,
                date(startsOn),
                date(endsOn),
                "Oświęcim",
                new StateCode("PL"),
                "Auschwitz-Birkenau Memorial",
                30,
                List.of("en"),
                foundational,
                List.of("prevention"),
                List.of("auschwitz-institute"));
    }

    public static SeminarConcluded concluded(String seminar) {
        return new SeminarConcluded(new SeminarId(seminar), fact("concluded"), null);
    }

    public static EnrollmentRecorded recorded(
            String seminar, String enrollment, String official, EnrollmentStatus status, String on) {
        return new EnrollmentRecorded(
                new SeminarId(seminar),
                fact("recorded-" + enrollment),
                new EnrollmentId(enrollment),
                new OfficialId(official),
                status,
                null,
                date(on),
                null);
    }

    public static OfficialNominated nominated(String seminar, String enrollment, String official, String on) {
        return new OfficialNominated(
                new SeminarId(seminar),
                fact("nominated-" + enrollment),
                new EnrollmentId(enrollment),
                new OfficialId(official),
                null,
                date(on));
    }

    public static EnrollmentWaitlisted waitlisted(String seminar, String enrollment, String on) {
        return new EnrollmentWaitlisted(
                new SeminarId(seminar), fact("waitlisted-" + enrollment), new EnrollmentId(enrollment), date(on));
    }
}
