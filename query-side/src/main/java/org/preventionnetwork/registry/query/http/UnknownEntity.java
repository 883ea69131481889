package org.preventionnetwork.registry.query.http;

/** Nothing of this id was known at that position; the answer is 404. */
public final class UnknownEntity extends RuntimeException {
    public UnknownEntity(String what) {
        super("there is no such " + what + ", or it was not known yet", null, false, false);
    }
}
