package org.preventionnetwork.registry.command.seminars;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.facts.Provenance;
import org.preventionnetwork.registry.api.facts.Recorded;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentSteps;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Timeline;

/**
 * Gives seats that become free to those who wait, in the transaction that frees them. Nobody moves up without such an
 * occasion: secretariats put officials on the waiting list while seats are free, to choose among them later, and may
 * accept anybody on it.
 */
final class WaitingList {
    private static final String PROMOTED = "promoted";

    private final Timeline<SeminarFact> timeline;
    private final Enrollments enrollments;
    private final TakesPartOnce takesPartOnce;

    WaitingList(Timeline<SeminarFact> timeline, Enrollments enrollments, TakesPartOnce takesPartOnce) {
        this.timeline = timeline;
        this.enrollments = enrollments;
        this.takesPartOnce = takesPartOnce;
    }

    /**
     * Makes a change and accepts the first waiting for each seat that it freed.
     *
     * @param cause the change's fact; promotions append to its id
     * @param on when the seat became free; a promotion that this date would put before the official waited has none
     * @param subject the enrolment changed; nobody is promoted by the own change, under whatever record
     * @param persons whoever has a seat under another record of the same person is passed over
     */
    Recorded promotingAfter(
            FactId cause,
            @Nullable HistoricalDate on,
            String subject,
            SamePerson persons,
            Provenance provenance,
            Supplier<Recorded> change) {
        return takesPartOnce.knowing(persons, () -> promoting(cause, on, subject, persons, provenance, change));
    }

    private Recorded promoting(
            FactId cause,
            @Nullable HistoricalDate on,
            String subject,
            SamePerson persons,
            Provenance provenance,
            Supplier<Recorded> change) {
        Seats before = seats();
        OfficialId official = enrollments.official(subject).orElse(null);
        Recorded recorded = change.get();
        int due = seats().dueSince(before, enrollments.waiting());
        Set<String> changed = due > 0 ? enrolled(subject, official, persons) : Set.of();
        int given = 0;
        while (given < due) {
            Optional<EnrollmentFact> first = firstWaiting(changed, persons);
            if (first.isEmpty()) {
                break;
            }
            timeline.recordAnew(accepted(first.get(), freeId(cause), on), provenance);
            given++;
        }
        return given > 0 && subject.isEmpty()
                ? new Recorded(
                        recorded.factId(),
                        timeline.version(),
                        recorded.outcome(),
                        recorded.resourceId(),
                        recorded.status())
                : recorded;
    }

    /** An enrolment and all others of its person. */
    private Set<String> enrolled(String subject, @Nullable OfficialId official, SamePerson persons) {
        Set<String> enrolled = new HashSet<>(Set.of(subject));
        if (official != null) {
            persons.enrolledBeside(subject, official, enrollments, timeline.facts())
                    .forEach(other -> enrolled.add(other.id().value()));
        }
        return enrolled;
    }

    /** The seats that were given before in the same transaction are taken. */
    private Optional<EnrollmentFact> firstWaiting(Set<String> changed, SamePerson persons) {
        Set<String> passedOver = new HashSet<>(changed);
        Optional<EnrollmentFact> first = enrollments.firstWaiting(timeline.facts(), passedOver);
        while (first.isPresent() && hasSeatBeside(first.get().subject(), persons)) {
            passedOver.add(first.get().subject());
            first = enrollments.firstWaiting(timeline.facts(), passedOver);
        }
        return first;
    }

    private boolean hasSeatBeside(String enrollment, SamePerson persons) {
        return enrollments.official(enrollment).stream()
                .flatMap(official ->
                        persons.enrolledBeside(enrollment, official, enrollments, timeline.facts()).stream())
                .anyMatch(other -> EnrollmentSteps.takesSeat(other.status()));
    }

    static boolean isPromotion(SeminarFact fact) {
        return fact instanceof EnrollmentAccepted && fact.factId().value().contains("." + PROMOTED);
    }

    /** What was accepted in the transaction of this fact; of what was annulled since, the numbers are free. */
    List<FactId> promotionsBy(FactId cause) {
        String promoted = cause.and(PROMOTED).value();
        return timeline.facts().all().stream()
                .map(SeminarFact::factId)
                .filter(id -> id.value().startsWith(promoted) && id.value().indexOf('.', promoted.length()) < 0)
                .toList();
    }

    private Seats seats() {
        return enrollments.seats(SeminarLife.of(timeline.facts()));
    }

    private EnrollmentAccepted accepted(EnrollmentFact waiting, FactId id, @Nullable HistoricalDate on) {
        boolean tooEarly = on != null
                && timeline.facts()
                        .about(waiting.subject(), EnrollmentFact.class)
                        .anyMatch(step -> step.on() != null && on.certainlyBefore(step.on()));
        return new EnrollmentAccepted(waiting.seminarId(), id, waiting.enrollmentId(), tooEarly ? null : on);
    }

    private FactId freeId(FactId cause) {
        int i = 0;
        while (timeline.facts().get(id(cause, i)) != null) {
            i++;
        }
        return id(cause, i);
    }

    private static FactId id(FactId cause, int number) {
        return cause.and(number == 0 ? PROMOTED : PROMOTED + Letters.of(number - 1));
    }
}
