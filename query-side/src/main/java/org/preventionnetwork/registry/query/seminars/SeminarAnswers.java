package org.preventionnetwork.registry.query.seminars;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.SortedBy;

/** What questions about seminars are answered with; the fields are those of the JSON. Dates are historical dates. */
final class SeminarAnswers {
    private SeminarAnswers() {}

    /**
     * @param status PLANNED, CONVENED (in session), HELD or CANCELLED
     * @param capacity null means unlimited
     * @param enrollmentOpen null when nothing is recorded about it
     * @param certain whether nothing of it depends on what imprecise dates mean
     */
    record SeminarItem(
            @SortedBy("entity") String id,
            @SortedBy("title") String title,
            @SortedBy("programme") String programme,
            @SortedBy("edition") String edition,
            @Nullable String cycle,
            @Nullable Integer part,
            @Nullable String mode,
            @SortedBy("starts_earliest") String startsOn,
            @Nullable String endsOn,
            @Nullable String city,
            @SortedBy("state") @Nullable String state,
            @Nullable String stateName,
            @Nullable String venue,
            @Nullable Integer capacity,
            List<String> languages,
            boolean foundational,
            List<String> themes,
            List<String> coOrganisers,
            @Nullable Boolean enrollmentOpen,
            @SortedBy("status") String status,
            boolean held,
            boolean certain,
            String factId,
            @Nullable String source) {}

    record Seminar(
            @JsonUnwrapped SeminarItem seminar,
            List<Instructor> instructors,
            List<ReportedFigures> reportedFigures,
            CountedFigures counted) {}

    record Instructor(
            @IdentifiesPerson String official,
            @Nullable String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    /** What a source says about who took part. */
    record ReportedFigures(
            @Nullable Integer participants,
            @Nullable Integer statesCount,
            List<String> states,
            String factId,
            @Nullable String source) {}

    /**
     * What the enrolments say, each person counted once, where they stand on the day.
     *
     * @param participants who attended, completed or did not complete
     * @param states those that the participants can have served when the seminar began
     * @param certainStates those of them that somebody served in any case
     * @param stateUnknown participants of whom no state is known
     */
    record CountedFigures(
            long enrollments,
            long nominated,
            long waitlisted,
            long accepted,
            long confirmed,
            long attended,
            long completed,
            long notCompleted,
            long declined,
            long withdrawn,
            long cancelled,
            long participants,
            List<String> states,
            List<String> certainStates,
            long stateUnknown) {}

    /**
     * @param nominatedBy a state's code or an institution's id
     * @param on when the status was reached, as the source gives it
     * @param waitingPosition from 1, for who is on the waiting list
     * @param alsoEnrolledAs enrolments of the same person under records merged since, which do not count beside this
     */
    record EnrollmentItem(
            @SortedBy("topic") String enrollmentId,
            @SortedBy("official") @IdentifiesPerson String official,
            @SortedBy("nominated_by") @Nullable String nominatedBy,
            @SortedBy("status") String status,
            @Nullable String on,
            @SortedBy("waiting.place") @Nullable Integer waitingPosition,
            @IdentifiesPerson @Nullable String certificate,
            boolean certain,
            String factId,
            @Nullable String source,
            String seminar,
            List<String> alsoEnrolledAs) {}
}
