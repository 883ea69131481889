package org.preventionnetwork.registry.query.seminars;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.CountedFigures;

/**
 * How full a seminar is, to be drawn as a bar of {@value #WIDTH}.
 *
 * @param taken by who is accepted, or came further
 * @param capacity null means unlimited
 * @param bar how much of the bar is taken
 */
record Seats(long taken, @Nullable Integer capacity, long waiting, int bar) {
    private static final int WIDTH = 100;

    static Seats of(CountedFigures counted, @Nullable Integer capacity) {
        long taken = counted.accepted() + counted.confirmed() + counted.participants();
        int bar = capacity == null || capacity == 0 ? 0 : (int) Math.min(WIDTH, taken * WIDTH / capacity);
        return new Seats(taken, capacity, counted.waitlisted(), bar);
    }
}
