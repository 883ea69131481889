package org.preventionnetwork.registry.query.infrastructure;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The ledger as a source for Axon's processors. Tokens are positions, so they have no gaps to remember, and position
 * {@code n} is the {@code n}-th event. Every message carries {@link LedgerEvent#KNOWN_AT} in its metadata; handlers get
 * both by {@link LedgerEvent#of}.
 */
public final class LedgerMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {
    private final SharedReads reads;
    private final LedgerPositions positions;
    private final LedgerHead head;

    public LedgerMessageSource(LedgerReader reader, LedgerPositions positions, LedgerHead head) {
        this.reads = new SharedReads(reader);
        this.positions = positions;
        this.head = head;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LedgerStream(reads, head, positionOf(token));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        TrackingToken reached = token == null ? null : WrappedToken.unwrapLowerBound(token);
        if (reached == null) {
            return 0;
        }
        if (reached instanceof GlobalSequenceTrackingToken sequence) {
            return sequence.getGlobalIndex();
        }
        throw new IllegalArgumentException("The ledger knows no tokens such as " + token);
    }

    /** Before the first event. */
    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** After the last event that has its position. */
    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(positions.head());
    }

    /** Before the first event that became known at the instant or later. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(positions.positionBefore(instant));
    }
}
