package org.preventionnetwork.registry.api.statements;

/** The figures that are published, and that the registry can count itself. */
public enum Metric {
    MEMBER_STATES(1),
    OBSERVER_STATES(1),
    LIAISON_STATES(1),
    PARTICIPATING_STATES(2),
    ALUMNI(2),
    OFFICIALS_TRAINED(2),
    NATIONAL_INITIATIVES(2),
    SEMINARS(2);

    private final int definition;

    Metric(int definition) {
        this.definition = definition;
    }

    /**
     * The version of the definition that the registry counts by now. An edition keeps the one it was pinned by; the
     * dictionary of figures says what each means.
     */
    public int definition() {
        return definition;
    }
}
