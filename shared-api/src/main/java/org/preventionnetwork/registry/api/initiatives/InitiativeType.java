package org.preventionnetwork.registry.api.initiatives;

/** What a member state does at home. */
public enum InitiativeType {
    TRAINING,
    POLICY,
    LEGISLATION,
    NATIONAL_MECHANISM,
    EDUCATION,
    MEMORY,
    EARLY_WARNING,
    TECHNICAL_ASSISTANCE,
    OTHER
}
