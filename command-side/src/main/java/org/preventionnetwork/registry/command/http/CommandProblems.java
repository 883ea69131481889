package org.preventionnetwork.registry.command.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import org.axonframework.commandhandling.NoHandlerForCommandException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.web.FailureCode;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.facts.Refused;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.text.FailureText;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.preventionnetwork.registry.command.reading.InvalidCommand;
import org.preventionnetwork.registry.personal.KeyUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every failure of a command with a problem document; also what fails under {@code /api} before it reaches any
 * controller. What the query side's controllers throw is the query side's.
 */
@Component
class CommandProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(CommandProblems.class);
    private static final String OWN_CODE = "org.preventionnetwork.registry.command.";
    /** What no handler is found for is answered here, wherever it belongs. */
    private static final Pattern API = Pattern.compile("/(api|ledger)/.*");

    /** Before Spring's own resolvers, which would answer without a body. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted() || !isOurs(request, handler)) {
            return null;
        }
        if (failure instanceof ErrorResponse error) {
            error.getHeaders().forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        }
        Problem problem = problem(request, failure);
        if (problem.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
        }
        write(problem, response);
        return new ModelAndView();
    }

    private static boolean isOurs(HttpServletRequest request, @Nullable Object handler) {
        return handler instanceof HandlerMethod method
                ? method.getBeanType().getName().startsWith(OWN_CODE)
                : API.matcher(request.getRequestURI()
                                .substring(request.getContextPath().length()))
                        .matches();
    }

    private static Problem problem(HttpServletRequest request, Exception failure) {
        if (failure instanceof InvalidCommand invalid) {
            return Problem.of(400, "MALFORMED", "some of this is not accepted; see the errors")
                    .withErrors(invalid.errors());
        }
        if (failure instanceof MalformedRequest || failure instanceof InvalidId) {
            return Problem.of(400, "MALFORMED", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof BodyTooLarge) {
            return Problem.of(413, "TOO_LARGE", String.valueOf(failure.getMessage()));
        }
        if (failure instanceof Refused refused) {
            return Refusals.problem(refused.refusal(), request.getHeader(HttpHeaders.IF_MATCH) != null);
        }
        Optional<Outage> outage = Outage.told(failure);
        if (keyUnavailable(failure)
                && outage.filter(EnumSet.of(Outage.NO_ROOM, Outage.MIDWAY)::contains)
                        .isEmpty()) {
            LOG.error("A command needs a key that is not to be had", failure);
            return Problem.of(
                    503,
                    "KEY_UNAVAILABLE",
                    "the keys of personal data cannot be had now; try again, which records nothing twice");
        }
        if (outage.isPresent()) {
            LOG.error("{} could not be done: {}", request.getMethod(), outage.get(), failure);
            return Problem.of(503, outage.get().code(), outage.get().detail());
        }
        if (failure instanceof ErrorResponse error) {
            return ofFramework(error);
        }
        if (failure instanceof TypeMismatchException) {
            return Problem.of(400, "MALFORMED", "a parameter of the address is not of its type");
        }
        if (failure instanceof MultipartException) {
            return Problem.of(400, "MALFORMED", "the parts of the body cannot be told apart");
        }
        if (failure instanceof IOException) {
            return Problem.of(400, "MALFORMED", "the body ended early");
        }
        if (failure instanceof NoHandlerForCommandException) {
            LOG.warn("No node takes this command: {}", FailureText.of(failure));
            return Problem.of(503, "UNAVAILABLE", "nobody takes commands of this kind now; try again later");
        }
        return unexpected(failure);
    }

    private static boolean keyUnavailable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof KeyUnavailable) {
                return true;
            }
        }
        return false;
    }

    private static Problem ofFramework(ErrorResponse error) {
        int status = error.getStatusCode().value();
        String code = FailureCode.of(status);
        if (error instanceof ErrorResponseException own && own.getBody().getDetail() != null) {
            return Problem.of(status, code, own.getBody().getDetail());
        }
        String detail =
                switch (status) {
                    case 404 -> "there is nothing at this address";
                    case 405 -> "this address does not take this method; see Allow";
                    case 406 -> "answers here are application/json";
                    case 415 -> "bodies here are application/json in UTF-8";
                    case 413 -> "this is larger than is accepted";
                    default -> "the request is not accepted";
                };
        return Problem.of(status, code, detail);
    }

    /** The log has it under the id that the answer carries. */
    private static Problem unexpected(Exception failure) {
        LOG.error("A command failed", failure);
        Problem problem = Problem.of(500, FailureCode.INTERNAL, "this failed for a reason on our side");
        return LogContext.CORRELATION.get().map(problem::withCorrelationId).orElse(problem);
    }

    private static void write(Problem problem, HttpServletResponse response) {
        try {
            response.setStatus(problem.status());
            response.setContentType(Problem.MEDIA_TYPE);
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getOutputStream().write(RegistryJson.mapper().writeValueAsBytes(problem));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
