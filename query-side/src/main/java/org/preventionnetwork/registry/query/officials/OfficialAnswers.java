package org.preventionnetwork.registry.query.officials;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.http.IdentifiesPerson;
import org.preventionnetwork.registry.query.http.SortedBy;

/** What questions about officials are answered with; the fields are those of the JSON. Dates are historical dates. */
final class OfficialAnswers {
    private OfficialAnswers() {}

    /**
     * @param positionHeld not {@code position}: that is where in the ledger an answer is from
     * @param erased whether the personal data is erased by now, at whatever point it is asked for
     * @param canonical the record that stands for this person; the official's own id unless it is merged
     * @param certain whether nothing of it depends on what imprecise dates mean
     */
    record OfficialItem(
            @SortedBy("id") @IdentifiesPerson String id,
            @SortedBy @IdentifiesPerson @Nullable String fullName,
            @IdentifiesPerson @Nullable String email,
            @SortedBy("state") @Nullable String state,
            @SortedBy("institution") @Nullable String institution,
            @IdentifiesPerson @Nullable String positionHeld,
            boolean alumnus,
            boolean erased,
            @IdentifiesPerson String canonical,
            boolean certain,
            String factId,
            @Nullable String source) {
        OfficialItem with(@Nullable String name, @Nullable String mail, @Nullable String held, boolean gone) {
            return new OfficialItem(
                    id, name, mail, state, institution, held, alumnus, gone, canonical, certain, factId, source);
        }
    }

    record Official(
            @JsonUnwrapped OfficialItem official,
            AlumniStatus alumni,
            @IdentifiesPerson List<String> sameAs,
            List<AttendedSeminar> seminars) {}

    /**
     * @param reason COMPLETED, GRANTED, REVOKED or NONE
     * @param on since when, as precisely as that is known
     * @param by the seminar by which, where one completed it; of a cycle, the one that made it whole
     */
    record AlumniStatus(boolean alumnus, boolean certain, String reason, @Nullable String on, @Nullable String by) {}

    /**
     * @param official the record that is enrolled, of those of the person
     * @param alsoEnrolledAs enrolments in the same seminar under records merged since, which do not count beside this
     * @param state,institution,position where the person served when the seminar began
     */
    record AttendedSeminar(
            String seminar,
            String title,
            String startsOn,
            boolean foundational,
            @IdentifiesPerson String official,
            String enrollmentId,
            String status,
            @Nullable String on,
            @IdentifiesPerson @Nullable String certificate,
            boolean certain,
            @Nullable String state,
            @Nullable String institution,
            @IdentifiesPerson @Nullable String position,
            List<String> alsoEnrolledAs) {
        AttendedSeminar besides(List<AttendedSeminar> behind) {
            return new AttendedSeminar(
                    seminar,
                    title,
                    startsOn,
                    foundational,
                    official,
                    enrollmentId,
                    status,
                    on,
                    certificate,
                    certain,
                    state,
                    institution,
                    position,
                    behind.stream().map(AttendedSeminar::enrollmentId).toList());
        }
    }

    record Affiliation(
            @Nullable String state,
            @Nullable String institution,
            @IdentifiesPerson @Nullable String position,
            @Nullable String from,
            @Nullable String until,
            boolean certain,
            String factId,
            @Nullable String source) {}

    /** @param current the one on the day, or null */
    record AffiliationTimeline(
            @IdentifiesPerson String official, @Nullable Affiliation current, List<Affiliation> timeline) {}
}
