package org.preventionnetwork.registry.access.requests;

/** The query of an address cannot be read. The message never repeats it. */
final class MalformedAddress extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedAddress(String message) {
        super(message, null, false, false);
    }
}
