package org.preventionnetwork.registry.command.imports.rehearsal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.Fact;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.api.history.FactHistory;

/** The histories asked for last, each read on from where it was, for as long as there is memory for them; of one entity by one thread at a time. */
public final class Histories {
    private static final int REMEMBERED = 200;

    private final EventStore store;
    private final Cache<String, FactHistory<Fact>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).softValues().build();

    public Histories(EventStore store) {
        this.store = store;
    }

    public FactHistory<Fact> of(EntityId entity) {
        FactHistory<Fact> history = remembered.get(entity.aggregateId(), id -> new FactHistory<>(Fact.class));
        DomainEventStream events = store.readEvents(entity.aggregateId(), history.events());
        while (events.hasNext()) {
            history.apply((RegistryEvent) events.next().getPayload(), null);
        }
        return history;
    }
}
