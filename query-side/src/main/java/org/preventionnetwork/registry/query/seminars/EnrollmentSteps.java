package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.AttendanceRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentAccepted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCancelled;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentConfirmed;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentDeclined;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentNotCompleted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentRecorded;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWaitlisted;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.EnrollmentWithdrawn;
import org.preventionnetwork.registry.api.seminars.EnrollmentFact.OfficialNominated;
import org.preventionnetwork.registry.api.seminars.EnrollmentStatus;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.KnownFacts.Known;
import org.preventionnetwork.registry.query.projection.Piecewise;
import org.preventionnetwork.registry.query.projection.Segment.Held;
import org.preventionnetwork.registry.query.projection.Succession;
import org.preventionnetwork.registry.query.seminars.EnrollmentModel.Enrolled;
import org.preventionnetwork.registry.query.seminars.EnrollmentModel.Standing;

/**
 * The steps of one enrolment. Where the official stands on a day is the furthest step that is possible by then. A step
 * without a date counts as taken as soon as every dated step before it on the way is possible; it makes nothing
 * uncertain.
 *
 * @param steps what is certainly earlier first, then by the order of recording
 * @param opening the nomination, or the outcome that the enrolment is known by; null when there is none
 */
record EnrollmentSteps(List<Known<EnrollmentFact>> steps, @Nullable Known<EnrollmentFact> opening, List<Long> behind) {
    private static final Map<Class<? extends EnrollmentFact>, EnrollmentStatus> STATUS = Map.of(
            OfficialNominated.class, EnrollmentStatus.NOMINATED,
            EnrollmentWaitlisted.class, EnrollmentStatus.WAITLISTED,
            EnrollmentAccepted.class, EnrollmentStatus.ACCEPTED,
            EnrollmentConfirmed.class, EnrollmentStatus.CONFIRMED,
            AttendanceRecorded.class, EnrollmentStatus.ATTENDED,
            EnrollmentDeclined.class, EnrollmentStatus.DECLINED,
            EnrollmentWithdrawn.class, EnrollmentStatus.WITHDRAWN,
            EnrollmentNotCompleted.class, EnrollmentStatus.NOT_COMPLETED,
            EnrollmentCompleted.class, EnrollmentStatus.COMPLETED,
            EnrollmentCancelled.class, EnrollmentStatus.CANCELLED);

    /** @param known in the order of recording */
    static EnrollmentSteps of(Stream<Known<EnrollmentFact>> known) {
        List<Known<EnrollmentFact>> recorded = known.toList();
        Optional<Known<EnrollmentFact>> opening = recorded.stream()
                .filter(step -> step.fact() instanceof OfficialNominated || step.fact() instanceof EnrollmentRecorded)
                .findFirst();
        return new EnrollmentSteps(
                Succession.order(recorded, step -> step.fact().on()),
                opening.orElse(null),
                recorded.stream()
                        .flatMap(step -> step.known().behind().stream())
                        .toList());
    }

    void bound(Piecewise days) {
        steps.forEach(step -> days.bound(step.fact().on()));
    }

    @Nullable
    Held<Enrolled> on(LocalDate day) {
        Known<EnrollmentFact> now = furthest(day, step -> true);
        if (opening == null || now == null) {
            return null;
        }
        Known<EnrollmentFact> before = furthest(day, step -> step.on() != null || !tellsOfPresence(status(step)));
        EnrollmentFact first = opening.fact();
        Enrolled enrolled = new Enrolled(
                first.enrollmentId().value(),
                first instanceof OfficialNominated nominated
                        ? nominated.official().value()
                        : ((EnrollmentRecorded) first).official().value(),
                nominatedBy(first),
                standing(now),
                before == null ? null : standing(before),
                opening.known().order(),
                steps.stream().map(step -> told(step.fact())).toList(),
                first.factId().value());
        return new Held<>(enrolled, isCertain(now, day), behind);
    }

    private @Nullable Known<EnrollmentFact> furthest(LocalDate day, Predicate<EnrollmentFact> counted) {
        Known<EnrollmentFact> furthest = null;
        for (Known<EnrollmentFact> step : steps) {
            if (counted.test(step.fact())
                    && isPossible(step.fact(), day)
                    && (furthest == null || rank(step.fact()) >= rank(furthest.fact()))) {
                furthest = step;
            }
        }
        return furthest;
    }

    private boolean isPossible(EnrollmentFact step, LocalDate day) {
        HistoricalDate on = step.on();
        return on != null
                ? !on.earliest().isAfter(day)
                : steps.stream()
                        .map(Known::fact)
                        .filter(earlier -> rank(earlier) < rank(step))
                        .allMatch(earlier ->
                                earlier.on() == null || !earlier.on().earliest().isAfter(day));
    }

    /** Certainly taken, and certainly nothing further yet. */
    private boolean isCertain(Known<EnrollmentFact> now, LocalDate day) {
        HistoricalDate on = now.fact().on();
        return (on == null || !on.certainFrom().isAfter(day))
                && steps.stream()
                        .map(Known::fact)
                        .filter(step -> rank(step) >= rank(now.fact()) && !isPossible(step, day))
                        .allMatch(step ->
                                step.on() == null || day.isBefore(step.on().certainUntil()));
    }

    private static String told(EnrollmentFact step) {
        return step.on() == null ? status(step).name() : status(step).name() + " " + step.on();
    }

    private static Standing standing(Known<EnrollmentFact> step) {
        HistoricalDate on = step.fact().on();
        return new Standing(
                status(step.fact()).name(),
                on == null ? null : on.toString(),
                step.known().order(),
                certificate(step.fact()),
                step.known().source());
    }

    private static @Nullable String nominatedBy(EnrollmentFact opening) {
        var nominator = opening instanceof OfficialNominated nominated
                ? nominated.nominatedBy()
                : ((EnrollmentRecorded) opening).nominatedBy();
        return nominator == null ? null : nominator.value();
    }

    private static @Nullable String certificate(EnrollmentFact step) {
        return step instanceof EnrollmentCompleted completed
                ? completed.certificate()
                : step instanceof EnrollmentRecorded recorded ? recorded.certificate() : null;
    }

    static EnrollmentStatus status(EnrollmentFact fact) {
        EnrollmentStatus status =
                fact instanceof EnrollmentRecorded recorded ? recorded.status() : STATUS.get(fact.getClass());
        if (status == null) {
            throw new IllegalStateException(fact.getClass() + " is no step of an enrolment");
        }
        return status;
    }

    private static boolean tellsOfPresence(EnrollmentStatus status) {
        return status == EnrollmentStatus.ATTENDED
                || status == EnrollmentStatus.COMPLETED
                || status == EnrollmentStatus.NOT_COMPLETED;
    }

    private static int rank(EnrollmentFact fact) {
        return switch (status(fact)) {
            case NOMINATED -> 0;
            case WAITLISTED -> 1;
            case ACCEPTED -> 2;
            case CONFIRMED -> 3;
            case ATTENDED -> 4;
            case DECLINED, WITHDRAWN, COMPLETED, NOT_COMPLETED, CANCELLED -> 5;
        };
    }
}
