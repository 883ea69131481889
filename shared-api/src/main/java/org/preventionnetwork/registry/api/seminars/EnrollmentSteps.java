package org.preventionnetwork.registry.api.seminars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.officials.OfficialId;
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
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * One official's way through one seminar, put together from its facts: nominated, waitlisted, accepted, confirmed,
 * attended, an outcome. Steps may be missing; each later one is further along, so where the official stands is the
 * furthest step. On a day it is the furthest that is possible by then; a step without a date counts as taken as soon as
 * every dated step before it on the way is possible, and makes nothing uncertain.
 */
public final class EnrollmentSteps {
    private static final Set<EnrollmentStatus> SEATED = EnumSet.of(
            EnrollmentStatus.ACCEPTED,
            EnrollmentStatus.CONFIRMED,
            EnrollmentStatus.ATTENDED,
            EnrollmentStatus.COMPLETED,
            EnrollmentStatus.NOT_COMPLETED);
    private static final Set<EnrollmentStatus> PRESENT =
            EnumSet.of(EnrollmentStatus.ATTENDED, EnrollmentStatus.COMPLETED, EnrollmentStatus.NOT_COMPLETED);
    private static final int OUTCOME = 5;

    private final List<Known<EnrollmentFact>> recorded;
    private final List<Known<EnrollmentFact>> openings;
    private @Nullable List<Known<EnrollmentFact>> ordered;

    private EnrollmentSteps(List<Known<EnrollmentFact>> recorded) {
        this.recorded = recorded;
        this.openings = recorded.stream().filter(step -> isOpening(step.fact())).toList();
    }

    /** The enrolment of this id; nothing where no fact is about it. */
    public static Optional<EnrollmentSteps> of(FactHistory<?> facts, String enrollmentId) {
        List<Known<EnrollmentFact>> recorded =
                facts.knownAbout(enrollmentId, EnrollmentFact.class).toList();
        return recorded.isEmpty() ? Optional.empty() : Optional.of(new EnrollmentSteps(recorded));
    }

    public EnrollmentId id() {
        return recorded.get(0).fact().enrollmentId();
    }

    /** In the order of recording. */
    public List<EnrollmentFact> facts() {
        return recorded.stream().map(Known::fact).toList();
    }

    /** What is certainly earlier first, then by the order of recording. */
    public List<Known<EnrollmentFact>> ordered() {
        if (ordered == null) {
            ordered = EffectiveOrder.of(recorded, step -> step.fact().on());
        }
        return ordered;
    }

    /** What it began with, nominations or outcomes told without one; exactly one unless something is wrong. */
    public List<EnrollmentFact> openings() {
        return openings.stream().map(Known::fact).toList();
    }

    public Optional<EnrollmentFact> opening() {
        return openedBy().map(Known::fact);
    }

    /** What it began with, and how that is known. */
    public Optional<Known<EnrollmentFact>> openedBy() {
        return openings.stream().findFirst();
    }

    public Optional<OfficialId> official() {
        return opening().map(EnrollmentSteps::official);
    }

    public Optional<EnrollmentFact> step(EnrollmentStatus status) {
        return recorded.stream()
                .map(Known::fact)
                .filter(fact -> status(fact) == status)
                .findFirst();
    }

    /** The furthest step of all, whatever the day; of equally far ones the first recorded. */
    public EnrollmentFact latest() {
        EnrollmentFact latest = recorded.get(0).fact();
        for (Known<EnrollmentFact> step : recorded) {
            if (rank(status(step.fact())) > rank(status(latest))) {
                latest = step.fact();
            }
        }
        return latest;
    }

    public EnrollmentStatus status() {
        return status(latest());
    }

    /** Where the official stands on a day, or null before the first step. */
    public @Nullable Known<EnrollmentFact> on(LocalDate day) {
        return furthest(day, step -> true);
    }

    /** The same without presence that is told without a date: as it is while the seminar has not begun. */
    public @Nullable Known<EnrollmentFact> beforeTheSeminar(LocalDate day) {
        return furthest(day, step -> step.on() != null || !tellsOfPresence(status(step)));
    }

    /** Whether the step was certainly taken by the day, and certainly nothing further. */
    public boolean isCertain(Known<EnrollmentFact> now, LocalDate day) {
        HistoricalDate on = now.fact().on();
        return (on == null || !on.certainFrom().isAfter(day))
                && ordered().stream()
                        .map(Known::fact)
                        .filter(step -> rank(step) >= rank(now.fact()) && !isPossible(step, day))
                        .allMatch(step ->
                                step.on() == null || day.isBefore(step.on().certainUntil()));
    }

