package org.preventionnetwork.registry.query.figures;

import org.preventionnetwork.registry.api.statements.Metric;

/**
 * The figures that the registry counts: all that are published, and some of its own. What each is says its definition, in
 * {@code definition}.
 */
public enum FigureName {
    MEMBER_STATES(Metric.MEMBER_STATES),
    OBSERVER_STATES(Metric.OBSERVER_STATES),
    LIAISON_STATES(Metric.LIAISON_STATES),
    PARTICIPATING_STATES(Metric.PARTICIPATING_STATES),
    ALUMNI(Metric.ALUMNI),
    OFFICIALS_TRAINED(Metric.OFFICIALS_TRAINED),
    NATIONAL_INITIATIVES(Metric.NATIONAL_INITIATIVES),
    SEMINARS(Metric.SEMINARS),
    ENROLLMENTS(2),
    COMPLETIONS(2),
    NETWORKS(1);

    private final int definition;

    FigureName(Metric published) {
        this(published.definition());
    }

    FigureName(int definition) {
        this.definition = definition;
    }

    /** The version of the definition in force. */
    public int definition() {
        return definition;
    }

    public static FigureName of(Metric metric) {
        return valueOf(metric.name());
    }
}
