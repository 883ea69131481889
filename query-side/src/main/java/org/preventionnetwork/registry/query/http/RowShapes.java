package org.preventionnetwork.registry.query.http;

/**
 * Knows in which shape this version of the registry reads the rows of each projection. After an upgrade the rows of
 * before are there until new ones are made, and lack what only those have.
 */
public interface RowShapes {
    /** @param shape in which rows are kept now; whether they have to be made anew before they can be read */
    boolean isOutdated(String projection, int shape);
}
