package org.preventionnetwork.registry.command.ledger;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens sessions of the sequencer's own: closing one gives its leadership back for certain, pooled ones live on. */
@FunctionalInterface
public interface LedgerSessions {

    Connection open() throws SQLException;
}
