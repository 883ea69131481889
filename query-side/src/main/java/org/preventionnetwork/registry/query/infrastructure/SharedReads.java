package org.preventionnetwork.registry.query.infrastructure;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Reads for many who follow the ledger at about the same place, as all projections do: what one has just read, the
 * others get without asking the database, and with what was deserialised already. Positions never change, so what is
 * kept cannot become wrong.
 */
final class SharedReads {
    private static final int KEPT = 8;

    private final LedgerReader reader;
    private final Deque<Read> recent = new ArrayDeque<>();

    SharedReads(LedgerReader reader) {
        this.reader = reader;
    }

    /**
     * @param after the position before the first one read
     * @param last the last position read
     */
    record Messages(long after, List<TrackedEventMessage<?>> messages, long last) {

        private Messages following(long position) {
            return position == after
                    ? this
                    : new Messages(
                            position,
                            messages.stream()
                                    .filter(message ->
                                            message.trackingToken().position().orElseThrow() > position)
                                    .toList(),
                            last);
        }
    }

    private final class Read {
        private final long after;
        private final FutureTask<Messages> result;
        private volatile long last;

        Read(long after) {
            this.after = after;
            this.last = after;
            this.result = new FutureTask<>(() -> {
                Messages messages = read(after);
                last = messages.last();
                return messages;
            });
        }

        private boolean brings(long position) {
            return after == position || after < position && last > position;
        }
    }

    /** The messages that follow a position; nothing is brought, and kept, where the ledger ends. */
    Messages after(long position) {
        Read read = find(position);
        read.result.run();
        try {
            Messages messages = read.result.get();
            if (messages.last() == messages.after()) {
                forget(read);
            }
            return messages.following(position);
        } catch (ExecutionException e) {
            forget(read);
            throw new IllegalStateException("The ledger could not be read after position " + position, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading the ledger was interrupted", e);
        }
    }

    private synchronized Read find(long position) {
        for (Read read : recent) {
            if (read.brings(position)) {
                return read;
            }
        }
        Read fresh = new Read(position);
        recent.addFirst(fresh);
        if (recent.size() > KEPT) {
            recent.removeLast();
        }
        return fresh;
    }

    private synchronized void forget(Read read) {
        recent.remove(read);
    }

    private Messages read(long after) {
        LedgerReader.Batch batch = reader.readBatch(after);
        List<TrackedEventMessage<?>> messages =
                batch.events().stream().map(SharedReads::withKnownAt).toList();
        return new Messages(after, messages, batch.last());
    }

    private static TrackedEventMessage<?> withKnownAt(LedgerEvent event) {
        return (TrackedEventMessage<?>) event.message().andMetaData(Map.of(LedgerEvent.KNOWN_AT, event.knownAt()));
    }
}
