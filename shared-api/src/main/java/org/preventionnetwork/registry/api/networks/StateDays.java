package org.preventionnetwork.registry.api.networks;

import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/** The days on which a state is there to belong to a network. A state of today is there on all. */
final class StateDays {
    static final HistoricalDate ALWAYS = HistoricalDate.of(HistoricalDate.BEGINNING);

    private StateDays() {}

    static Period of(StateCode state) {
        Existence existence = States.existence(state);
        return new Period(existence.from() == null ? ALWAYS : existence.from(), existence.until());
    }
}
