package org.preventionnetwork.registry.api.facts;

/** How participants meet. */
public enum Mode {
    IN_PERSON,
    ONLINE,
    HYBRID
}
