package org.preventionnetwork.registry.command.seminars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentId;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.command.timeline.Facts;

/**
 * One official's way through the seminar, put together from its facts. Steps may be missing, none is taken twice, and
 * each later one is further along, so where the official stands is the furthest step known.
 *
 * @param facts in the order of recording; never empty
 * @param openings what it began with, nominations or outcomes told without one; exactly one unless something is wrong
 */
record Enrollment(EnrollmentId id, List<EnrollmentFact> facts, List<EnrollmentFact> openings) {

    static Optional<Enrollment> of(Facts<SeminarFact> all, String id) {
        List<EnrollmentFact> facts = new ArrayList<>();
        List<EnrollmentFact> openings = new ArrayList<>(1);
        for (SeminarFact fact : all.about(id)) {
            if (fact instanceof EnrollmentFact step) {
                facts.add(step);
                if (fact instanceof OfficialNominated || fact instanceof EnrollmentRecorded) {
                    openings.add(step);
                }
            }
        }
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Enrollment(facts.get(0).enrollmentId(), facts, openings));
    }

    Optional<EnrollmentFact> opening() {
        return openings.isEmpty() ? Optional.empty() : Optional.of(openings.get(0));
    }

    Optional<EnrollmentFact> step(EnrollmentStatus status) {
        return facts.stream().filter(fact -> Steps.status(fact) == status).findFirst();
    }

    EnrollmentFact latest() {
        EnrollmentFact latest = facts.get(0);
        for (EnrollmentFact fact : facts) {
            if (Steps.rank(Steps.status(fact)) > Steps.rank(Steps.status(latest))) {
                latest = fact;
            }
        }
        return latest;
    }

    EnrollmentStatus status() {
        return Steps.status(latest());
    }

    Optional<OfficialId> official() {
        return opening().map(Enrollment::official);
    }

    static OfficialId official(EnrollmentFact opening) {
        return opening instanceof OfficialNominated nominated
                ? nominated.official()
                : ((EnrollmentRecorded) opening).official();
    }

    static @Nullable Nominator nominatedBy(EnrollmentFact opening) {
        return opening instanceof OfficialNominated nominated
                ? nominated.nominatedBy()
                : ((EnrollmentRecorded) opening).nominatedBy();
    }
}
