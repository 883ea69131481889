package org.preventionnetwork.registry.api.history;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is believed of a topic over some days.
 *
 * @param from the first day, or null for all days before {@code until}
 * @param until the first day no longer, or null for ever
 * @param value what holds on these days
 */
public record Segment<V>(@Nullable LocalDate from, @Nullable LocalDate until, Held<V> value) {

    /**
     * @param certain whether it holds for certain on these days, whatever the imprecise dates mean
     * @param behind the positions of the events this follows from
     */
    public record Held<V>(V value, boolean certain, List<Long> behind) {
        public Held {
            behind = behind.stream().sorted().distinct().toList();
        }
    }
}
