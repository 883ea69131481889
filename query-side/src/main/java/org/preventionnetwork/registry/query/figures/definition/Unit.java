package org.preventionnetwork.registry.query.figures.definition;

/** What a figure counts one by one. */
public enum Unit {
    STATES,
    PERSONS,
    SEMINARS,
    ENROLLMENTS,
    INITIATIVES,
    NETWORKS
}
