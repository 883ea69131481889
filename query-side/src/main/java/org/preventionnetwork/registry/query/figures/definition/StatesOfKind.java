package org.preventionnetwork.registry.query.figures.definition;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.MembershipKind;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;

/** States with a spell of one kind in an active network, each once. */
abstract class StatesOfKind extends WholeRows {
    private final FigureName name;
    private final MembershipKind kind;
    private final Memberships memberships;
    private final Touched touched;

    StatesOfKind(FigureName name, MembershipKind kind, Memberships memberships, Touched touched) {
        this.name = name;
        this.kind = kind;
        this.memberships = memberships;
        this.touched = touched;
    }

    @Override
    public final FigureName name() {
        return name;
    }

    @Override
    public final Unit unit() {
        return Unit.STATES;
    }

    @Override
    public final boolean namesStates() {
        return true;
    }

    @Override
    final List<FigureRow> all(@Nullable NetworkId network, long position) {
        return memberships.spells(kind, network, position);
    }

    @Override
    final Map<String, SortedSet<Long>> touchedNetworks(FigureQuestion question, long since) {
        return touched.networks(question, kind, since);
    }
}
