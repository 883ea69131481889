package org.preventionnetwork.registry.api.facts;

/**
 * A command that cannot be decided without knowing how far the ledger reaches. On the way to its aggregate it gets the
 * last position as metadata, {@link Provenance#LEDGER_HEAD}; everything committed before it was sent has one by then.
 */
public interface NeedsLedgerHead extends RegistryCommand {}
