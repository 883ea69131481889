package org.preventionnetwork.registry.command.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded, followed by what would be: the latter in memory while it is little, and encrypted in a scratch file
 * when it is more; gone when this is closed.
 */
final class RehearsedEvents implements EventStorageEngine, AutoCloseable {
    /** More than any single command records. */
    static final int MOST_HELD = 256;

    private final EventStore recorded;
    private final ScratchFiles files;
    private final Map<String, List<DomainEventMessage<?>>> held = new HashMap<>();
    private int count;
    private @Nullable SpilledEvents spilled;

    RehearsedEvents(EventStore recorded, ScratchFiles files) {
        this.recorded = recorded;
        this.files = files;
    }

    /** What would be recorded about an entity, in order. */
    List<DomainEventMessage<?>> of(String aggregateId) {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        own(aggregateId, 0).forEachRemaining(events::add);
        return events;
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (EventMessage<?> event : events) {
            DomainEventMessage<?> domain = (DomainEventMessage<?>) event;
            SpilledEvents elsewhere = spilledUnlessHolding(domain);
            if (elsewhere != null) {
                elsewhere.append(domain);
            }
        }
    }

    private synchronized @Nullable SpilledEvents spilledUnlessHolding(DomainEventMessage<?> event) {
        if (spilled == null && count < MOST_HELD) {
            held.computeIfAbsent(event.getAggregateIdentifier(), id -> new ArrayList<>(2))
                    .add(event);
            count++;
            return null;
        }
        return spilled == null ? spill() : spilled;
    }

    private SpilledEvents spill() {
        SpilledEvents fresh = SpilledEvents.in(files);
        try {
            held.values().forEach(events -> events.forEach(fresh::append));
        } catch (RuntimeException | Error e) {
            fresh.close();
            throw e;
        }
        held.clear();
        spilled = fresh;
        return fresh;
    }

    private synchronized @Nullable SpilledEvents spilled() {
        return spilled;
    }

    private synchronized List<DomainEventMessage<?>> held(String aggregateId) {
        return List.copyOf(held.getOrDefault(aggregateId, List.of()));
    }

    private DomainEventStream own(String aggregateId, long firstSequenceNumber) {
        List<DomainEventMessage<?>> inMemory = held(aggregateId);
        SpilledEvents elsewhere = spilled();
        return elsewhere != null
                ? elsewhere.read(aggregateId, firstSequenceNumber)
                : DomainEventStream.of(inMemory.stream()
                        .filter(event -> event.getSequenceNumber() >= firstSequenceNumber)
                        .toList());
    }

    @Override
    public DomainEventStream readEvents(String aggregateId, long firstSequenceNumber) {
        return DomainEventStream.concat(
                recorded.readEvents(aggregateId, firstSequenceNumber), own(aggregateId, firstSequenceNumber));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        List<DomainEventMessage<?>> inMemory = held(aggregateId);
        SpilledEvents elsewhere = spilled();
        Optional<Long> own = elsewhere != null
                ? elsewhere.lastSequenceNumberFor(aggregateId)
                : inMemory.stream().map(DomainEventMessage::getSequenceNumber).reduce((earlier, later) -> later);
        return own.isPresent() ? own : recorded.lastSequenceNumberFor(aggregateId);
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

    @Override
    public synchronized void close() {
        held.clear();
        if (spilled != null) {
            spilled.close();
        }
    }
}
