package org.preventionnetwork.registry.access.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import tools.jackson.core.type.TypeReference;

/**
 * What is said of a failure that nobody else tells of, as when the framework cannot read a request at all: a page to who
 * asks for one, and to all others a problem document like every other refusal.
 */
@Hidden
@Controller
class ToldFailures extends BasicErrorController {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    ToldFailures(ErrorAttributes told, WebProperties settings, ObjectProvider<ErrorViewResolver> pages) {
        super(told, settings.getError(), pages.orderedStream().toList());
    }

    @Override
    public ResponseEntity<Map<String, Object>> error(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(RegistryJson.mapper().convertValue(problem(status), FIELDS));
    }

    @Override
    @ExceptionHandler(HttpMediaTypeNotAcceptableException.class)
    public ResponseEntity<String> mediaTypeNotAcceptable(HttpServletRequest request) {
        HttpStatus status = getStatus(request);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(RegistryJson.mapper().writeValueAsString(problem(status)));
    }

    static AccessProblem problem(HttpStatus status) {
        String detail =
                switch (status) {
                    case NOT_FOUND -> "there is nothing at this address";
                    case METHOD_NOT_ALLOWED -> "this address is not asked by this method";
                    case NOT_ACCEPTABLE -> "this is not answered in any form that is accepted";
                    case UNSUPPORTED_MEDIA_TYPE -> "a body of this Content-Type is not taken here";
                    default ->
                        status.is5xxServerError()
                                ? "the registry failed to answer; its log says why"
                                : "the request cannot be understood";
                };
        return AccessProblem.of(status.value(), FailureCode.of(status.value()), detail);
    }
}
