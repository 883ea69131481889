package org.preventionnetwork.registry.command.ledger;

/** Another sequencer has taken over: this one may not append any more. */
final class EpochIsOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EpochIsOver(long epoch) {
        super("Epoch " + epoch + " of the ledger is over, another sequencer has begun a later one");
    }
}
