package org.preventionnetwork.registry.query.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.preventionnetwork.registry.access.web.AccessProblem.FieldProblem;
import org.preventionnetwork.registry.access.web.FailureCode;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.personal.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers of the query side that are problem documents (RFC 9457); pages have problems of their own, which come first. */
@RestControllerAdvice(
        basePackages = {"org.preventionnetwork.registry.query", "org.preventionnetwork.registry.standalone"})
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class QueryProblems {
    private static final Logger log = LoggerFactory.getLogger(QueryProblems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(MalformedQuestion problem) {
        ProblemDetail detail = problem(HttpStatus.BAD_REQUEST, "MALFORMED", "a parameter cannot be read");
        detail.setProperty(
                "errors",
                List.of(new FieldProblem(problem.parameter(), "INVALID", String.valueOf(problem.getMessage()))));
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(UnknownEntity problem) {
        return answer(problem(HttpStatus.NOT_FOUND, "UNKNOWN_ENTITY", String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Unanswerable problem) {
        if (problem.getCause() != null) {
            log.error("A question could not be answered: {}", problem.code(), problem.getCause());
        }
        Duration retryAfter = problem.retryAfter();
        return ResponseEntity.status(problem.status())
                .headers(headers -> {
                    if (retryAfter != null) {
                        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter.toSeconds()));
                    } else if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
                    }
                })
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(problem.status(), problem.code(), String.valueOf(problem.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(KeyUnavailable problem) {
        if (Outage.behind(problem).equals(Optional.of(Outage.NO_ROOM))) {
            return handle((Exception) problem);
        }
        log.error("A question needs a key that is not to be had", problem);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "30")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "KEY_UNAVAILABLE",
                        "the keys of personal data cannot be had now; nothing is erased, ask again"));
    }

    /** An id or a state in the path that is none. */
    @ExceptionHandler({InvalidId.class, UnknownState.class})
    ResponseEntity<ProblemDetail> malformedPath(IllegalArgumentException problem) {
        return answer(problem(HttpStatus.BAD_REQUEST, "MALFORMED", String.valueOf(problem.getMessage())));
    }

    /** What nobody expected: the log has it under the reference that the answer carries. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(Exception problem) {
        if (problem instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return answer(problem(
                    status,
                    FailureCode.of(status.value()),
                    String.valueOf(known.getBody().getDetail())));
        }
        Optional<Outage> outage = Outage.behind(problem);
        if (outage.isPresent()) {
            log.error("A question cannot be answered: {}", outage.get(), problem);
            boolean full = outage.get() == Outage.NO_ROOM;
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS))
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            full ? outage.get().code() : "UNAVAILABLE",
                            full
                                    ? "there is no room left to store even who asked; call the operator"
                                    : "what is asked for cannot be reached now; ask again in a moment"));
        }
        log.error("A question failed", problem);
        ProblemDetail detail = problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                FailureCode.INTERNAL,
                "the registry failed to answer; its log says why");
        LogContext.CORRELATION.get().ifPresent(id -> detail.setProperty("reference", id));
        return answer(detail);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> handle(OutdatedRows problem) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "UNAVAILABLE", String.valueOf(problem.getMessage())));
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
        detail.setType(URI.create("/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        detail.setProperty("code", code);
        return detail;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail detail) {
        return ResponseEntity.status(detail.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(detail);
    }
}
