package org.preventionnetwork.registry.query.projection.engine;

/**
 * The database crashed and took back the last rows, whose commit does not wait for the disk, while this process lived
 * on: the events that made them have to be read again.
 */
final class RowsWereLost extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    RowsWereLost(ProjectionVersion version, long position, long after) {
        super("%s is at position %d, and was given what follows position %d: the database lost what was between"
                .formatted(version.schema(), position, after));
    }
}
