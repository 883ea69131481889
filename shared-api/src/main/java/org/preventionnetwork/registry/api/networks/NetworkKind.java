package org.preventionnetwork.registry.api.networks;

/** What binds the members together. */
public enum NetworkKind {
    REGIONAL,
    INTERNATIONAL,
    COMMUNITY
}
