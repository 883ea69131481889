package org.preventionnetwork.registry.command.dispatch;

import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;

/** What is recorded about an entity at this moment, read from the store for who decides by it. */
final class RecordedFacts {
    private RecordedFacts() {}

    /** Empty where there is none. */
    static FactHistory<Fact> of(EntityId entity, EventStore events) {
        FactHistory<Fact> facts = new FactHistory<>(Fact.class);
        DomainEventStream recorded = events.readEvents(entity.aggregateId());
        while (recorded.hasNext()) {
            facts.apply((RegistryEvent) recorded.next().getPayload(), null);
        }
        return facts;
    }
}
