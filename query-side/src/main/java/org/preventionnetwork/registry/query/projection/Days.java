package org.preventionnetwork.registry.query.projection;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The value of a column of type {@code daterange}.
 *
 * @param from the first day, or null for days without a beginning
 * @param until the day after the last, or null for days without an end
 */
public record Days(@Nullable LocalDate from, @Nullable LocalDate until) {}
