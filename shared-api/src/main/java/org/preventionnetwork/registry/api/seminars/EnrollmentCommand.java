package org.preventionnetwork.registry.api.seminars;

import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.CarriesPatch;
import org.preventionnetwork.registry.api.facts.CorrectionKind;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.FactPatch;
import org.preventionnetwork.registry.api.facts.References;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** What can be asked about one official's way through one seminar. */
public sealed interface EnrollmentCommand extends SeminarCommand {
    EnrollmentId enrollmentId();

    @Override
    default String subject() {
        return enrollmentId().value();
    }

    /** Where seats are left the nomination stays a nomination; acceptance is its own step. */
    record NominateOfficial(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            OfficialId official,
            @Nullable Nominator nominatedBy,
            @Nullable HistoricalDate on)
            implements EnrollmentCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("official", official)
                    .and("nominatedBy", nominatedBy == null ? null : nominatedBy.institution())
                    .asMap();
        }
    }

    /** Who withdrew or was declined comes back to the enrolment, on a day that is certainly later. */
    record NominateAgain(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            @Nullable Nominator nominatedBy,
            @Nullable HistoricalDate on)
            implements EnrollmentCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("nominatedBy", nominatedBy == null ? null : nominatedBy.institution())
                    .asMap();
        }
    }

    /** An enrolment known only by its outcome. */
    record RecordEnrollment(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            OfficialId official,
            EnrollmentStatus status,
            @Nullable Nominator nominatedBy,
            @Nullable HistoricalDate on,
            @Nullable @Size(max = 100) String certificate)
            implements EnrollmentCommand {
        @Override
        public Map<String, List<EntityId>> references() {
            return References.to("official", official)
                    .and("nominatedBy", nominatedBy == null ? null : nominatedBy.institution())
                    .asMap();
        }
    }

    record AcceptEnrollment(SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record WaitlistEnrollment(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record DeclineEnrollment(SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record ConfirmEnrollment(SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record WithdrawEnrollment(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record RecordAttendance(SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record NotCompleteEnrollment(
            SeminarId seminarId, FactId factId, EnrollmentId enrollmentId, @Nullable HistoricalDate on)
            implements EnrollmentCommand {}

    record CompleteEnrollment(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            @Nullable HistoricalDate on,
            @Nullable @Size(max = 100) String certificate)
            implements EnrollmentCommand {}

    /** Fields: {@code official, nominatedBy} of the nomination; {@code on, status, certificate} of the latest step. */
    record CorrectEnrollment(
            SeminarId seminarId,
            FactId factId,
            EnrollmentId enrollmentId,
            FactPatch patch,
            CorrectionKind correctionKind)
            implements EnrollmentCommand, CarriesPatch {}

    /** The enrolment never was: annuls all its facts. */
    record AnnulEnrollment(SeminarId seminarId, FactId factId, EnrollmentId enrollmentId)
            implements EnrollmentCommand {}
}
