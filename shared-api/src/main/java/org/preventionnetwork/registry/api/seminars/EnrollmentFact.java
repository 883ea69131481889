package org.preventionnetwork.registry.api.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EventName;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** One official's way through one seminar; capacity and waiting list are the seminar's own invariant. */
public sealed interface EnrollmentFact extends SeminarEvent.SeminarFact {
    EnrollmentId enrollmentId();

    @Nullable
    HistoricalDate on();

    @Override
    default String subject() {
        return enrollmentId().value();
    }

    @Override
    default @Nullable HistoricalDate effectiveOn() {
        return on();
    }

    /** @param nominatedBy the state's code or the institution's id that nominated, as the sender gave it */
    @EventName("seminar.OfficialNominated")
    record OfficialNominated(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            OfficialId official,
            @Nullable Nominator nominatedBy,
            @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.EnrollmentAccepted")
    record EnrollmentAccepted(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.EnrollmentWaitlisted")
    record EnrollmentWaitlisted(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.EnrollmentDeclined")
    record EnrollmentDeclined(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.EnrollmentConfirmed")
    record EnrollmentConfirmed(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    /** Frees a seat; the first on the waiting list is accepted in the same transaction. */
    @EventName("seminar.EnrollmentWithdrawn")
    record EnrollmentWithdrawn(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.AttendanceRecorded")
    record AttendanceRecorded(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    @EventName("seminar.EnrollmentNotCompleted")
    record EnrollmentNotCompleted(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    /** The seminar was cancelled while the enrolment was open; recorded in the cancellation's transaction. */
    @EventName("seminar.EnrollmentCancelled")
    record EnrollmentCancelled(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentFact {}

    /** @param certificate the certificate's number, or null */
    @EventName("seminar.EnrollmentCompleted")
    record EnrollmentCompleted(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            @Nullable HistoricalDate on,
            @Nullable String certificate)
            implements EnrollmentFact {}

    /** An enrolment known only by its outcome: no step and no date is invented. */
    @EventName("seminar.EnrollmentRecorded")
    record EnrollmentRecorded(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            OfficialId official,
            EnrollmentStatus status,
            @Nullable Nominator nominatedBy,
            @Nullable HistoricalDate on,
            @Nullable String certificate)
            implements EnrollmentFact {}
}
