package org.preventionnetwork.registry.query.figures.definition;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.FigureName;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;

/** Networks founded and not dissolved. */
final class Networks extends WholeRows {
    private final Memberships memberships;
    private final Touched touched;

    Networks(Memberships memberships, Touched touched) {
        this.memberships = memberships;
        this.touched = touched;
    }

    @Override
    public FigureName name() {
        return FigureName.NETWORKS;
    }

    @Override
    public Unit unit() {
        return Unit.NETWORKS;
    }

    @Override
    public boolean namesStates() {
        return false;
    }

    @Override
    List<FigureRow> all(@Nullable NetworkId network, long position) {
        return memberships.networks(network, position);
    }

    @Override
    Map<String, SortedSet<Long>> touchedNetworks(FigureQuestion question, long since) {
        return touched.networks(question, null, since);
    }
}
