package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.history.Known;
import org.preventionnetwork.registry.api.history.KnownFact;
import org.preventionnetwork.registry.api.history.Piecewise;
import org.preventionnetwork.registry.api.history.Segment.Held;
import org.preventionnetwork.registry.api.history.Succession;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserAdded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CoOrganiserRemoved;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Capacity;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Dates;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Place;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Said;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Themes;
import org.preventionnetwork.registry.api.time.HistoricalDate;
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
        Succession<Said<Dates>> dates,
        Succession<Said<Place>> places,
        Succession<Said<Capacity>> capacities,
        Succession<Said<Themes>> curricula,
        Succession<Said<Boolean>> enrolling,
        HistoricalDate startsOn,
        @Nullable HistoricalDate endsOn,
        @Nullable SeminarCancelled cancelled,
        boolean tookPlace,
        @Nullable SeminarConcluded conclusion) {

    static SeminarLife of(Known<SeminarScheduled> scheduled, List<KnownFact> own, FactHistory<Fact> facts) {
        Succession<Said<Dates>> dates = SeminarSchedule.DATES.in(facts);
        Dates last = Objects.requireNonNull(dates.last()).value();
        SeminarConcluded conclusion =
                all(own, SeminarConcluded.class).findFirst().orElse(null);
        return new SeminarLife(
                scheduled,
                own,
                dates,
                SeminarSchedule.PLACE.in(facts),
                SeminarSchedule.CAPACITY.in(facts),
                SeminarSchedule.CURRICULUM.in(facts),
                SeminarSchedule.ENROLLMENT_OPEN.in(facts),
                last.startsOn(),
                last.endsOn(),
                all(own, SeminarCancelled.class).findFirst().orElse(null),
                conclusion != null || all(own, SeminarConvened.class).findAny().isPresent(),
                conclusion);
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
        ends().forEach(days::bound);
    }

    /** The scheduling has no date in any succession, so there is an answer for every day. */
    Held<Seminar> on(LocalDate day) {
        Succession.At<Said<Dates>> planned = Objects.requireNonNull(dates.at(day));
        Succession.At<Said<Place>> place = Objects.requireNonNull(places.at(day));
        Succession.At<Said<Capacity>> capacity = Objects.requireNonNull(capacities.at(day));
        Succession.At<Said<Themes>> curriculum = Objects.requireNonNull(curricula.at(day));
        Succession.At<Said<Boolean>> open = enrolling.at(day);
        Standing standing = standing(day);
        Seminar seminar = new Seminar(
                scheduled.fact(),
                place.value().value().mode() == null
                        ? null
                        : place.value().value().mode().name(),
                planned.value().value().startsOn(),
                planned.value().value().endsOn(),
                place.value().value().city(),
                place.value().value().state(),
                place.value().value().venue(),
                capacity.value().value().seats(),
                curriculum.value().value().themes(),
                coOrganisers(),
                open == null ? null : open.value().value(),
                standing,
                conclusion != null,
                startsOn.certainFrom(),
                certainlyOver(),
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
            return Standing.notHeld(gone ? "CANCELLED" : "PLANNED", begun, on == null || isSettled(on, day));
        }
        if (!tookPlace) {
            return Standing.notHeld("PLANNED", begun, true);
        }
        boolean certain = isSettled(startsOn, day);
        if (!begun) {
            return Standing.notHeld("PLANNED", false, certain);
        }
        boolean over = ends().stream().anyMatch(end -> !end.earliest().isAfter(day));
        boolean settled =
                !day.isBefore(certainlyOver()) || ends().stream().allMatch(end -> day.isBefore(end.certainUntil()));
        return new Standing(
                over ? "HELD" : "CONVENED", true, true, certain, over, over && certain && settled, certain && settled);
    }

    /**
     * By the first of which it is over: its last day, and its conclusion, where that is told to be earlier. A conclusion
     * told later is when somebody reported it; where no last day is told, nothing else says how long it went on.
     */
    private List<HistoricalDate> ends() {
        HistoricalDate on = conclusion == null ? null : conclusion.on();
        if (endsOn == null) {
            return List.of(on == null ? startsOn : on);
        }
        if (on == null) {
            return List.of(endsOn);
        }
        boolean earlier = on.isDay() && !on.isQualified()
                ? on.earliest().isBefore(endsOn.certainFrom())
                : on.certainlyBefore(endsOn);
        return earlier ? List.of(endsOn, on) : List.of(endsOn);
    }

    /** The first day on which it is over, whichever of the days it can have ended on; the end of time means never. */
    LocalDate certainlyOver() {
        return ends().stream()
                .map(HistoricalDate::certainFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
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
