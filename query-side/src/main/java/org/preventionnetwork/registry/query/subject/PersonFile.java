package org.preventionnetwork.registry.query.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.personal.AccessLogQueries.View;

/**
 * Everything held about a person under all records of that person. Of erased records it says only that, and when;
 * statements and editions hold numbers and states, and list nobody.
 *
 * @param official the record that was asked for
 * @param canonical the record that stands for the person
 * @param erased whether nothing but erased records is left
 * @param records all of the person's
 * @param alumni null when erased
 * @param names those on all days, as believed now; what was corrected since stands in the events
 * @param readBy who has read personal data of these records, newest first
 */
record PersonFile(
        String official,
        String canonical,
        boolean erased,
        List<RecordHeld> records,
        @Nullable AlumniHeld alumni,
        List<TextHeld> names,
        List<TextHeld> emails,
        List<AffiliationHeld> affiliations,
        List<EnrollmentHeld> seminars,
        List<RoleHeld> instructor,
        List<SeatHeld> focalPoints,
        List<RoleHeld> contributions,
        List<MergeHeld> merges,
        List<EventHeld> events,
        List<View> readBy) {

    /** @param erasedOn the day (UTC) on which it was erased, or null */
    record RecordHeld(String official, @Nullable LocalDate erasedOn) {}

    /** @param reason COMPLETED, GRANTED or NONE */
    record AlumniHeld(boolean alumnus, String reason, boolean certain) {}

    /** @param from null means always; {@code until} is the first day no longer, null means still */
    record TextHeld(String official, String value, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record AffiliationHeld(
            String official,
            @Nullable String state,
            @Nullable String institution,
            @Nullable String position,
            @Nullable String from,
            @Nullable String until,
            @Nullable String source) {}

    record EnrollmentHeld(
            String official,
            String seminar,
            @Nullable String title,
            @Nullable String startsOn,
            String enrollmentId,
            @Nullable String nominatedBy,
            String status,
            @Nullable String on,
            @Nullable String certificate,
            @Nullable String source) {}

    /** As an instructor of a seminar, or as who contributes to an initiative; {@code in} is its stored id. */
    record RoleHeld(
            String official,
            String in,
            @Nullable String title,
            @Nullable String from,
            @Nullable String until,
            @Nullable String source) {}

    record SeatHeld(
            String official,
            String network,
            String seatId,
            String state,
            @Nullable String institution,
            String from,
            @Nullable String until,
            @Nullable String source) {}

    /** @param until when it was known no longer to be the same person, or null */
    record MergeHeld(
            String official, String into, Instant knownFrom, @Nullable Instant until, @Nullable String source) {}

    /**
     * An event that is about the person.
     *
     * @param data its fields, readable; null for events of seminars, networks and initiatives that only name the record
     */
    record EventHeld(
            long position,
            String eventId,
            String type,
            String entity,
            Instant recordedAt,
            @Nullable String effectiveOn,
            String actor,
            String role,
            @Nullable String source,
            @Nullable String note,
            @Nullable String reason,
            @Nullable String batch,
            String summary,
            @Nullable Map<String, Object> data) {}
}
