package org.preventionnetwork.registry.command.ledger;

/** How far the ledger reaches. */
@FunctionalInterface
public interface LedgerHead {
    /**
     * Its last position, 0 for none; everything that was committed before it was asked has one by then.
     *
     * @throws org.preventionnetwork.registry.api.facts.Refused when that takes too long
     */
    long position();
}
