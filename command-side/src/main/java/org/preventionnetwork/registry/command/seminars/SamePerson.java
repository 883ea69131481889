package org.preventionnetwork.registry.command.seminars;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.officials.PersonRecords;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;

/**
 * Who is the same person as whom at the moment of a command, which brings it along; a seminar knows officials by the ids
 * that were named, and no merges.
 */
record SamePerson(PersonRecords records) {
    /** Every record is of a person of its own. */
    static final SamePerson ALONE = new SamePerson(official -> Set.of());

    /** @param records null where every record is of a person of its own */
    static SamePerson by(@Nullable PersonRecords records) {
        return records == null ? ALONE : new SamePerson(records);
    }

    /** Under which other records the official is enrolled in the seminar, but for one enrolment. */
    List<EnrollmentSteps> enrolledBeside(
            String enrollment, OfficialId official, Enrollments enrollments, FactHistory<SeminarFact> facts) {
        return others(official, enrollments, facts)
                .filter(one -> !one.id().value().equals(enrollment))
                .toList();
    }

    private Stream<EnrollmentSteps> others(
            OfficialId official, Enrollments enrollments, FactHistory<SeminarFact> facts) {
        return records.others(official).stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .flatMap(other -> enrollments.of(other, facts).stream());
    }
}
