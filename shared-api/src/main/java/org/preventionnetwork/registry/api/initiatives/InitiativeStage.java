package org.preventionnetwork.registry.api.initiatives;

/** How far an initiative came; the registry's own classification. */
public enum InitiativeStage {
    PROPOSED,
    INITIAL_STAGE,
    OFFICIALLY_ESTABLISHED,
    IN_IMPLEMENTATION,
    SUSPENDED,
    CONCLUDED,
    ABANDONED
}
