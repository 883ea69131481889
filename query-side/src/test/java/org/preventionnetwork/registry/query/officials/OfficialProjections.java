package org.preventionnetwork.registry.query.officials;

import org.preventionnetwork.registry.query.projection.Projection;

/** For tests of other features that join its tables. */
public final class OfficialProjections {
    private OfficialProjections() {}

    public static Projection officials() {
        return new OfficialProjection().officials();
    }
}
