package org.preventionnetwork.registry.command.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.history.FactHistory;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarCancelled;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConcluded;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarConvened;
import org.preventionnetwork.registry.api.seminars.SeminarEvent.SeminarFact;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Capacity;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Dates;
import org.preventionnetwork.registry.api.seminars.SeminarSchedule.Said;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * How the edition itself stands, put together from its own facts.
 *
 * @param dates the fact that says last when it takes place
 * @param capacityBy the fact that says last how many seats there are
 * @param capacity null means unlimited
 */
record SeminarLife(
        @Nullable SeminarFact dates,
        @Nullable HistoricalDate startsOn,
        @Nullable SeminarFact capacityBy,
        @Nullable Integer capacity,
        @Nullable SeminarConvened convened,
        @Nullable SeminarConcluded concluded,
        @Nullable SeminarCancelled cancelled) {

    static SeminarLife of(FactHistory<SeminarFact> facts) {
        Said<Dates> dates = SeminarSchedule.DATES.inForce(facts).orElse(null);
        Said<Capacity> capacity = SeminarSchedule.CAPACITY.inForce(facts).orElse(null);
        return new SeminarLife(
                dates == null ? null : dates.by(),
                dates == null ? null : dates.value().startsOn(),
                capacity == null ? null : capacity.by(),
                capacity == null ? null : capacity.value().seats(),
                facts.only(SeminarConvened.class).orElse(null),
                facts.only(SeminarConcluded.class).orElse(null),
                facts.only(SeminarCancelled.class).orElse(null));
    }

    /** Whether seats are still given away: capacity and waiting list bind only before an end. */
    boolean givesSeats() {
        return concluded == null && cancelled == null;
    }
}
