package org.preventionnetwork.registry.command.http;

/** A request that cannot be understood as a whole; its message is shown to the sender. */
final class MalformedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRequest(String detail) {
        super(detail, null, false, false);
    }
}
