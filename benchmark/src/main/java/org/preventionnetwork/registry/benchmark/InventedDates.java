package org.preventionnetwork.registry.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.preventionnetwork.registry.api.facts.FactId;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/** Dates of every precision, states and fact ids for an invented history. */
final class InventedDates {
    private static final LocalDate FIRST = LocalDate.of(2008, 1, 1);
    private static final int DAYS = 6_500;

    private final Random random;
    private final List<StateCode> states = States.all();
    private long facts;

    InventedDates(Random random) {
        this.random = random;
    }

    FactId fact() {
        return new FactId("fact-" + facts++);
    }

    StateCode state() {
        return states.get(random.nextInt(states.size()));
    }

    HistoricalDate any() {
        return after(random.nextInt(DAYS));
    }

    /** @param day since the first of all */
    HistoricalDate after(int day) {
        String text = FIRST.plusDays(day).toString();
        int chance = random.nextInt(10);
        return HistoricalDate.parse(chance < 7 ? text : chance < 9 ? text.substring(0, 7) : text.substring(0, 4));
    }

    static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }
}
