package org.preventionnetwork.registry.api.seminars;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.AttendanceRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentDeclined;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentNotCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWaitlisted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;

/** How far an official came in one seminar. */
public enum EnrollmentStatus {
    NOMINATED,
    ACCEPTED,
    WAITLISTED,
    DECLINED,
    CONFIRMED,
    WITHDRAWN,
    ATTENDED,
    COMPLETED,
    NOT_COMPLETED,
    CANCELLED;

    private static final Map<Class<?>, EnrollmentStatus> REACHED_BY = Map.of(
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

    /** The status that a step leads to; null for what is no step, and for an enrolment recorded as a whole, which says it. */
    public static @Nullable EnrollmentStatus reachedBy(Class<?> fact) {
        return REACHED_BY.get(fact);
    }
}
