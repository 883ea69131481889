package org.preventionnetwork.registry.api.networks;

/** What is listed of a network, and can be said to be listed whole. */
public enum NetworkList {
    MEMBERS,
    OBSERVERS,
    LIAISONS,
    /** The seminars that count for it. */
    SEMINARS,
    /** The national initiatives that count for it. */
    INITIATIVES
}
