package org.preventionnetwork.registry.query.projection.engine;

import org.preventionnetwork.registry.query.projection.Projection;

/** A projection for tests of other packages: a table {@code tally} with a row for every count. */
public final class TallyProjection {
    private TallyProjection() {}

    public static Projection make() {
        return new Tallies().projection();
    }
}
