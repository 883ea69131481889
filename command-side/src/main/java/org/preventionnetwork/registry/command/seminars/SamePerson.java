package org.preventionnetwork.registry.command.seminars;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;

/**
 * The other records of a person whom a command enrols; a seminar knows officials by the ids that were named, and no
 * merges.
 */
record SamePerson(List<OfficialId> others) {
    /** @param ids as the command brings them, with spaces between */
    static SamePerson of(@Nullable String ids) {
        return new SamePerson(
                ids == null
                        ? List.of()
                        : Arrays.stream(ids.split(" ")).map(OfficialId::new).toList());
    }

    /** Under which other records the person is enrolled in the seminar, but for one enrolment. */
    List<EnrollmentSteps> enrolledBeside(String enrollment, Enrollments enrollments, FactHistory<SeminarFact> facts) {
        return others.stream()
                .flatMap(other -> enrollments.of(other, facts).stream())
                .filter(one -> !one.id().value().equals(enrollment))
                .toList();
    }
}
