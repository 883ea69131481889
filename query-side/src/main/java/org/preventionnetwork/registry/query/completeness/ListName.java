package org.preventionnetwork.registry.query.completeness;

/** The lists that can be complete. */
public enum ListName {
    MEMBERS,
    OBSERVERS,
    LIAISONS,
    SEMINARS,
    INITIATIVES,
    /** Who took part in a seminar. */
    ROSTER;

    /** Whether it is of what is so on a day, rather than of all that happened by then. */
    boolean isOfOneTime() {
        return this == MEMBERS || this == OBSERVERS || this == LIAISONS;
    }
}
