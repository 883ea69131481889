package org.preventionnetwork.registry.personal;

import org.jspecify.annotations.Nullable;

/** There should be a key, and it cannot be had: an outage, to be repaired. Never taken for an erasure. */
public class KeyUnavailable extends RuntimeException {
    KeyUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
