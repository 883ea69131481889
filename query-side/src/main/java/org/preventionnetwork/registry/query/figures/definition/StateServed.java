package org.preventionnetwork.registry.query.figures.definition;

/**
 * Which state somebody served, as the one common table expression that every figure, and what stands beside one, reads it
 * from. Parameter: {@code position}.
 */
public final class StateServed {
    /**
     * Defines {@code served (entity, state, days)}: each state that an official can have served, and on which days: of
     * every affiliation that can hold, and where none names a state, what the official is taken to serve. Who joins it
     * on days takes each of the states for possible; only where it is the same through all of them, it is certain.
     */
    public static final String SERVED =
            """
            served (entity, state, days) AS NOT MATERIALIZED (
                SELECT entity, state, valid FROM read.affiliation
                WHERE state IS NOT NULL AND known_from <= :position AND coalesce(known_until > :position, true)
                UNION ALL
                SELECT entity, state, valid FROM read.official
                WHERE state IS NOT NULL AND known_from <= :position AND coalesce(known_until > :position, true))
            """;

    private StateServed() {}
}