    /** Adds the days on which an answer can change. */
    public void bound(Piecewise days) {
        ordered().forEach(step -> days.bound(step.fact().on()));
    }

    /** The positions of the events that it follows from. */
    public List<Long> behind() {
        List<Long> behind = new ArrayList<>();
        recorded.forEach(step -> behind.addAll(step.known().behind()));
        return behind;
    }

    private @Nullable Known<EnrollmentFact> furthest(LocalDate day, Predicate<EnrollmentFact> counted) {
        Known<EnrollmentFact> furthest = null;
        for (Known<EnrollmentFact> step : ordered()) {
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
                : ordered().stream()
                        .map(Known::fact)
                        .filter(earlier -> rank(earlier) < rank(step))
                        .allMatch(earlier ->
                                earlier.on() == null || !earlier.on().earliest().isAfter(day));
    }

    /** Whether an enrolment can begin with it. */
    public static boolean isOpening(EnrollmentFact fact) {
        return fact instanceof OfficialNominated || fact instanceof EnrollmentRecorded;
    }

    /** @param opening one that {@link #isOpening} */
    public static OfficialId official(EnrollmentFact opening) {
        return opening instanceof OfficialNominated nominated
                ? nominated.official()
                : ((EnrollmentRecorded) opening).official();
    }

    /** @param opening one that {@link #isOpening} */
    public static @Nullable Nominator nominatedBy(EnrollmentFact opening) {
        return opening instanceof OfficialNominated nominated
                ? nominated.nominatedBy()
                : ((EnrollmentRecorded) opening).nominatedBy();
    }

    public static @Nullable String certificate(EnrollmentFact step) {
        return step instanceof EnrollmentCompleted completed
                ? completed.certificate()
                : step instanceof EnrollmentRecorded recorded ? recorded.certificate() : null;
    }

    public static EnrollmentStatus status(EnrollmentFact fact) {
        EnrollmentStatus status = fact instanceof EnrollmentRecorded recorded
                ? recorded.status()
                : EnrollmentStatus.reachedBy(fact.getClass());
        if (status == null) {
            throw new IllegalStateException(fact.getClass() + " is no step of an enrolment");
        }
        return status;
    }

    /** How far along the way a step is; all outcomes are equally far. */
    public static int rank(EnrollmentStatus status) {
        return switch (status) {
            case NOMINATED -> 0;
            case WAITLISTED -> 1;
            case ACCEPTED -> 2;
            case CONFIRMED -> 3;
            case ATTENDED -> 4;
            case DECLINED, WITHDRAWN, COMPLETED, NOT_COMPLETED, CANCELLED -> OUTCOME;
        };
    }

    public static boolean isOutcome(EnrollmentStatus status) {
        return rank(status) == OUTCOME;
    }

    public static boolean takesSeat(EnrollmentStatus status) {
        return SEATED.contains(status);
    }

    /** Whether it says that the official was there, from beginning to end or not. */
    public static boolean tellsOfPresence(EnrollmentStatus status) {
        return PRESENT.contains(status);
    }

    /** The fact that an enrolment that is known already came this far; a nomination is no further step. */
    public static EnrollmentFact to(
            EnrollmentStatus status,
            SeminarId seminar,
            FactId factId,
            EnrollmentId id,
            @Nullable HistoricalDate on,
            @Nullable String certificate) {
        return switch (status) {
            case NOMINATED -> throw new IllegalArgumentException("an enrolment begins with its nomination");
            case WAITLISTED -> new EnrollmentWaitlisted(seminar, factId, id, on);
            case ACCEPTED -> new EnrollmentAccepted(seminar, factId, id, on);
            case CONFIRMED -> new EnrollmentConfirmed(seminar, factId, id, on);
            case ATTENDED -> new AttendanceRecorded(seminar, factId, id, on);
            case DECLINED -> new EnrollmentDeclined(seminar, factId, id, on);
            case WITHDRAWN -> new EnrollmentWithdrawn(seminar, factId, id, on);
            case COMPLETED -> new EnrollmentCompleted(seminar, factId, id, on, certificate);
            case NOT_COMPLETED -> new EnrollmentNotCompleted(seminar, factId, id, on);
            case CANCELLED -> new EnrollmentCancelled(seminar, factId, id, on);
        };
    }

    private static int rank(EnrollmentFact fact) {
        return rank(status(fact));
    }
}
