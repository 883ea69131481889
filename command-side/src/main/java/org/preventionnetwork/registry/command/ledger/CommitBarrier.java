package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Finds how far the committed events can be put in order for good. */
interface CommitBarrier {

    /**
     * Returns a global index up to which nothing can appear any more: whoever drew one up to it has committed, and is
     * visible to the next statement, or never will. Blocks for as long as that is open, and never blocks a writer.
     *
     * @param floor the index known to be settled already; returned as it is when no later one was drawn
     */
    long awaitSettled(Connection connection, long floor) throws SQLException, InterruptedException;
}
