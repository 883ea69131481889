package org.preventionnetwork.registry.command.ledger.signing;

/** What is in the database does not continue what was signed before, or that cannot be found out. A person must look. */
public final class SigningRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningRefused(String reason) {
        super(reason);
    }

    SigningRefused(String reason, Throwable cause) {
        super(reason, cause);
    }
}
