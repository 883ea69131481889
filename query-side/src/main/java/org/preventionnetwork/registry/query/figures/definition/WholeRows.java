package org.preventionnetwork.registry.query.figures.definition;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.networks.NetworkId;
import org.preventionnetwork.registry.query.figures.Counted;
import org.preventionnetwork.registry.query.figures.FigureQuestion;
import org.preventionnetwork.registry.query.figures.FigureRow;
import org.preventionnetwork.registry.query.figures.FigureRow.Days;

/** A figure of networks and their memberships: so few rows that they are read whole. */
abstract class WholeRows implements FigureDefinition {
    /** @param network of which, or null for all */
    abstract List<FigureRow> all(@Nullable NetworkId network, long position);

    /** Positions by the network. */
    abstract Map<String, SortedSet<Long>> touchedNetworks(FigureQuestion question, long since);

    @Override
    public final List<DefinitionVersion> versions() {
        return List.of(DefinitionVersion.FIRST);
    }

    @Override
    public final Set<EntityType> touchedBy() {
        return Set.of(EntityType.NETWORK);
    }

    private List<FigureRow> onDays(FigureQuestion question) {
        if (question.programme() != null) {
            return List.of(nothingLinks(question));
        }
        return all(question.network(), question.position()).stream()
                .filter(row -> row.possible().touches(question.first(), question.last()))
                .toList();
    }

    @Override
    public final List<Counted> counted(FigureQuestion question) {
        return onDays(question).stream().map(FigureRow::counted).toList();
    }

    @Override
    public final List<FigureRow> rows(FigureQuestion question, int size, long offset) {
        return onDays(question).stream().skip(offset).limit(size).toList();
    }

    @Override
    public final long rowCount(FigureQuestion question) {
        return onDays(question).size();
    }

    /** Nothing links networks with programmes: there the answer is the same for ever. */
    @Override
    public final TouchPoints touched(FigureQuestion question, long since) {
        return question.programme() == null
                ? new TouchPoints(Collections.emptySortedSet(), touchedNetworks(question, since))
                : TouchPoints.NOWHERE;
    }

    @Override
    public final List<FigureRow> rowsOf(FigureQuestion question, String network) {
        return onDays(question.in(new NetworkId(network.substring("network:".length()))));
    }

    private static FigureRow nothingLinks(FigureQuestion question) {
        String programme = "programme:" + question.programme();
        return FigureRow.unknownMore(
                programme, programme, "states are members of networks and not of programmes", new Days(null, null));
    }
}
