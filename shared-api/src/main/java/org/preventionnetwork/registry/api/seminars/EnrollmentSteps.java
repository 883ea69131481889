package org.preventionnetwork.registry.api.seminars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.history.EffectiveOrder;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
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
 * furthest step. On a day it is the furthest that is possible by then, no sooner than every dated step before it on the
 * way; a step without a date counts as taken from then on, and makes nothing uncertain unless it is an end: who left,
 * nobody knows when, may still have been there on any day since.
 *
 * <p>Who withdrew or was declined can come back: an enrolment is one or several {@link Spell spells}, and where the
 * official stands is where the last of them stands that has begun. Who completed, or did not, cannot.
 *
 * <p>Of two steps that are equally far, which the rules refuse but for what was wrong before, the one that is later in
 * the {@link EffectiveOrder effective order} is where the official stands: with a day or without, so that what is decided
 * and what is answered are the same.
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
    private static final Set<EnrollmentStatus> BEGINNING =
            EnumSet.of(EnrollmentStatus.NOMINATED, EnrollmentStatus.WAITLISTED, EnrollmentStatus.ACCEPTED);
    private static final Set<EnrollmentStatus> ENDING =
            EnumSet.of(EnrollmentStatus.DECLINED, EnrollmentStatus.WITHDRAWN);
    private static final int OUTCOME = 5;

    private final List<Known<EnrollmentFact>> recorded;
    private final List<Known<EnrollmentFact>> openings;
    private final List<Spell> spells = new ArrayList<>();

    private EnrollmentSteps(List<Known<EnrollmentFact>> recorded) {
        this.recorded = recorded;
        this.openings = recorded.stream().filter(step -> isOpening(step.fact())).toList();
        EnrollmentSpells.of(recorded).forEach(steps -> spells.add(new Spell(steps, spells.size())));
    }

    /** The enrolment of this id; nothing where no fact is about it. */
    public static Optional<EnrollmentSteps> of(FactHistory<?> facts, String enrollmentId) {
        List<Known<EnrollmentFact>> recorded =
                facts.knownAbout(enrollmentId, EnrollmentFact.class).toList();
        return recorded.isEmpty() ? Optional.empty() : Optional.of(new EnrollmentSteps(recorded));
    }

    /** How the enrolment would read with this told too, last of all. */
    public EnrollmentSteps with(EnrollmentFact told) {
        long last =
                recorded.stream().mapToLong(step -> step.known().order()).max().orElse(0);
        List<Known<EnrollmentFact>> all = new ArrayList<>(recorded);
        all.add(new Known<>(told, new KnownFact(told, last + 1, List.of(), null)));
        return new EnrollmentSteps(List.copyOf(all));
    }

    public EnrollmentId id() {
        return recorded.get(0).fact().enrollmentId();
    }

    /** In the order of recording. */
    public List<EnrollmentFact> facts() {
        return recorded.stream().map(Known::fact).toList();
    }

    /** At least one, in the order in which they were. */
    public List<Spell> spells() {
        return List.copyOf(spells);
    }

    /** The last. */
    public Spell spell() {
        return spells.get(spells.size() - 1);
    }

    /** The one that a fact of this enrolment belongs to. */
    public Spell spellOf(EnrollmentFact fact) {
        return spells.stream()
                .filter(spell -> spell.facts().stream().anyMatch(one -> one == fact))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + fact.factId() + "' is of another enrolment"));
    }

    /** What it began with, nominations or outcomes told without one; exactly one in each spell where all is known. */
    public List<EnrollmentFact> openings() {
        return openings.stream().map(Known::fact).toList();
    }

    /** What the whole enrolment began with. */
    public Optional<EnrollmentFact> opening() {
        return openedBy().map(Known::fact);
    }

    /** What the whole enrolment began with, and how that is known. */
    public Optional<Known<EnrollmentFact>> openedBy() {
        return openings.stream().findFirst();
    }

    /** What a spell began with; of one that began with an acceptance or a waiting place, what the one before began with. */
    public Optional<Known<EnrollmentFact>> openedBy(Spell spell) {
        for (int i = spell.number(); i >= 0; i--) {
            Optional<Known<EnrollmentFact>> opening = spells.get(i).steps.stream()
                    .filter(step -> isOpening(step.fact()))
                    .findFirst();
            if (opening.isPresent()) {
                return opening;
            }
        }
        return openedBy();
    }

    public Optional<OfficialId> official() {
        return opening().map(EnrollmentSteps::official);
    }

    /** The furthest step of the last spell, whatever the day. */
    public EnrollmentFact latest() {
        Known<EnrollmentFact> latest = spell().furthest(step -> true);
        return latest == null ? recorded.get(0).fact() : latest.fact();
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

    private @Nullable Known<EnrollmentFact> furthest(LocalDate day, Predicate<EnrollmentFact> counted) {
        for (int i = spells.size() - 1; i >= 0; i--) {
            Spell spell = spells.get(i);
            Known<EnrollmentFact> furthest = spell.furthest(step -> counted.test(step) && spell.hasTaken(step, day));
            if (furthest != null && (i == 0 || spell.hasBegun(day))) {
                return furthest;
            }
        }
        return null;
    }

    /** Whether the step was certainly taken by the day, and certainly nothing further, and nobody came back. */
    public boolean isCertain(Known<EnrollmentFact> now, LocalDate day) {
        Spell spell = spellOf(now.fact());
        HistoricalDate on = now.fact().on();
        boolean taken = on != null
                ? !on.certainFrom().isAfter(day)
                : (spell.number() == 0 || spell.hasCertainlyBegun(day))
                        && !(endsSpell(status(now.fact()))
                                && spell.datedBefore(now.fact()).findAny().isPresent());
        return taken
                && spell.ordered().stream()
                        .map(Known::fact)
                        .filter(step -> rank(step) >= rank(now.fact()) && !spell.hasTaken(step, day))
                        .allMatch(step -> isCertainlyAhead(step, day)
                                || spell.datedBefore(step).anyMatch(earlier -> isCertainlyAhead(earlier, day)))
                && spells.subList(spell.number() + 1, spells.size()).stream()
                        .flatMap(later -> later.beginnings().stream())
                        .allMatch(step -> isCertainlyAhead(step, day));
    }

    /** The first day by which some dated step of the enrolment was certainly taken, whichever; null where none is. */
    public @Nullable LocalDate certainlyEnrolledFrom() {
        return recorded.stream()
                .map(step -> step.fact().on())
                .filter(Objects::nonNull)
                .map(HistoricalDate::certainFrom)
                .filter(day -> day.isBefore(HistoricalDate.END_OF_TIME))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static boolean isCertainlyAhead(EnrollmentFact step, LocalDate day) {
        HistoricalDate on = step.on();
        return on == null || day.isBefore(on.certainUntil());
    }

    /** Adds the days on which an answer can change. */
    public void bound(Piecewise days) {
        recorded.forEach(step -> days.bound(step.fact().on()));
    }

    /** The positions of the events that it follows from. */
    public List<Long> behind() {
        List<Long> behind = new ArrayList<>();
        recorded.forEach(step -> behind.addAll(step.known().behind()));
        return behind;
    }

    /** One time of taking part: until the official leaves, completes, or does not. */
    public static final class Spell {
        private final List<Known<EnrollmentFact>> steps;
        private final int number;
        private @Nullable List<Known<EnrollmentFact>> ordered;

        private Spell(List<Known<EnrollmentFact>> steps, int number) {
            this.steps = List.copyOf(steps);
            this.number = number;
        }

        /** From 0. */
        public int number() {
            return number;
        }

        /** In the order of recording. */
        public List<EnrollmentFact> facts() {
            return steps.stream().map(Known::fact).toList();
        }

        /** What is certainly earlier first, then by the order of recording. */
        public List<Known<EnrollmentFact>> ordered() {
            if (ordered == null) {
                ordered = EffectiveOrder.of(steps, step -> step.fact().on());
            }
            return ordered;
        }

        /** Nominations, or outcomes told without one; at most one unless something is wrong. */
        public List<EnrollmentFact> openings() {
            return facts().stream().filter(EnrollmentSteps::isOpening).toList();
        }

        /** All with which somebody comes back. */
        public List<EnrollmentFact> beginnings() {
            return facts().stream().filter(fact -> beginsSpell(status(fact))).toList();
        }

        public Optional<EnrollmentFact> step(EnrollmentStatus status) {
            return facts().stream().filter(fact -> status(fact) == status).findFirst();
        }

        private @Nullable Known<EnrollmentFact> furthest(Predicate<EnrollmentFact> counted) {
            Known<EnrollmentFact> furthest = null;
            for (Known<EnrollmentFact> step : ordered()) {
                if (counted.test(step.fact()) && (furthest == null || rank(step.fact()) >= rank(furthest.fact()))) {
                    furthest = step;
                }
            }
            return furthest;
        }

        private boolean hasTaken(EnrollmentFact step, LocalDate day) {
            return isPossible(step.on(), day) && datedBefore(step).allMatch(earlier -> isPossible(earlier.on(), day));
        }

        private Stream<EnrollmentFact> datedBefore(EnrollmentFact step) {
            return facts().stream().filter(earlier -> earlier.on() != null && rank(earlier) < rank(step));
        }

        private boolean hasBegun(LocalDate day) {
            return beginnings().stream().anyMatch(step -> step.on() != null && isPossible(step.on(), day));
        }

        private boolean hasCertainlyBegun(LocalDate day) {
            return beginnings().stream()
                    .anyMatch(step ->
                            step.on() != null && !step.on().certainFrom().isAfter(day));
        }

        private static boolean isPossible(@Nullable HistoricalDate on, LocalDate day) {
            return on == null || !on.earliest().isAfter(day);
        }
    }

    /** Whether somebody who left comes back with it. */
    public static boolean beginsSpell(EnrollmentStatus status) {
        return BEGINNING.contains(status);
    }

    /** Whether who stands there has left, and can come back. */
    public static boolean endsSpell(EnrollmentStatus status) {
        return ENDING.contains(status);
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
