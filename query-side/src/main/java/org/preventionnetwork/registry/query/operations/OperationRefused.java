package org.preventionnetwork.registry.query.operations;

import org.springframework.http.HttpStatus;

/** What was asked for cannot be done; the answer is a problem document. */
final class OperationRefused extends RuntimeException {
    private final HttpStatus status;
    private final String code;

    OperationRefused(HttpStatus status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    HttpStatus status() {
        return status;
    }

    String code() {
        return code;
    }
}
