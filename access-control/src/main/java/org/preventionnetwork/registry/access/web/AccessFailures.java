package org.preventionnetwork.registry.access.web;

import java.util.List;
import org.preventionnetwork.registry.access.accounts.AccountRefused;
import org.preventionnetwork.registry.access.limits.TooManyGuesses;
import org.preventionnetwork.registry.access.web.AccessProblem.FieldProblem;
import org.preventionnetwork.registry.api.text.NearestName;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Refusals of what is asked about accounts and tokens, as problem documents. */
@RestControllerAdvice(basePackages = "org.preventionnetwork.registry.access")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AccessFailures {

    @ExceptionHandler
    ResponseEntity<AccessProblem> refused(AccountRefused refused) {
        return answer(AccessProblem.of(
                refused.code().status(), refused.code().name(), String.valueOf(refused.getMessage()), refused.field()));
    }

    @ExceptionHandler
    ResponseEntity<AccessProblem> tooMany(TooManyGuesses guesses) {
        return ResponseEntity.status(429)
                .header(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(guesses.retryAfter().toSeconds() + 1))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(AccessProblem.of(429, "TOO_MANY_REQUESTS", String.valueOf(guesses.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<AccessProblem> unreadable(HttpMessageNotReadableException unreadable) {
        if (unreadable.getCause() instanceof UnrecognizedPropertyException unknown) {
            return answer(unknownField(unknown));
        }
        boolean twice = unreadable.getCause() instanceof StreamReadException read
                && String.valueOf(read.getOriginalMessage()).startsWith("Duplicate");
        return answer(AccessProblem.of(
                400, "MALFORMED", twice ? "a field is named twice" : "the body is not the JSON that is described"));
    }

    private static AccessProblem unknownField(UnrecognizedPropertyException unknown) {
        List<String> known = unknown.getKnownPropertyIds() == null
                ? List.of()
                : unknown.getKnownPropertyIds().stream().map(String::valueOf).toList();
        String accepted = "fields are: " + String.join(", ", known);
        String name = unknown.getPropertyName();
        return AccessProblem.of(400, "UNKNOWN_FIELD", "there is no such field")
                .withErrors(List.of(new FieldProblem(
                        "/" + AccessProblem.excerpt(name),
                        "UNKNOWN_FIELD",
                        NearestName.of(name, known)
                                .map(near -> "did you mean " + near + "? " + accepted)
                                .orElse(accepted))));
    }

    @ExceptionHandler({
        HttpMediaTypeNotSupportedException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeNotAcceptableException.class
    })
    ResponseEntity<AccessProblem> ofFramework(Exception failure) {
        ErrorResponse error = (ErrorResponse) failure;
        AccessProblem problem =
                ToldFailures.problem(HttpStatus.valueOf(error.getStatusCode().value()));
        return ResponseEntity.status(problem.status())
                .headers(error.getHeaders())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<AccessProblem> missing(MissingServletRequestParameterException missing) {
        return answer(AccessProblem.of(400, "MALFORMED", "the parameter " + missing.getParameterName() + " is wanted"));
    }

    @ExceptionHandler
    ResponseEntity<AccessProblem> ofAnotherType(MethodArgumentTypeMismatchException other) {
        return answer(AccessProblem.of(400, "MALFORMED", "the parameter " + other.getName() + " is not of its type"));
    }

    private static ResponseEntity<AccessProblem> answer(AccessProblem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem);
    }
}
