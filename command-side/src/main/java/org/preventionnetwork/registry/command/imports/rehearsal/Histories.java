package org.preventionnetwork.registry.command.imports.rehearsal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.command.imports.rows.History;

/** The histories asked for last, each read on from where it was, for as long as there is memory for them; of one entity by one thread at a time. */
public final class Histories {
    private static final int REMEMBERED = 200;

    private final EventStore store;
    private final Cache<String, History> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).softValues().build();

    public Histories(EventStore store) {
        this.store = store;
    }

    public History of(EntityId entity) {
        History history = remembered.get(entity.aggregateId(), id -> new History());
        DomainEventStream events = store.readEvents(entity.aggregateId(), history.events());
        while (events.hasNext()) {
            history.on((RegistryEvent) events.next().getPayload());
        }
        return history;
    }
}
