package org.preventionnetwork.registry.query.projection.engine;

import org.preventionnetwork.registry.query.projection.Projection;

/**
 * One version of a projection: its own schema, processor, token and dead letters.
 *
 * @param version from 1; a rebuild makes the next. What a {@link ProjectionCheck} makes and drops has the negated number
 *     of that check and never answers
 */
public record ProjectionVersion(Projection projection, int version) {

    static ProjectionVersion forCheck(Projection projection, int number) {
        return new ProjectionVersion(projection, -number);
    }

    /** Also the processor's name. */
    public String schema() {
        return projection.name() + (version >= 0 ? "_v" + version : "_v0_" + -version);
    }
}
