package org.preventionnetwork.registry.api.facts;

/** What was given as an id has not the shape of one; the message says what is accepted. */
public final class InvalidId extends IllegalArgumentException {
    InvalidId(String accepted) {
        super(accepted);
    }
}
