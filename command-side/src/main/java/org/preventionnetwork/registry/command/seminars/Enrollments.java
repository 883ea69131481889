package org.preventionnetwork.registry.command.seminars;

import static org.preventionnetwork.registry.api.facts.RefusalCode.ALREADY_ENROLLED;
import static org.preventionnetwork.registry.api.facts.RefusalCode.CAPACITY_EXCEEDED;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.command.timeline.Rule;
import org.preventionnetwork.registry.command.timeline.Violations;

/**
 * Who is enrolled, where each stands and how many seats that takes, counted along with every event, so that a command
 * about one of 20,000 enrolments costs no more than about one of 20.
 */
final class Enrollments {
    private final Map<String, Standing> standings = new HashMap<>();
    private final Map<OfficialId, Set<String>> byOfficial = new HashMap<>();
    private final Map<String, EnrollmentFact> waiting = new LinkedHashMap<>();
    private int seatsTaken;

    private record Standing(EnrollmentStatus status, @Nullable OfficialId official) {}

    /** The rules that need the count; the facts they are asked about differ from it by what is touched. */
    List<Rule<SeminarFact>> rules() {
        return List.of(this::anOfficialIsEnrolledOnce, this::noMoreSeatsAreTakenThanThereAre);
    }

    @Nullable
    EnrollmentStatus status(String id) {
        Standing standing = standings.get(id);
        return standing == null ? null : standing.status();
    }

    /** The official's enrolment, which there is at most one of. */
    Optional<EnrollmentSteps> of(OfficialId official, FactHistory<SeminarFact> facts) {
        return byOfficial.getOrDefault(official, Set.of()).stream()
                .findFirst()
                .flatMap(id -> EnrollmentSteps.of(facts, id));
    }

    Optional<OfficialId> official(String id) {
        Standing standing = standings.get(id);
        return standing == null ? Optional.empty() : Optional.ofNullable(standing.official());
    }

    int waiting() {
        return waiting.size();
    }

    Seats seats(SeminarLife life) {
        return new Seats(seatsTaken, life.capacity(), life.givesSeats());
    }

    /**
     * The first on the waiting list: by the dates of waitlisting as far as these are certain, then by the order of
     * recording.
     *
     * @param passedOver whoever is not considered
     */
    Optional<EnrollmentFact> firstWaiting(FactHistory<SeminarFact> facts, Set<String> passedOver) {
        LocalDate bound = EffectiveOrder.earliestEnd(waiting.values().stream()
                .filter(fact -> !passedOver.contains(fact.subject()))
                .toList());
        return waiting.values().stream()
                .filter(fact -> !passedOver.contains(fact.subject()) && EffectiveOrder.mayComeFirst(fact, bound))
                .reduce((one, other) -> facts.recordedBefore(one, other) ? one : other);
    }

    /** Brings what became of one enrolment into the count. */
    void refresh(String id, FactHistory<SeminarFact> facts) {
        forget(id);
        Optional<EnrollmentSteps> found = EnrollmentSteps.of(facts, id);
        if (found.isEmpty()) {
            return;
        }
        EnrollmentSteps enrollment = found.get();
        OfficialId official = enrollment.official().orElse(null);
        standings.put(id, new Standing(enrollment.status(), official));
        seatsTaken += seatsTakenBy(enrollment.status());
        if (official != null) {
            byOfficial.computeIfAbsent(official, o -> new LinkedHashSet<>()).add(id);
        }
        if (enrollment.status() == EnrollmentStatus.WAITLISTED) {
            waiting.put(id, enrollment.latest());
        }
    }

    private void forget(String id) {
        Standing before = standings.remove(id);
        if (before == null) {
            return;
        }
        seatsTaken -= seatsTakenBy(before.status());
        waiting.remove(id);
        Set<String> ids = before.official() == null ? null : byOfficial.get(before.official());
        if (ids != null && ids.remove(id) && ids.isEmpty()) {
            byOfficial.remove(before.official());
        }
    }

    private void anOfficialIsEnrolledOnce(FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        for (String id : touched) {
            EnrollmentFact opening = EnrollmentSteps.of(facts, id)
                    .flatMap(EnrollmentSteps::opening)
                    .orElse(null);
            if (opening == null) {
                continue;
            }
            OfficialId official = EnrollmentSteps.official(opening);
            byOfficial.getOrDefault(official, Set.of()).stream()
                    .filter(other -> !other.equals(id))
                    .flatMap(other -> EnrollmentSteps.of(facts, other).flatMap(EnrollmentSteps::opening).stream())
                    .filter(other -> EnrollmentSteps.official(other).equals(official))
                    .forEach(other -> violations.add(
                            ALREADY_ENROLLED,
                            "the official is enrolled in this seminar already, as '" + other.enrollmentId() + "'",
                            opening,
                            other));
        }
    }

    private void noMoreSeatsAreTakenThanThereAre(
            FactHistory<SeminarFact> facts, Set<String> touched, Violations violations) {
        SeminarLife life = SeminarLife.of(facts);
        if (life.capacity() == null || life.capacityBy() == null || !life.givesSeats()) {
            return;
        }
        int taken = seatsTaken;
        for (String id : touched) {
            EnrollmentStatus before = status(id);
            taken -= before == null ? 0 : seatsTakenBy(before);
            taken += EnrollmentSteps.of(facts, id)
                    .map(now -> seatsTakenBy(now.status()))
                    .orElse(0);
        }
        if (taken > life.capacity()) {
            violations.add(
                    CAPACITY_EXCEEDED,
                    touched.contains("")
                            ? "more seats are taken than a capacity of " + life.capacity() + " gives"
                            : "the capacity of " + life.capacity()
                                    + " is reached; the official can be put on the waiting list",
                    life.capacityBy());
        }
    }

    private static int seatsTakenBy(EnrollmentStatus status) {
        return EnrollmentSteps.takesSeat(status) ? 1 : 0;
    }
}
