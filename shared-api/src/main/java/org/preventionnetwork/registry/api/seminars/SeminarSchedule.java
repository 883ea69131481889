package org.preventionnetwork.registry.api.seminars;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.officials.OfficialId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CurriculumSet;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentClosed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentOpened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorAssigned;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.InstructorReleased;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRelocated;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * What a seminar's facts say one after another, each superseding the one before: when and where it is to be, how many
 * seats there are, what is taught, whether enrolment is open. What the scheduling says comes first, whatever day the
 * seminar starts on.
 *
 * @param <V> what each of the facts says
 */
public final class SeminarSchedule<V> {
    public record Dates(HistoricalDate startsOn, @Nullable HistoricalDate endsOn) {}

    public record Place(
            @Nullable Mode mode, @Nullable String city, @Nullable StateCode state, @Nullable String venue) {}

    /** @param seats null means unlimited */
    public record Capacity(@Nullable Integer seats) {}

    public record Themes(List<String> themes) {}

    /**
     * @param by the fact that says it
     * @param on from when; null of the scheduling, and where no date is known
     */
    public record Said<V>(V value, SeminarFact by, @Nullable HistoricalDate on) {}

    public static final SeminarSchedule<Dates> DATES =
            new SeminarSchedule<>(fact -> fact instanceof SeminarScheduled scheduled
                    ? new Dates(scheduled.startsOn(), scheduled.endsOn())
                    : fact instanceof SeminarRescheduled moved ? new Dates(moved.startsOn(), moved.endsOn()) : null);

    public static final SeminarSchedule<Place> PLACE =
            new SeminarSchedule<>(fact -> fact instanceof SeminarScheduled scheduled
                    ? new Place(scheduled.mode(), scheduled.city(), scheduled.state(), scheduled.venue())
                    : fact instanceof SeminarRelocated moved
                            ? new Place(moved.mode(), moved.city(), moved.state(), moved.venue())
                            : null);

    public static final SeminarSchedule<Capacity> CAPACITY =
            new SeminarSchedule<>(fact -> fact instanceof SeminarScheduled scheduled
                    ? new Capacity(scheduled.capacity())
                    : fact instanceof CapacityChanged changed ? new Capacity(changed.capacity()) : null);

    public static final SeminarSchedule<Themes> CURRICULUM =
            new SeminarSchedule<>(fact -> fact instanceof SeminarScheduled scheduled
                    ? new Themes(scheduled.themes())
                    : fact instanceof CurriculumSet set ? new Themes(set.themes()) : null);

    public static final SeminarSchedule<Boolean> ENROLLMENT_OPEN = new SeminarSchedule<>(fact ->
            fact instanceof EnrollmentOpened ? Boolean.TRUE : fact instanceof EnrollmentClosed ? Boolean.FALSE : null);

    private final Function<SeminarFact, @Nullable V> says;

    private SeminarSchedule(Function<SeminarFact, @Nullable V> says) {
        this.says = says;
    }

    /** Whether an organiser is one of the seminar's. */
    public static SeminarSchedule<Boolean> ofCoOrganiser(String organiser) {
        return new SeminarSchedule<>(fact -> {
            if (fact instanceof SeminarScheduled scheduled) {
                return scheduled.coOrganisers().contains(organiser) ? Boolean.TRUE : null;
            }
            if (fact instanceof CoOrganiserAdded added) {
                return added.organiser().equals(organiser) ? Boolean.TRUE : null;
            }
            return fact instanceof CoOrganiserRemoved removed
                            && removed.organiser().equals(organiser)
                    ? Boolean.FALSE
                    : null;
        });
    }

    /** Whether an instructor is assigned. */
    public static SeminarSchedule<Boolean> ofInstructor(OfficialId official) {
        return new SeminarSchedule<>(fact -> {
            if (fact instanceof InstructorAssigned assigned) {
                return assigned.official().equals(official) ? Boolean.TRUE : null;
            }
            return fact instanceof InstructorReleased released
                            && released.official().equals(official)
                    ? Boolean.FALSE
                    : null;
        });
    }

    /** What is said, in the order in which it holds. */
    public Succession<Said<V>> in(FactHistory<?> facts) {
        return new Succession<>(said(facts), Said::on);
    }

    /** The word that holds in the end. */
    public Optional<Said<V>> inForce(FactHistory<?> facts) {
        return Optional.ofNullable(in(facts).last());
    }

    /** The fact that says already what holds where the wanted fact would come. */
    public Optional<SeminarFact> alreadyTold(FactHistory<?> facts, SeminarFact wanted) {
        List<Said<V>> said = said(facts);
        Said<V> told = said(wanted).orElseThrow();
        said.add(told);
        List<Said<V>> ordered = new Succession<>(said, Said::on).ordered();
        int place = ordered.indexOf(told);
        return place == 0
                ? Optional.empty()
                : Optional.of(ordered.get(place - 1))
                        .filter(before -> before.value().equals(told.value()))
                        .map(Said::by);
    }

    private List<Said<V>> said(FactHistory<?> facts) {
        List<Said<V>> said = new ArrayList<>();
        facts.about("", SeminarFact.class).forEach(fact -> said(fact).ifPresent(said::add));
        return said;
    }

    private Optional<Said<V>> said(SeminarFact fact) {
        V value = says.apply(fact);
        return value == null
                ? Optional.empty()
                : Optional.of(new Said<>(value, fact, fact instanceof SeminarScheduled ? null : fact.effectiveOn()));
    }
}
