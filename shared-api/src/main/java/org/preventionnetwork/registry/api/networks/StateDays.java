package org.preventionnetwork.registry.api.networks;

import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Period;

/** The days on which a state is there to belong to a network. All states of the catalogue are there on every day. */
final class StateDays {
    static final HistoricalDate ALWAYS = HistoricalDate.of(HistoricalDate.BEGINNING);
    private static final Period ALL_DAYS = new Period(ALWAYS, null);

    private StateDays() {}

    static Period of(StateCode state) {
        return ALL_DAYS;
    }
}
