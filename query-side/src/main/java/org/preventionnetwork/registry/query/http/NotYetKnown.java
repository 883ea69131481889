package org.preventionnetwork.registry.query.http;

/** The projections did not reach the position in time; the answer is 503, to be asked again. */
public final class NotYetKnown extends RuntimeException {
    public NotYetKnown(String detail) {
        super(detail, null, false, false);
    }
}
