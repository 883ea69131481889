package org.preventionnetwork.registry.query.projection;

/**
 * One version of a projection: its own schema, processor, token and dead letters.
 *
 * @param version from 1; a rebuild makes the next
 */
public record ProjectionVersion(Projection projection, int version) {
    /** Of the version that {@link ProjectionCheck} makes and drops; it never answers. */
    static final int FOR_CHECKING = 0;

    /** Also the processor's name. */
    public String schema() {
        return projection.name() + "_v" + version;
    }
}
