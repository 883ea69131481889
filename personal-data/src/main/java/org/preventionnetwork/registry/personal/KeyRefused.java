package org.preventionnetwork.registry.personal;

import org.jspecify.annotations.Nullable;

/**
 * A key file is missing, damaged or another registry's, so the start is refused: no other key is made in its place, and
 * nothing is recorded that nobody could verify or read later. A person must look.
 */
public final class KeyRefused extends KeyUnavailable {
    private final String fault;
    private final String cure;

    KeyRefused(String fault, String cure, @Nullable Throwable cause) {
        super(fault + ". " + cure, cause);
        this.fault = fault;
        this.cure = cure;
    }

    /** One line that names the file. */
    public String fault() {
        return fault;
    }

    /** One line that says what to do. */
    public String cure() {
        return cure;
    }
}
