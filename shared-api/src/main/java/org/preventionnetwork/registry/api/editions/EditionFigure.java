package org.preventionnetwork.registry.api.editions;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.statements.Metric;
import org.preventionnetwork.registry.api.statements.Scope;
import org.preventionnetwork.registry.api.time.HistoricalDate;

/**
 * A figure as an edition gives it. What the registry counted is not kept: it follows from the edition's position.
 *
 * @param label what the edition calls it
 * @param scope a network or programme id ({@code network:africa} where both exist); null means everything
 * @param asOf the date for which it is given
 * @param printed the number that stands in print, or null where that is the registry's own
 */
public record EditionFigure(
        FigureKey key,
        @Size(max = 300) String label,
        Metric metric,
        @Nullable Scope scope,
        HistoricalDate asOf,
        @Nullable @Min(0) Long printed) {}
