package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.Mode;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CurriculumSet;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentClosed;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.EnrollmentOpened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRelocated;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.projection.KnownFact;
import org.preventionnetwork.registry.query.projection.KnownFacts.Known;
import org.preventionnetwork.registry.query.projection.Piecewise;
import org.preventionnetwork.registry.query.projection.Segment.Held;
import org.preventionnetwork.registry.query.projection.Succession;
import org.preventionnetwork.registry.query.seminars.SeminarModel.Seminar;
import org.preventionnetwork.registry.query.seminars.SeminarModel.Standing;

/**
 * What the facts about a seminar say for each day. What the scheduling says comes first, whatever day the seminar starts
 * on. Whether it has begun goes by the dates that hold in the end: it took place once.
 *
 * @param own the facts that the seminar's row is made of, in the order of recording
 * @param startsOn,endsOn the dates that hold in the end
 */
record SeminarLife(
        Known<SeminarScheduled> scheduled,
        List<KnownFact> own,
        Succession<Dates> dates,
        Succession<Place> places,
        Succession<Capacity> capacities,
        Succession<Themes> curricula,
        Succession<Enrolling> enrolling,
        HistoricalDate startsOn,
        @Nullable HistoricalDate endsOn,
        @Nullable SeminarCancelled cancelled,
        boolean tookPlace,
        boolean concluded) {

    record Dates(HistoricalDate startsOn, @Nullable HistoricalDate endsOn, @Nullable HistoricalDate on) {}

    record Place(
            @Nullable Mode mode,
            @Nullable String city,
            @Nullable StateCode state,
            @Nullable String venue,
            @Nullable HistoricalDate on) {}

    record Capacity(@Nullable Integer seats, @Nullable HistoricalDate on) {}

    record Themes(List<String> themes, @Nullable HistoricalDate on) {}

    record Enrolling(boolean open, @Nullable HistoricalDate on) {}

    static SeminarLife of(Known<SeminarScheduled> scheduled, List<KnownFact> own) {
        SeminarScheduled first = scheduled.fact();
        List<Dates> dates = new ArrayList<>(List.of(new Dates(first.startsOn(), first.endsOn(), null)));
        all(own, SeminarRescheduled.class)
                .forEach(moved -> dates.add(new Dates(moved.startsOn(), moved.endsOn(), moved.on())));
        List<Place> places =
                new ArrayList<>(List.of(new Place(first.mode(), first.city(), first.state(), first.venue(), null)));
        all(own, SeminarRelocated.class)
                .forEach(moved ->
                        places.add(new Place(moved.mode(), moved.city(), moved.state(), moved.venue(), moved.on())));
        List<Capacity> capacities = new ArrayList<>(List.of(new Capacity(first.capacity(), null)));
        all(own, CapacityChanged.class)
                .forEach(changed -> capacities.add(new Capacity(changed.capacity(), changed.on())));
        List<Themes> curricula = new ArrayList<>(List.of(new Themes(first.themes(), null)));
        all(own, CurriculumSet.class).forEach(set -> curricula.add(new Themes(set.themes(), set.on())));
        List<Enrolling> enrolling = own.stream()
                .map(KnownFact::fact)
                .filter(fact -> fact instanceof EnrollmentOpened || fact instanceof EnrollmentClosed)
                .map(fact -> new Enrolling(fact instanceof EnrollmentOpened, fact.effectiveOn()))
                .toList();
        Succession<Dates> successiveDates = new Succession<>(dates, Dates::on);
        Dates last = Objects.requireNonNull(successiveDates.last());
        boolean concluded = all(own, SeminarConcluded.class).findAny().isPresent();
        return new SeminarLife(
                scheduled,
                own,
                successiveDates,
                new Succession<>(places, Place::on),
                new Succession<>(capacities, Capacity::on),
                new Succession<>(curricula, Themes::on),
                new Succession<>(enrolling, Enrolling::on),
                last.startsOn(),
                last.endsOn(),
                all(own, SeminarCancelled.class).findFirst().orElse(null),
                concluded || all(own, SeminarConvened.class).findAny().isPresent(),
                concluded);
    }

    private static <T extends Fact> Stream<T> all(List<KnownFact> own, Class<T> type) {
        return own.stream().map(KnownFact::fact).filter(type::isInstance).map(type::cast);
    }

    void bound(Piecewise days) {
        dates.bound(days);
        places.bound(days);
        capacities.bound(days);
        curricula.bound(days);
        enrolling.bound(days);
        days.bound(startsOn).bound(cancelled == null ? null : cancelled.on());
        if (endsOn != null && endsOn.latest().isBefore(HistoricalDate.END_OF_TIME)) {
            days.bound(endsOn.latest().plusDays(1));
        }
    }

    /** The scheduling has no date in any succession, so there is an answer for every day. */
    Held<Seminar> on(LocalDate day) {
        Succession.At<Dates> planned = Objects.requireNonNull(dates.at(day));
        Succession.At<Place> place = Objects.requireNonNull(places.at(day));
        Succession.At<Capacity> capacity = Objects.requireNonNull(capacities.at(day));
        Succession.At<Themes> curriculum = Objects.requireNonNull(curricula.at(day));
        Succession.At<Enrolling> open = enrolling.at(day);
        Standing standing = standing(day);
        Seminar seminar = new Seminar(
                scheduled.fact(),
                place.value().mode() == null ? null : place.value().mode().name(),
                planned.value().startsOn(),
                planned.value().endsOn(),
                place.value().city(),
                place.value().state(),
                place.value().venue(),
                capacity.value().seats(),
                curriculum.value().themes(),
                coOrganisers(),
                open == null ? null : open.value().open(),
                standing,
                scheduled.known().source());
        boolean certain = standing.certain()
                && planned.certain()
                && place.certain()
                && capacity.certain()
                && curriculum.certain()
                && (open == null || open.certain());
        return new Held<>(seminar, certain, behind());
    }

    private Standing standing(LocalDate day) {
        boolean begun = !startsOn.earliest().isAfter(day);
        if (cancelled != null) {
            HistoricalDate on = cancelled.on();
            boolean gone = on == null || !on.earliest().isAfter(day);
            return new Standing(gone ? "CANCELLED" : "PLANNED", begun, false, false, on == null || isSettled(on, day));
        }
        if (!tookPlace) {
            return new Standing("PLANNED", begun, false, false, true);
        }
        boolean certain = isSettled(startsOn, day);
        if (!begun) {
            return new Standing("PLANNED", false, false, false, certain);
        }
        boolean inSession = !concluded && endsOn != null && !endsOn.latest().isBefore(day);
        return new Standing(inSession ? "CONVENED" : "HELD", true, true, certain, certain);
    }

    /** Whether the day is certainly before the date or certainly not. */
    private static boolean isSettled(HistoricalDate date, LocalDate day) {
        return day.isBefore(date.certainUntil()) || !day.isBefore(date.certainFrom());
    }

    private List<String> coOrganisers() {
        List<String> organisers = new ArrayList<>(scheduled.fact().coOrganisers());
        for (KnownFact known : own) {
            if (known.fact() instanceof CoOrganiserAdded added && !organisers.contains(added.organiser())) {
                organisers.add(added.organiser());
            } else if (known.fact() instanceof CoOrganiserRemoved removed) {
                organisers.removeAll(Set.of(removed.organiser()));
            }
        }
        return List.copyOf(organisers);
    }

    private List<Long> behind() {
        return own.stream().flatMap(known -> known.behind().stream()).toList();
    }
}
