package org.preventionnetwork.registry.api.networks;

/** In what quality a state belongs to a network. */
public enum MembershipKind {
    MEMBER,
    OBSERVER,
    ASSOCIATE,
    LIAISON
}
