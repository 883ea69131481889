package org.preventionnetwork.registry.query.history;

import static org.preventionnetwork.registry.query.history.SeminarSentences.seminar;
import static org.preventionnetwork.registry.query.history.Words.constant;
import static org.preventionnetwork.registry.query.history.Words.on;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.AttendanceRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentDeclined;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentNotCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWaitlisted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.Nominator;

/** Enrolments in plain words; officials by their ids only. */
final class EnrollmentSentences {
    private EnrollmentSentences() {}

    static void addTo(Sentences sentences) {
        sentences
                .tell(
                        OfficialNominated.class,
                        (f, n) -> new Told(
                                named(f.official()) + " nominated for " + seminar(n) + by(f.nominatedBy()) + on(f.on()),
                                "nomination of " + named(f.official()) + " for " + seminar(n)))
                .tell(EnrollmentAccepted.class, (f, n) -> step(f, n, "accepted for", "acceptance"))
                .tell(EnrollmentWaitlisted.class, (f, n) -> step(f, n, "put on the waiting list of", "waiting"))
                .tell(EnrollmentDeclined.class, (f, n) -> step(f, n, "declined for", "declining"))
                .tell(EnrollmentConfirmed.class, (f, n) -> step(f, n, "confirmed for", "confirmation"))
                .tell(EnrollmentWithdrawn.class, (f, n) -> step(f, n, "withdrew from", "withdrawal"))
                .tell(EnrollmentCancelled.class, (f, n) -> step(f, n, "lost the place in cancelled", "cancellation"))
                .tell(AttendanceRecorded.class, (f, n) -> step(f, n, "attended", "attendance"))
                .tell(EnrollmentNotCompleted.class, (f, n) -> step(f, n, "did not complete", "non-completion"))
                .tell(EnrollmentCompleted.class, (f, n) -> {
                    Told step = step(f, n, "completed", "completion");
                    return new Told(step.sentence() + certificate(f.certificate()), step.topic());
                })
                .tell(
                        EnrollmentRecorded.class,
                        (f, n) -> new Told(
                                named(f.official()) + " recorded as " + constant(f.status()) + " for " + seminar(n)
                                        + by(f.nominatedBy()) + on(f.on()) + certificate(f.certificate()),
                                "enrolment of " + named(f.official()) + " in " + seminar(n)));
    }

    private static Told step(EnrollmentFact fact, Names names, String did, String topic) {
        String who = who(fact, names);
        return new Told(
                who + " " + did + " " + seminar(names) + on(fact.on()), topic + " of " + who + " in " + seminar(names));
    }

    private static String who(EnrollmentFact fact, Names names) {
        Stream<OfficialId> nominated = names.facts()
                .about(fact.subject(), OfficialNominated.class)
                .map(known -> known.fact().official());
        Stream<OfficialId> recorded = names.facts()
                .about(fact.subject(), EnrollmentRecorded.class)
                .map(known -> known.fact().official());
        return Stream.concat(nominated, recorded)
                .findFirst()
                .map(EnrollmentSentences::named)
                .orElse("enrolment " + fact.enrollmentId());
    }

    private static String named(OfficialId official) {
        return "official " + official;
    }

    private static String by(@Nullable Nominator nominator) {
        if (nominator == null) {
            return "";
        }
        return ", nominated by "
                + (nominator.institution() == null
                        ? Words.state(new StateCode(nominator.value()))
                        : nominator.institution());
    }

    private static String certificate(@Nullable String number) {
        return number == null ? "" : ", certificate " + number;
    }
}
