package org.preventionnetwork.registry.query.institutions;

import org.preventionnetwork.registry.query.projection.Projection;

/** For tests of what joins institutions. */
public final class InstitutionProjections {
    private InstitutionProjections() {}

    public static Projection institutions() {
        return new InstitutionProjection().institutions();
    }
}
