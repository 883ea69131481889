package org.preventionnetwork.registry.command.seminars;

import java.util.Comparator;
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
 */
record Enrollment(EnrollmentId id, List<EnrollmentFact> facts) {
    private static final Comparator<EnrollmentFact> BY_RANK =
            Comparator.comparing(fact -> Steps.rank(Steps.status(fact)));

    static Optional<Enrollment> of(Facts<SeminarFact> all, String id) {
        List<EnrollmentFact> facts = all.about(id, EnrollmentFact.class).toList();
        return facts.isEmpty()
                ? Optional.empty()
                : Optional.of(new Enrollment(facts.get(0).enrollmentId(), facts));
    }

    /** What it began with, a nomination or an outcome without one; there is exactly one unless something is wrong. */
    List<EnrollmentFact> openings() {
        return facts.stream()
                .filter(fact -> fact instanceof OfficialNominated || fact instanceof EnrollmentRecorded)
                .toList();
    }

    Optional<EnrollmentFact> opening() {
        return openings().stream().findFirst();
    }

    Optional<EnrollmentFact> step(EnrollmentStatus status) {
        return facts.stream().filter(fact -> Steps.status(fact) == status).findFirst();
    }

    EnrollmentFact latest() {
        return facts.stream().max(BY_RANK).orElseThrow();
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
