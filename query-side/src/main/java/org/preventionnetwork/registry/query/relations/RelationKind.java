package org.preventionnetwork.registry.query.relations;

/** How one thing belongs to another. */
public enum RelationKind {
    /** A programme a network. */
    SERVES,
    /** A seminar, for a network. */
    GIVEN_FOR,
    /** An initiative to a programme. */
    BELONGS_TO
}
