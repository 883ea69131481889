package org.preventionnetwork.registry.access.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/**
 * Ends whatever reads a body that comes too slowly. No I/O exception: after one of these Tomcat hangs up, and the sender
 * would not learn why. What is answered in the end is {@link BoundedRequests}'.
 */
final class NotWaitedFor extends ErrorResponseException {
    private static final long serialVersionUID = 1L;

    NotWaitedFor() {
        super(HttpStatus.REQUEST_TIMEOUT);
    }
}
