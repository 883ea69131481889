package org.preventionnetwork.registry.api.statements;

/** The figures that are published, and that the registry can count itself. */
public enum Metric {
    MEMBER_STATES,
    OBSERVER_STATES,
    LIAISON_STATES,
    PARTICIPATING_STATES,
    ALUMNI,
    OFFICIALS_TRAINED,
    NATIONAL_INITIATIVES,
    SEMINARS
}
