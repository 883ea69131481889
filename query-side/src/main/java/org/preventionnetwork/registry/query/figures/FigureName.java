package org.preventionnetwork.registry.query.figures;

import org.preventionnetwork.registry.api.statements.Metric;

/** The figures that the registry counts: all that are published, and some of its own. */
public enum FigureName {
    /** States with a membership of kind MEMBER in an active network, suspended ones included, each once. */
    MEMBER_STATES,
    /** The same for the kind OBSERVER. */
    OBSERVER_STATES,
    /** The same for the kind LIAISON. */
    LIAISON_STATES,
    /** States with an official who attended or completed a seminar held, or named in what is reported of it. */
    PARTICIPATING_STATES,
    /** Persons who completed a foundational seminar, every part of a cycle; and the exceptions granted or revoked. */
    ALUMNI,
    /** Persons who completed a seminar, and reported participants of seminars held without a roster. */
    OFFICIALS_TRAINED,
    /** Initiatives launched. */
    NATIONAL_INITIATIVES,
    /** Seminars held. */
    SEMINARS,
    /** Enrolments, whatever came of them. */
    ENROLLMENTS,
    /** Enrolments that were completed. */
    COMPLETIONS,
    /** Networks founded and not dissolved. */
    NETWORKS;

    public static FigureName of(Metric metric) {
        return valueOf(metric.name());
    }
}
