package org.preventionnetwork.registry.query.http;

import java.util.List;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the query side that are problem documents (RFC 9457). */
@RestControllerAdvice(basePackages = "org.preventionnetwork.registry.query")
@Order(Ordered.HIGHEST_PRECEDENCE)
class QueryProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MalformedQuestion problem) {
        ProblemDetail detail = problem(HttpStatus.BAD_REQUEST, "MALFORMED", "a parameter cannot be read");
        detail.setProperty(
                "errors",
                List.of(Map.of(
                        "pointer",
                        problem.parameter(),
                        "code",
                        "INVALID",
                        "detail",
                        String.valueOf(problem.getMessage()))));
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(UnknownEntity problem) {
        return answer(problem(HttpStatus.NOT_FOUND, "UNKNOWN_ENTITY", String.valueOf(problem.getMessage())));
    }

    /** An id in the path that has not the shape of an id. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(IllegalArgumentException problem) {
        return answer(problem(HttpStatus.BAD_REQUEST, "MALFORMED", String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(NotYetKnown problem) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "NOT_YET_KNOWN", String.valueOf(problem.getMessage())));
    }

    private static ProblemDetail problem(HttpStatus status, String code, String text) {
        ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, text);
        detail.setType(java.net.URI.create(
                "/problems/" + code.toLowerCase(java.util.Locale.ROOT).replace('_', '-')));
        detail.setProperty("code", code);
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
