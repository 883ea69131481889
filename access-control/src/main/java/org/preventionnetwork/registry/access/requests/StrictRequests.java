package org.preventionnetwork.registry.access.requests;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.web.AccessProblem;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything else, whoever asks: an address that cannot be decoded is a 400 here, and not an error of the
 * first who looks at a parameter.
 */
final class StrictRequests extends OncePerRequestFilter {
    private static final Set<String> FORMS = Set.of("/login", "/logout");
    /** Everywhere else a form with files would be read before it is known that nobody takes it. */
    private static final String FILES = "/api/imports";

    private final boolean undeclaredFails;

    /** What Spring Security lets through, which would refuse others only when somebody reads them. */
    private static final Pattern NAME = Pattern.compile("[\\p{IsAssigned}&&[^\\p{IsControl}]]*");

    StrictRequests(boolean undeclaredFails) {
        this.undeclaredFails = undeclaredFails;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Map<String, List<String>> query;
        try {
            query = Query.parse(request.getQueryString());
            if (!query.keySet().stream().allMatch(NAME.asMatchPredicate())) {
                throw new MalformedAddress("a parameter's name has a character that no name has");
            }
        } catch (MalformedAddress malformed) {
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                refuse(response, String.valueOf(malformed.getMessage()));
                return;
            }
            query = Map.of();
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST && namesManyTypes(request)) {
            AccessProblem.of(415, "UNSUPPORTED_MEDIA_TYPE", "a body is of one type: Content-Type has no *")
                    .write(response);
            return;
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && isOf(request, "multipart/")
                && !takesFiles(request)) {
            AccessProblem.of(415, "UNSUPPORTED_MEDIA_TYPE", "no files are taken here")
                    .write(response);
            return;
        }
        try {
            chain.doFilter(new Asked(request, readsForm(request) ? null : query, undeclaredFails), response);
        } catch (InvalidParameterException | ServletException failure) {
            if (!isMalformedForm(failure) || response.isCommitted()) {
                throw failure;
            }
            response.reset();
            refuse(response, "the form cannot be read");
        }
    }

    private static boolean isMalformedForm(Throwable failure) {
        return failure instanceof InvalidParameterException || failure.getCause() instanceof InvalidParameterException;
    }

    private static boolean readsForm(HttpServletRequest request) {
        return takesFiles(request) && isOf(request, "multipart/")
                || isPost(request)
                        && FORMS.contains(request.getServletPath())
                        && isOf(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static boolean takesFiles(HttpServletRequest request) {
        return isPost(request) && request.getServletPath().equals(FILES);
    }

    private static boolean isPost(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && request.getMethod().equals("POST");
    }

    private static boolean isOf(HttpServletRequest request, String beginning) {
        String type = request.getContentType();
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith(beginning);
    }

    /** As nobody's body is, and whoever reads it would fail at it. */
    private static boolean namesManyTypes(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.split(";", 2)[0].contains("*");
    }

    private static void refuse(HttpServletResponse response, @Nullable String detail) throws IOException {
        AccessProblem.of(400, "MALFORMED", String.valueOf(detail)).write(response);
    }
}
