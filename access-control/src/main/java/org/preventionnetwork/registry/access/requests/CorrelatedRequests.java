package org.preventionnetwork.registry.access.requests;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.preventionnetwork.registry.api.observation.LogContext;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a name of its own, which stands in its answer, on every line that is logged for it, with the events
 * it records and in the access log. It is made here and never taken from the request: what a sender chooses would stand
 * in the log.
 */
public final class CorrelatedRequests extends OncePerRequestFilter {
    /** The answer's header, and the request's attribute. */
    public static final String CORRELATION = "X-Correlation-Id";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = UUID.randomUUID().toString();
        request.setAttribute(CORRELATION, id);
        response.setHeader(CORRELATION, id);
        LogContext.CORRELATION.put(id);
        try {
            chain.doFilter(request, response);
        } finally {
            LogContext.CORRELATION.remove();
        }
    }
}
