package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.seminars.EnrollmentStatus.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.*;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.SeminarId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** The steps of an official's way through a seminar: nominated, waitlisted, accepted, confirmed, attended, an outcome. */
final class Steps {
    private static final Map<Class<? extends EnrollmentFact>, EnrollmentStatus> STATUS = Map.of(
            OfficialNominated.class, NOMINATED,
            EnrollmentWaitlisted.class, WAITLISTED,
            EnrollmentAccepted.class, ACCEPTED,
            EnrollmentConfirmed.class, CONFIRMED,
            AttendanceRecorded.class, ATTENDED,
            EnrollmentDeclined.class, DECLINED,
            EnrollmentWithdrawn.class, WITHDRAWN,
            EnrollmentNotCompleted.class, NOT_COMPLETED,
            EnrollmentCompleted.class, COMPLETED,
            EnrollmentCancelled.class, CANCELLED);
    private static final Set<EnrollmentStatus> SEATED =
            EnumSet.of(ACCEPTED, CONFIRMED, ATTENDED, COMPLETED, NOT_COMPLETED);
    private static final Set<EnrollmentStatus> PRESENT = EnumSet.of(ATTENDED, COMPLETED, NOT_COMPLETED);
    private static final int OUTCOME = 5;

    private Steps() {}

    static EnrollmentStatus status(EnrollmentFact fact) {
        EnrollmentStatus status =
                fact instanceof EnrollmentRecorded recorded ? recorded.status() : STATUS.get(fact.getClass());
        if (status == null) {
            throw new IllegalStateException(fact.getClass() + " is no step");
        }
        return status;
    }

    /** How far along the way a step is; all outcomes are equally far. */
    static int rank(EnrollmentStatus status) {
        return switch (status) {
            case NOMINATED -> 0;
            case WAITLISTED -> 1;
            case ACCEPTED -> 2;
            case CONFIRMED -> 3;
            case ATTENDED -> 4;
            case DECLINED, WITHDRAWN, COMPLETED, NOT_COMPLETED, CANCELLED -> OUTCOME;
        };
    }

    static boolean isOutcome(EnrollmentStatus status) {
        return rank(status) == OUTCOME;
    }

    static boolean takesSeat(EnrollmentStatus status) {
        return SEATED.contains(status);
    }

    /** Whether it says that the official was there, from beginning to end or not. */
    static boolean tellsOfPresence(EnrollmentStatus status) {
        return PRESENT.contains(status);
    }

    /** The fact that an enrolment that is known already came this far; a nomination is no further step. */
    static EnrollmentFact to(
            EnrollmentStatus status,
            SeminarId seminar,
            FactId factId,
            EnrollmentId id,
            @Nullable HistoricalDate on,
            @Nullable String certificate) {
        return switch (status) {
            case NOMINATED -> throw new IllegalArgumentException("an enrolment begins with its nomination");
            case WAITLISTED -> new EnrollmentWaitlisted(seminar, factId, id, on);
            case ACCEPTED -> new EnrollmentAccepted(seminar, factId, id, on);
            case CONFIRMED -> new EnrollmentConfirmed(seminar, factId, id, on);
            case ATTENDED -> new AttendanceRecorded(seminar, factId, id, on);
            case DECLINED -> new EnrollmentDeclined(seminar, factId, id, on);
            case WITHDRAWN -> new EnrollmentWithdrawn(seminar, factId, id, on);
            case COMPLETED -> new EnrollmentCompleted(seminar, factId, id, on, certificate);
            case NOT_COMPLETED -> new EnrollmentNotCompleted(seminar, factId, id, on);
            case CANCELLED -> new EnrollmentCancelled(seminar, factId, id, on);
        };
    }
}
