package org.preventionnetwork.registry.query.projection.engine;

/** The version is being filled from the ledger; until that is done its dead letters cannot be dealt with one by one. */
public final class StillFilling extends IllegalStateException {
    StillFilling(ProjectionVersion version) {
        super(version.schema() + " is being filled");
    }
}
