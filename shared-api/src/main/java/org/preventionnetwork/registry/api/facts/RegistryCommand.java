package org.preventionnetwork.registry.api.facts;

import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A wish to record something. Provenance travels in the message's metadata, see {@link Provenance}. */
public interface RegistryCommand {
    EntityId entity();

    /** The part of the entity whose version {@code If-Match} is compared with; the empty string means the whole. */
    default String subject() {
        return "";
    }

    /** What this command refers to in other aggregates, by field; one of each field's ids must exist. */
    default Map<String, List<EntityId>> references() {
        return Map.of();
    }

    @TargetAggregateIdentifier
    default String aggregateId() {
        return entity().aggregateId();
    }
}
