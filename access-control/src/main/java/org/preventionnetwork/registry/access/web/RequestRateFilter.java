package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.limits.RequestRate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to an account that asks too much, and to an address without a login that does. */
final class RequestRateFilter extends OncePerRequestFilter {
    private final RequestRate rate;

    RequestRateFilter(RequestRate rate) {
        this.rate = rate;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = AuthenticatedCaller.of(
                        SecurityContextHolder.getContext().getAuthentication())
                .map(caller -> rate.account(caller.name()))
                .orElseGet(() -> rate.address(request.getRemoteAddr()));
        if (wait.isPresent()) {
            Refusing.tooMany(response, wait.get(), "more requests in a second than are answered");
        } else {
            chain.doFilter(request, response);
        }
    }
}
