package org.preventionnetwork.registry.api.facts;

/** Why a recorded fact is not the fact that should have been recorded. */
public enum CorrectionKind {
    CLERICAL_ERROR,
    LATE_REPORT,
    CONFLICTING_SOURCES,
    SUPERSEDED
}
