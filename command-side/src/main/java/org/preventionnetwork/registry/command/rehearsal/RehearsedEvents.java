package org.preventionnetwork.registry.command.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What is recorded, followed by what would be; the latter in memory, and only for as long as it is asked for. */
final class RehearsedEvents implements EventStorageEngine {
    private final EventStore recorded;
    private final Map<String, List<DomainEventMessage<?>>> rehearsed = new ConcurrentHashMap<>();
    /** Entities of which only this much matters any more. */
    private final Set<String> existing = ConcurrentHashMap.newKeySet();

    RehearsedEvents(EventStore recorded) {
        this.recorded = recorded;
    }

    /** Nothing more will be told about entities of this kind; that they exist is remembered. */
    void forget(String prefix) {
        rehearsed.keySet().removeIf(id -> id.startsWith(prefix + ":") && existing.add(id));
    }

    /** What would be recorded about an entity, in order. */
    List<DomainEventMessage<?>> of(String aggregateId) {
        return List.copyOf(rehearsed.getOrDefault(aggregateId, List.of()));
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
            rehearsed
                    .computeIfAbsent(domain.getAggregateIdentifier(), id -> new ArrayList<>(2))
                    .add(domain);
        }
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        DomainEventStream before = recorded.readEvents(aggregateId, firstSequenceNumber);
        List<DomainEventMessage<?>> own = rehearsed.getOrDefault(aggregateId, List.of()).stream()
                .filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
                .toList();
        return own.isEmpty() ? before : DomainEventStream.concat(before, DomainEventStream.of(own));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        List<DomainEventMessage<?>> own = rehearsed.get(aggregateId);
        if (own != null) {
            return Optional.of(own.get(own.size() - 1).getSequenceNumber());
        }
        return existing.contains(aggregateId) ? Optional.of(0L) : recorded.lastSequenceNumberFor(aggregateId);
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateId) {
        return Optional.empty();
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("a rehearsal takes no snapshots");
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("nobody follows a rehearsal");
    }
}
