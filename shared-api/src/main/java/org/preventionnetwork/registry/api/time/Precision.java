package org.preventionnetwork.registry.api.time;

/** How much of a date its source gives. A qualifier does not change it. */
public enum Precision {
    DAY,
    MONTH,
    /** Three months; a winter reaches into the next year. */
    SEASON,
    YEAR,
    /** One unknown day within two bounds, of which one may be open. */
    INTERVAL,
    /** Some day. */
    UNKNOWN
}
