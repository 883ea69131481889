package org.preventionnetwork.registry.query.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.policy.Audience;
import org.preventionnetwork.registry.access.policy.Policy;
import org.preventionnetwork.registry.access.requests.CorrelatedRequests;
import org.preventionnetwork.registry.api.facts.EntityType;
import org.preventionnetwork.registry.api.facts.InvalidId;
import org.preventionnetwork.registry.api.facts.Slug;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.places.UnknownState;
import org.preventionnetwork.registry.personal.KeyUnavailable;
import org.preventionnetwork.registry.query.http.MalformedQuestion;
import org.preventionnetwork.registry.query.http.NotYetKnown;
import org.preventionnetwork.registry.query.http.OutdatedRows;
import org.preventionnetwork.registry.query.http.Questions;
import org.preventionnetwork.registry.query.http.Unanswerable;
import org.preventionnetwork.registry.query.http.UnknownEntity;
import org.preventionnetwork.registry.query.infrastructure.LedgerPositions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Pages that say why there is no answer, and how to get on. */
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@Component
class PageProblems implements ErrorViewResolver {
    private static final Logger log = LoggerFactory.getLogger(PageProblems.class);
    /** Those with a text of their own. */
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 500, 503);

    private final Frames frames;
    private final LedgerPositions ledger;
    private final Policy policy = new Policy();

    PageProblems(Frames frames, LedgerPositions ledger) {
        this.frames = frames;
        this.ledger = ledger;
    }

    @ExceptionHandler
    ModelAndView handle(MalformedQuestion problem, HttpServletRequest request) {
        return page(
                request, HttpStatus.BAD_REQUEST, english(request, problem.parameter() + ": " + problem.getMessage()));
    }

    @ExceptionHandler({InvalidId.class, UnknownState.class})
    ModelAndView malformedPath(IllegalArgumentException problem, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, english(request, problem.getMessage()));
    }

    @ExceptionHandler
    ModelAndView handle(UnknownEntity problem, HttpServletRequest request) {
        ModelAndView page = page(request, HttpStatus.NOT_FOUND, null);
        Questions.answered(request).ifPresent(clocks -> {
            page.addAllObjects(frames.empty(request, clocks));
            OptionalLong first = first(request);
            if (first.isPresent() && first.getAsLong() > clocks.position()) {
                page.addObject("since", ledger.knownAt(first.getAsLong()).orElse(null));
                page.addObject("sincePosition", first.getAsLong());
            }
        });
        return page;
    }

    /** By which position what the page is about was known first; empty where it never was. */
    private OptionalLong first(HttpServletRequest request) {
        return Arrays.stream(EntityType.values())
                .filter(type -> request.getRequestURI().startsWith("/" + type.collection() + "/"))
                .map(type -> type.prefix() + ":"
                        + request.getRequestURI()
                                .substring(type.collection().length() + 2)
                                .replaceFirst("/.*", ""))
                .filter(stored -> stored.substring(stored.indexOf(':') + 1).matches(Slug.PATTERN))
                .map(stored -> ledger.positionOf(stored, 0))
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    @ExceptionHandler
    ModelAndView handle(OutdatedRows problem, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, null);
    }

    @ExceptionHandler
    ModelAndView handle(NotYetKnown problem, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, null);
    }

    @ExceptionHandler
    ModelAndView handle(Unanswerable problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
        }
        if (problem.getCause() != null) {
            log.error("A page could not be answered: {}", problem.code(), problem.getCause());
        }
        return page(
                request,
                problem.status(),
                problem.status() == HttpStatus.FORBIDDEN ? null : english(request, problem.getMessage()));
    }

    /** An outage: nothing is erased. */
    @ExceptionHandler
    ModelAndView handle(KeyUnavailable problem, HttpServletRequest request, HttpServletResponse response) {
        log.error("A page needs a key that is not to be had", problem);
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, null);
    }

    /** What nobody expected: the log has it under the reference that the page shows. */
    @ExceptionHandler
    ModelAndView handle(Exception problem, HttpServletRequest request, HttpServletResponse response) {
        if (problem instanceof ErrorResponse known) {
            return page(request, HttpStatus.valueOf(known.getStatusCode().value()), null);
        }
        if (Outage.behind(problem).isPresent()) {
            log.error("A page cannot be shown for want of what it is about", problem);
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
            return page(request, HttpStatus.SERVICE_UNAVAILABLE, null);
        }
        log.error("A page failed", problem);
        return page(
                request,
                HttpStatus.INTERNAL_SERVER_ERROR,
                LogContext.CORRELATION.get().orElse(null));
    }

    /** For addresses that no page has, and for what failed while a page was being made. */
    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> told) {
        return page(
                request,
                status,
                status == HttpStatus.INTERNAL_SERVER_ERROR
                        ? (String) request.getAttribute(CorrelatedRequests.CORRELATION)
                        : null);
    }

    /** Who may see what was asked for; empty for what is no page. */
    private Optional<Audience> audience(HttpServletRequest request) {
        Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = asked instanceof String uri ? uri : request.getRequestURI();
        return policy.audience("GET", PathContainer.parsePath(path));
    }

    private static String roles(Audience audience, Wording say) {
        return audience.roles().stream()
                .sorted()
                .map(role -> say.constant("role", role))
                .collect(Collectors.joining(", "));
    }

    /** What programs are told is told in English, and so to nobody who reads the pages in another language. */
    private @Nullable String english(HttpServletRequest request, @Nullable String detail) {
        return frames.language(request).equals(Locale.ENGLISH.getLanguage()) ? detail : null;
    }

    private ModelAndView page(HttpServletRequest request, HttpStatus status, @Nullable String detail) {
        ModelAndView page = new ModelAndView("problem", frames.empty(request), status);
        page.addObject("status", status.value());
        page.addObject("told", TOLD.contains(status.value()) ? status.value() : status.is5xxServerError() ? 500 : 400);
        page.addObject("detail", detail);
        Optional<Audience> audience = status == HttpStatus.FORBIDDEN ? audience(request) : Optional.empty();
        boolean theirs = audience.isPresent() && audience.get().includes(frames.known(request));
        page.addObject("inPerson", theirs && audience.get().inPerson());
        page.addObject(
                "roles",
                theirs
                        ? null
                        : audience.map(who -> roles(who, frames.wording(request)))
                                .orElse(null));
        return page;
    }
}
