package org.preventionnetwork.registry.query.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Collection;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.Role;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses, whatever stands in front of it, questions about officials to callers who do not see persons: answers that
 * {@linkplain NamesPersons name} them, and filters and orders by them, from which an id could be guessed.
 */
@Component
public final class Persons implements HandlerInterceptor, WebMvcConfigurer {
    private static final String QUESTIONS = "org.preventionnetwork.registry.query.";

    private final CurrentCaller callers;

    Persons(CurrentCaller callers) {
        this.callers = callers;
    }

    /** @throws Unanswerable (403) for who sees none */
    public void requireSeen(HttpServletRequest request) {
        if (!callers.of(request).seesPersons()) {
            throw refused("this is for those who may know who the officials are");
        }
    }

    /** @throws Unanswerable (403) for who has none of these roles */
    public void requireRole(HttpServletRequest request, Role... roles) {
        Caller caller = callers.of(request);
        if (Arrays.stream(roles).noneMatch(caller::is)) {
            throw refused("this needs one of the roles " + Arrays.toString(roles));
        }
    }

    boolean areSeen(HttpServletRequest request) {
        return callers.of(request).seesPersons();
    }

    private static Unanswerable refused(String why) {
        return new Unanswerable(HttpStatus.FORBIDDEN, "FORBIDDEN", why);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith(QUESTIONS)
                && (names(method) || asksForOne(request))) {
            requireSeen(request);
        }
        return true;
    }

    private static boolean names(HandlerMethod method) {
        return method.hasMethodAnnotation(NamesPersons.class)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), NamesPersons.class);
    }

    private static boolean asksForOne(HttpServletRequest request) {
        return request.getParameterMap().keySet().stream().anyMatch("official"::equalsIgnoreCase)
                || request.getParameterMap().values().stream()
                        .map(Arrays::asList)
                        .flatMap(Collection::stream)
                        .anyMatch(value -> value.startsWith("official:") || value.matches("official(,(asc|desc))?"));
    }
}
