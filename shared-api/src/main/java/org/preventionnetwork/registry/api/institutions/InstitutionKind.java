package org.preventionnetwork.registry.api.institutions;

/** What kind of body an institution is. */
public enum InstitutionKind {
    MINISTRY,
    OMBUDSPERSON,
    PARLIAMENT,
    JUDICIARY,
    POLICE,
    ARMED_FORCES,
    MUSEUM,
    UNIVERSITY,
    NGO,
    INTERNATIONAL_ORGANISATION,
    OTHER
}
