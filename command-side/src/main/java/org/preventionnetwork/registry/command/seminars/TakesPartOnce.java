package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.facts.RefusalCode.ALREADY_ENROLLED;

import java.util.Set;
import java.util.function.Supplier;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Violations;

/**
 * A person has one seat or one waiting place, and comes back under one record, whichever records were merged and in
 * whichever way a change is told. What both records had before they were merged stays; nothing is added to it. It is
 * asked of the result of a change, so that no step, outcome, correction or annulment is a way around it.
 * The annulment of a whole import is: it goes from fact to fact, and what is between is no end that could be judged.
 */
final class TakesPartOnce implements Rule<SeminarFact> {
    private final Enrollments enrollments;
    private SamePerson persons = SamePerson.ALONE;

    TakesPartOnce(Enrollments enrollments) {
        this.enrollments = enrollments;
    }

    /** Makes a change while it is known who is the same person as whom. */
    <T> T knowing(SamePerson known, Supplier<T> change) {
        SamePerson before = persons;
        persons = known;
        try {
            return change.get();
        } finally {
            persons = before;
        }
    }

    /** What befalls the edition as a whole, such as that its cancellation is annulled, leaves all as they were. */
    @Override
    public void check(FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        if (touched.contains("")) {
            return;
        }
        for (String id : touched) {
            EnrollmentSteps.of(facts, id)
                    .filter(enrollment -> enrollment.official().isPresent())
                    .ifPresent(enrollment -> check(enrollment, facts, violations));
        }
    }

    private void check(EnrollmentSteps enrollment, FactHistory<SeminarFact> facts, Violations violations) {
        EnrollmentFact opening = enrollment.opening().orElseThrow();
        OfficialId official = EnrollmentSteps.official(opening);
        EnrollmentStatus status = enrollment.status();
        boolean seated = EnrollmentSteps.takesSeat(status);
        boolean waits = status == EnrollmentStatus.WAITLISTED;
        boolean back = enrollment.spells().size() > 1 && !EnrollmentSteps.endsSpell(status);
        if (!seated && !waits && !back) {
            return;
        }
        String id = enrollment.id().value();
        for (EnrollmentSteps other : persons.enrolledBeside(id, official, enrollments, facts)) {
            EnrollmentFact first = other.opening().orElse(null);
            EnrollmentStatus beside = other.status();
            if (first == null) {
                continue;
            }
            if (back && !EnrollmentSteps.endsSpell(beside)) {
                violations.add(ALREADY_ENROLLED, EnrollmentDesk.enrolledAs("is enrolled", other), opening, first);
            }
            if (seated && EnrollmentSteps.takesSeat(beside)) {
                violations.add(ALREADY_ENROLLED, EnrollmentDesk.enrolledAs("has a seat", other), opening, first);
            }
            if (waits && (EnrollmentSteps.takesSeat(beside) || beside == status)) {
                violations.add(
                        ALREADY_ENROLLED,
                        EnrollmentDesk.enrolledAs("has a seat or waiting place", other),
                        opening,
                        first);
            }
        }
    }
}
