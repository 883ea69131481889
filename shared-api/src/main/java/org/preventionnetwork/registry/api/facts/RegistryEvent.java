package org.preventionnetwork.registry.api.facts;

/**
 * Anything that the registry's history holds: a {@link Fact}, or what happened to one ({@link Correction},
 * {@link Annulment}, {@link SourceAddition}). Who recorded it, when, why and on what source is in the event's metadata,
 * see {@link Provenance}.
 */
public interface RegistryEvent {
    EntityId entity();

    /** The fact recorded, or the one that this event is about. */
    FactId factId();
}
