package org.preventionnetwork.registry.query.infrastructure;

import java.time.Instant;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * An event in its place.
 *
 * @param position its place in the ledger, from 1, without holes
 * @param knownAt since when the registry knows it; never before that of an earlier position
 * @param message the event, upcast; its payload is deserialised when asked for
 */
public record LedgerEvent(long position, Instant knownAt, TrackedEventMessage<?> message) {

    /** Under this key a message from the ledger carries {@link #knownAt()}, as an {@link Instant}, in its metadata. */
    public static final String KNOWN_AT = "registry.knownAt";

    /** Reads position and instant back from a message that a processor took from {@link LedgerMessageSource}. */
    public static LedgerEvent of(EventMessage<?> message) {
        if (message instanceof TrackedEventMessage<?> tracked
                && tracked.trackingToken().position().isPresent()
                && message.getMetaData().get(KNOWN_AT) instanceof Instant knownAt) {
            return new LedgerEvent(tracked.trackingToken().position().getAsLong(), knownAt, tracked);
        }
        throw new IllegalArgumentException("Event " + message.getIdentifier() + " does not come from the ledger");
    }
}
