package org.preventionnetwork.registry.query.http;

/** A question was about rows that are made, or made anew, after an upgrade; asked again a little later it is answered. */
public final class OutdatedRows extends RuntimeException {
    OutdatedRows() {
        super("what is asked for is made anew after an upgrade; ask again in a moment", null, false, false);
    }
}
