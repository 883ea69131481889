package org.preventionnetwork.registry.query.figures;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.api.programmes.ProgrammeId;

/**
 * @param scope a network or a programme; null means everything
 * @param last the last of the days asked about, included
 * @param position as known at which
 */
public record FigureQuestion(
        FigureName figure, @Nullable EntityId scope, LocalDate first, LocalDate last, long position) {

    @Nullable
    NetworkId network() {
        return scope instanceof NetworkId network ? network : null;
    }

    @Nullable
    ProgrammeId programme() {
        return scope instanceof ProgrammeId programme ? programme : null;
    }
}
