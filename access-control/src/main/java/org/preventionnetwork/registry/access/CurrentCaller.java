package org.preventionnetwork.registry.access;

import jakarta.servlet.http.HttpServletRequest;

/** Tells who sends a request; the only way to know. */
@FunctionalInterface
public interface CurrentCaller {
    Caller of(HttpServletRequest request);
}
