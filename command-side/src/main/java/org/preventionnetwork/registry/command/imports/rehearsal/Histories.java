package org.preventionnetwork.registry.command.imports.rehearsal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.preventionnetwork.registry.api.facts.EntityId;
import org.preventionnetwork.registry.api.facts.RegistryEvent;
import org.preventionnetwork.registry.command.imports.rows.History;

/** The histories asked for last, each read on from where it was; of one entity by one thread at a time. */
public final class Histories {
    private static final int REMEMBERED = 200;

    private final EventStore store;
    private final Map<String, History> remembered = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, History> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Histories(EventStore store) {
        this.store = store;
    }

    public History of(EntityId entity) {
        History history;
        synchronized (remembered) {
            history = remembered.computeIfAbsent(entity.aggregateId(), id -> new History());
        }
        DomainEventStream events = store.readEvents(entity.aggregateId(), history.events());
        while (events.hasNext()) {
            history.on((RegistryEvent) events.next().getPayload());
        }
        return history;
    }
}
