package org.preventionnetwork.registry.query.projection;

import java.util.List;
import java.util.Set;
import org.preventionnetwork.registry.api.facts.EntityType;

/**
 * What is rebuilt, versioned and watched as one.
 *
 * @param name e.g. {@code networks}
 * @param shape raised whenever tables or rows come out differently: then it is rebuilt at the next start
 * @param reads the entities whose events it is made of
 */
public record Projection(String name, int shape, Set<EntityType> reads, List<ReadModel> models) {
    public Projection {
        models = List.copyOf(models);
        reads = Set.copyOf(reads);
    }

    public List<Table> tables() {
        return models.stream().flatMap(model -> model.tables().stream()).toList();
    }

    public boolean readsEntity(String aggregateId) {
        return reads.contains(EntityType.ofPrefix(aggregateId.substring(0, aggregateId.indexOf(':'))));
    }
}
