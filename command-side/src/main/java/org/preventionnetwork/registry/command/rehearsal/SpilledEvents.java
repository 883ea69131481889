package org.preventionnetwork.registry.command.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.jspecify.annotations.Nullable;

/**
 * Events in a scratch file. However many they are, they take the same memory: each event knows where the one before it
 * is, of the same entity and among the entities that share a bucket, and only the beginnings of the buckets are in memory.
 */
final class SpilledEvents implements AutoCloseable {
    private static final int BUCKETS = 1 << 16;
    private static final long NOWHERE = 0;

    private final ScratchFile file;
    /** Where the newest event of each bucket is. */
    private final AtomicLongArray newest = new AtomicLongArray(BUCKETS);

    private SpilledEvents(ScratchFile file) {
        this.file = file;
    }

    static SpilledEvents in(ScratchFiles files) {
        try {
            return new SpilledEvents(ScratchFile.over(files.newFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no place on disk for what a dry run would record", e);
        }
    }

    /** An event is seen when it is written as a whole; what is there already is never changed. */
    synchronized void append(DomainEventMessage<?> event) {
        String aggregateId = event.getAggregateIdentifier();
        int bucket = bucket(aggregateId);
        SpilledEvent before = newest(aggregateId);
        SpilledEvent first = at(newest.get(bucket));
        byte[] bytes = SpilledEvent.bytes(event, before == null ? NOWHERE : before.place(), behind(aggregateId, first));
        newest.set(bucket, file.append(bytes));
    }

    /** What is reached by its successor need not be passed on the way to other entities. */
    private static long behind(String aggregateId, @Nullable SpilledEvent first) {
        if (first == null) {
            return NOWHERE;
        }
        return first.aggregateId().equals(aggregateId) ? first.neighbour() : first.place();
    }

    /** The events of an entity from a number on, in order, read one by one. */
    DomainEventStream read(String aggregateId, long firstSequenceNumber) {
        LongStream.Builder found = LongStream.builder();
        for (SpilledEvent event = newest(aggregateId);
                event != null && event.sequence() >= firstSequenceNumber;
                event = at(event.previous())) {
            found.add(event.place());
        }
        long[] places = found.build().toArray();
        return DomainEventStream.of(IntStream.rangeClosed(1, places.length)
                .mapToObj(back -> places[places.length - back])
                .map(place -> SpilledEvent.of(place, file.read(place)).message()));
    }

    Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return Optional.ofNullable(newest(aggregateId)).map(SpilledEvent::sequence);
    }

    private @Nullable SpilledEvent newest(String aggregateId) {
        SpilledEvent event = at(newest.get(bucket(aggregateId)));
        while (event != null && !event.aggregateId().equals(aggregateId)) {
            event = at(event.neighbour());
        }
        return event;
    }

    private @Nullable SpilledEvent at(long place) {
        return place == NOWHERE ? null : SpilledEvent.of(place, file.read(place));
    }

    private static int bucket(String aggregateId) {
        int hash = aggregateId.hashCode() * 0x9E3779B9;
        return hash >>> Integer.SIZE - Integer.numberOfTrailingZeros(BUCKETS);
    }

    @Override
    public void close() {
        file.close();
    }
}
