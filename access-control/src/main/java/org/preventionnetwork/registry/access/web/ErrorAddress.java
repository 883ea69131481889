package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Where the container looks for what to say of a failure, there is nothing for whoever asks for it themselves. */
final class ErrorAddress extends OncePerRequestFilter {
    static final String PATH = "/error";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(PATH)) {
            chain.doFilter(request, response);
        } else if (Refusing.asksForPage(request)
                && AuthenticatedCaller.of(SecurityContextHolder.getContext().getAuthentication())
                        .isPresent()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            AccessProblem.of(404, "NOT_FOUND", "there is nothing at this address")
                    .write(response);
        }
    }
}
