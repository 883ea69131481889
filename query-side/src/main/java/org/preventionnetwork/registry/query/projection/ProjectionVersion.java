package org.preventionnetwork.registry.query.projection;

/**
 * One version of a projection: its own schema, processor, token and dead letters.
 *
 * @param version from 1; a rebuild makes the next
 */
public record ProjectionVersion(Projection projection, int version) {
    /** Also the processor's name. */
    public String schema() {
        return projection.name() + "_v" + version;
    }
}
