package org.preventionnetwork.registry.api.places;

import static org.preventionnetwork.registry.api.time.HistoricalDate.BEGINNING;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.DayRange;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/**
 * The days on which a state exists, which bound everything that it can do: no membership begins before them, and one that
 * has no end of its own ends with them. Of states of today no first day is held against anybody, because sources write
 * today's names for what came before: a treaty's list has the Russian Federation since 1954.
 *
 * @param from the first day; null where it is not bounded
 * @param until the first day on which it no longer existed; null for a state of today
 * @param successors what stood there afterwards, or part of it; empty for a state of today. It says nothing of who
 *     inherited whose rights.
 */
public record Existence(
        StateCode state, @Nullable HistoricalDate from, @Nullable HistoricalDate until, List<StateCode> successors) {

    public Existence {
        successors = List.copyOf(successors);
    }

    /** Whether it is gone. */
    public boolean hasEnded() {
        return until != null;
    }

    /** The days on which it can have existed: what is outside of them certainly was not its. */
    public DayRange days() {
        return new DayRange(from == null ? BEGINNING : from.earliest(), until == null ? null : until.latest());
    }

    /** Whether a date certainly means a day on which it did not exist; the day on which it was gone is such a day. */
    public boolean excludes(HistoricalDate date) {
        return from != null && date.certainlyBefore(from)
                || until != null && !date.earliest().isBefore(until.latest());
    }

    /** What to say of a date that it {@linkplain #excludes excludes}: its days, and what was there instead. In English. */
    public String refusal(HistoricalDate date) {
        LocalDate day = until != null && !date.earliest().isBefore(until.latest()) ? date.earliest() : date.latest();
        List<StateCode> there = States.thereOn(day, state);
        return "%s existed from %s until %s%s"
                .formatted(
                        UnknownState.list(List.of(state), ""),
                        from,
                        until,
                        there.isEmpty()
                                ? ""
                                : "; on " + day + (there.size() == 1 ? " there was " : " there were ")
                                        + UnknownState.list(there, "and"));
    }

    /**
     * Whether something of it, that holds from one date until another, certainly holds on a day on which it did not
     * exist. What has no end, or an unknown one, ends with the state.
     */
    public boolean excludes(Period spell) {
        return excludes(spell.from()) || spell.until() != null && excludesEnd(spell.until());
    }

    /** Whether something of it certainly has not ended by then, the day after its own last, but later. */
    public boolean excludesEnd(HistoricalDate firstDayWithout) {
        return until != null && until.certainlyBefore(firstDayWithout);
    }
}
