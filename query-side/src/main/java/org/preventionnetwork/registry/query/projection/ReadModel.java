package org.preventionnetwork.registry.query.projection;

import java.util.List;

/** One set of tables and how events become their rows. Holds no state of its own: all state is in the memory passed in. */
public interface ReadModel {
    List<Table> tables();

    /** A fresh memory of what this model holds open for one entity. */
    Object remember();

    /**
     * Turns a change into rows.
     *
     * @param memory what {@link #remember} made for the entity, after all earlier changes
     */
    void apply(Change change, Object memory, Rows rows);
}
