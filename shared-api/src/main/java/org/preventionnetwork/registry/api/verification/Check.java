package org.preventionnetwork.registry.api.verification;

/** Derives something anew from the event store and compares. Changes nothing that anybody reads; may take minutes. */
public interface Check {

    /** A word for people and for JSON, such as {@code ledger}. */
    String name();

    Outcome run() throws InterruptedException;
}
