package org.preventionnetwork.registry.query.figures;

import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.DayRange;

/**
 * Something that counts in a figure on some days. Of several with one key, the largest counts on a day.
 *
 * @param key what is counted once: a state, an official, a seminar; null for something that has no second row
 * @param count how much it counts where it can
 * @param least how much it counts where it must; more than {@code count} on days when part of it is counted elsewhere
 * @param open whether what is recorded is known to be incomplete on the possible days
 * @param possible days on which it can count
 * @param certain days on which it must count, among the possible; null when there is none
 * @param times how many of the same kind this stands for; 1 where there is a key
 */
public record Counted(
        @Nullable String key,
        long count,
        long least,
        boolean open,
        DayRange possible,
        @Nullable DayRange certain,
        long times) {}
