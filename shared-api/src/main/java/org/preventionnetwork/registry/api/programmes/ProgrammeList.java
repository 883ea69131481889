package org.preventionnetwork.registry.api.programmes;

/** What is listed of a programme, and can be said to be listed whole. */
public enum ProgrammeList {
    SEMINARS,
    INITIATIVES
}
