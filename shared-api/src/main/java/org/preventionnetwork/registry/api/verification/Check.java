package org.preventionnetwork.registry.api.verification;

/**
 * Derives something anew from the event store and compares. Changes nothing that anybody reads; may take minutes, while
 * others record, and on several nodes at once.
 */
public interface Check {

    /** A word for people and for JSON, such as {@code projections}. */
    String name();

    /**
     * @param position as of which everything is compared; what is recorded later does not count
     * @return with what could not be compared among {@link Outcome#unchecked}, and never among the findings
     */
    Outcome run(long position) throws InterruptedException;
}
