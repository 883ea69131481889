package org.preventionnetwork.registry.api.facts;

/**
 * The sender's own id of a thing the registry records, e.g. {@code latin-american-network}. Never derived from personal
 * data. Two things of different types may share a value, hence {@link #aggregateId()}.
 */
public interface EntityId {
    /** Matches {@value Slug#PATTERN}. */
    String value();

    EntityType type();

    /** The id in the event store: {@code network:africa} beside {@code programme:africa}. */
    default String aggregateId() {
        return type().prefix() + ":" + value();
    }
}
