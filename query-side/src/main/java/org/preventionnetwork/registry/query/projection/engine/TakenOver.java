package org.preventionnetwork.registry.query.projection.engine;

/** Another node fills this version by now: it took this one for gone, which was only paused or cut off. */
final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenOver(ProjectionVersion version) {
        super(version.schema() + " is filled by another node by now", null, false, false);
    }
}
