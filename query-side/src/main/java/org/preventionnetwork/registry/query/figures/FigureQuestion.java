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
 * @param definition the version of the figure's definition to count by
 */
public record FigureQuestion(
        FigureName figure, @Nullable EntityId scope, LocalDate first, LocalDate last, long position, int definition) {

    /** By the definition in force. */
    public FigureQuestion(FigureName figure, @Nullable EntityId scope, LocalDate first, LocalDate last, long position) {
        this(figure, scope, first, last, position, figure.definition());
    }

    public @Nullable NetworkId network() {
        return scope instanceof NetworkId network ? network : null;
    }

    public @Nullable ProgrammeId programme() {
        return scope instanceof ProgrammeId programme ? programme : null;
    }

    public boolean isByFirstDefinition() {
        return definition == 1;
    }

    public FigureQuestion in(EntityId other) {
        return new FigureQuestion(figure, other, first, last, position, definition);
    }

    public FigureQuestion at(long other) {
        return new FigureQuestion(figure, scope, first, last, other, definition);
    }

    public FigureQuestion on(LocalDate from, LocalDate until) {
        return new FigureQuestion(figure, scope, from, until, position, definition);
    }
}
