package org.preventionnetwork.registry.command.ledger;

/** What the sequencer would go on from is not what the last entries say, so somebody changed one or the other. */
final class LedgerContradicted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerContradicted(String what) {
        super(what + ": no position is given until they agree again; verify, and put back what was changed");
    }
}
