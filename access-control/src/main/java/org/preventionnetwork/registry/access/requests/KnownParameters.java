package org.preventionnetwork.registry.access.requests;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.requests.Declarations.Declared;
import org.preventionnetwork.registry.access.web.AccessProblem;
import org.preventionnetwork.registry.access.web.AccessProblem.FieldProblem;
import org.preventionnetwork.registry.api.text.NearestName;
import org.preventionnetwork.registry.api.wire.RegistryJson;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Lets no request say what its endpoint does not read: a misspelt {@code asOf} would else be answered for today. The HTTP
 * interface refuses it and says what would be accepted. A page says so where the name is nearly one that it knows, and
 * leaves others aside, which links from elsewhere carry. Logins are left alone: they belong to those who log people in.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
    private static final String OWN = "org.preventionnetwork.registry.";
    private static final Set<String> EXEMPT = Set.of("/login", "/login.css");
    /** What is longer cannot be an empty object. */
    private static final int LARGEST_NOTHING = 16 * 1024;
    /** Behind whatever refuses a caller. */
    private static final int ORDER = 100;

    private final Declarations declarations;

    KnownParameters(Declarations declarations) {
        this.declarations = declarations;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(ORDER);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Asked> asked = Asked.of(request);
        if (asked.isEmpty()
                || !(handler instanceof HandlerMethod endpoint)
                || !endpoint.getBeanType().getName().startsWith(OWN)
                || EXEMPT.contains(request.getServletPath())) {
            return true;
        }
        Declared declared = declarations.of(endpoint);
        Set<String> names = names(declared, request);
        AccessProblem problem = declared.page() ? null : refused(request, names, declared);
        boolean mayHaveBody =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        if (problem == null && !declared.body() && mayHaveBody) {
            problem = refusedBody(request);
        }
        if (problem != null) {
            problem.write(response);
            return false;
        }
        if (declared.page()) {
            names.add(Asked.LANGUAGE);
            noteFaults(asked.get(), names, declared);
        }
        names.addAll(declared.files());
        asked.get().answeredBy(names, declared.page());
        return true;
    }

    @SuppressWarnings("unchecked")
    private static Set<String> names(Declared declared, HttpServletRequest request) {
        Set<String> names = new LinkedHashSet<>(declared.parameters());
        if (declared.byPath() != null) {
            Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
            names.addAll(declared.byPath().of(variables == null ? Map.of() : (Map<String, String>) variables));
        }
        return names;
    }

    private static @Nullable AccessProblem refused(HttpServletRequest request, Set<String> names, Declared declared) {
        List<FieldProblem> unknown = new ArrayList<>();
        List<FieldProblem> twice = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                unknown.add(new FieldProblem(AccessProblem.excerpt(name), "UNKNOWN_PARAMETER", sentence(name, names)));
            } else if (values.length > 1 && !declared.takesMany(name)) {
                twice.add(new FieldProblem(name, "DUPLICATE_PARAMETER", "it is accepted once"));
            }
        });
        if (request instanceof MultipartHttpServletRequest form) {
            form.getMultiFileMap().forEach((name, files) -> {
                if (!declared.files().contains(name)) {
                    unknown.add(new FieldProblem(
                            AccessProblem.excerpt(name), "UNKNOWN_PARAMETER", sentence(name, declared.files())));
                } else if (files.size() > 1) {
                    twice.add(new FieldProblem(name, "DUPLICATE_PARAMETER", "one file is accepted"));
                }
            });
        }
        if (!unknown.isEmpty()) {
            return AccessProblem.of(400, "UNKNOWN_PARAMETER", "this address takes no such parameter")
                    .withErrors(unknown);
        }
        return twice.isEmpty()
                ? null
                : AccessProblem.of(400, "DUPLICATE_PARAMETER", "a parameter is said twice")
                        .withErrors(twice);
    }

    private static String sentence(String name, Set<String> known) {
        String accepted = known.isEmpty() ? "none is accepted here" : "accepted are " + String.join(", ", known);
        return NearestName.of(name, known)
                .map(near -> "did you mean " + near + "? " + accepted)
                .orElse(accepted);
    }

    /** An endpoint that reads no body takes none, but for an empty object. */
    private static @Nullable AccessProblem refusedBody(HttpServletRequest request) throws IOException {
        if (request instanceof MultipartHttpServletRequest) {
            return AccessProblem.of(415, "UNSUPPORTED_MEDIA_TYPE", "no files are taken here");
        }
        if (request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader("Transfer-Encoding") == null) {
            return null;
        }
        byte[] bytes;
        try {
            bytes = request.getInputStream().readNBytes(LARGEST_NOTHING + 1);
        } catch (IOException unreadable) {
            return AccessProblem.of(400, "MALFORMED", "the body ended early, or cannot be read");
        }
        if (bytes.length > LARGEST_NOTHING) {
            return AccessProblem.of(413, "TOO_LARGE", "this address takes no body");
        }
        try {
            JsonNode body = bytes.length == 0 ? null : RegistryJson.mapper().readTree(bytes);
            if (body != null && body.isObject()) {
                List<FieldProblem> unknown = body.propertyNames().stream()
                        .map(name -> new FieldProblem(
                                "/" + AccessProblem.excerpt(name), "UNKNOWN_FIELD", "no field is accepted here"))
                        .toList();
                return unknown.isEmpty()
                        ? null
                        : AccessProblem.of(400, "UNKNOWN_FIELD", "this address takes no fields")
                                .withErrors(unknown);
            }
            return body == null ? null : AccessProblem.of(400, "MALFORMED", "this address takes no body");
        } catch (JacksonException noJson) {
            return AccessProblem.of(400, "MALFORMED", "this address takes no body");
        }
    }

    private static void noteFaults(Asked asked, Set<String> names, Declared declared) {
        asked.getParameterMap().forEach((name, values) -> {
            if (!names.contains(name)) {
                NearestName.of(name, names)
                        .ifPresent(near -> asked.isAtFault(
                                new Fault(name, "fault.name", List.of(near), "did you mean " + near + "?")));
            } else if (values.length > 1 && !declared.takesMany(name)) {
                asked.isAtFault(new Fault(name, "fault.twice", List.of(), "this is said twice"));
            }
        });
    }

    /** A page that was answered in spite of faults is still no answer to what was asked. */
    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && Asked.of(request).filter(asked -> !asked.faults().isEmpty()).isPresent()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
