package org.preventionnetwork.registry.command.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.CapacityChanged;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarRescheduled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarScheduled;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.command.timeline.Facts;

/**
 * How the edition itself stands, put together from its own facts.
 *
 * @param dates the fact that says last when it takes place
 * @param capacityBy the fact that says last how many seats there are
 * @param capacity null means unlimited
 */
record SeminarLife(
        @Nullable SeminarFact dates,
        @Nullable SeminarFact capacityBy,
        @Nullable Integer capacity,
        @Nullable SeminarConvened convened,
        @Nullable SeminarConcluded concluded,
        @Nullable SeminarCancelled cancelled) {

    static SeminarLife of(Facts<SeminarFact> facts) {
        SeminarFact capacityBy = Succession.CAPACITY.inForce(facts).orElse(null);
        return new SeminarLife(
                Succession.DATES.inForce(facts).orElse(null),
                capacityBy,
                capacity(capacityBy),
                facts.only(SeminarConvened.class).orElse(null),
                facts.only(SeminarConcluded.class).orElse(null),
                facts.only(SeminarCancelled.class).orElse(null));
    }

    private static @Nullable Integer capacity(@Nullable SeminarFact by) {
        return by instanceof CapacityChanged changed
                ? changed.capacity()
                : by instanceof SeminarScheduled scheduled ? scheduled.capacity() : null;
    }

    @Nullable
    HistoricalDate startsOn() {
        return dates instanceof SeminarRescheduled moved
                ? moved.startsOn()
                : dates instanceof SeminarScheduled scheduled ? scheduled.startsOn() : null;
    }

    /** Whether seats are still given away: capacity and waiting list bind only before an end. */
    boolean givesSeats() {
        return concluded == null && cancelled == null;
    }
}
