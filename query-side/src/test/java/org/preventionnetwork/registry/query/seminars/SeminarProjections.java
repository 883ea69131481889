package org.preventionnetwork.registry.query.seminars;

import org.preventionnetwork.registry.query.projection.Projection;

/** For tests of other features that join its tables. */
public final class SeminarProjections {
    private SeminarProjections() {}

    public static Projection seminars() {
        return new SeminarProjection().seminars();
    }
}
