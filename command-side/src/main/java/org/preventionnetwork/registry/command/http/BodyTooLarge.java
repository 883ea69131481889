package org.preventionnetwork.registry.command.http;

/** A body of more than {@value JsonBody#MAX_BYTES} bytes. */
final class BodyTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("a command's body has at most " + JsonBody.MAX_BYTES + " bytes", null, false, false);
    }
}
