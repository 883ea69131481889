package org.preventionnetwork.registry.api.seminars;

/** The series a seminar belongs to; the registry's own classification. */
public enum SeminarEdition {
    GLOBAL,
    GLOBAL_GOVERNMENT,
    US_MILITARY,
    LATIN_AMERICAN,
    MEDITERRANEAN,
    AFRICAN,
    TAILORED,
    OTHER
}
