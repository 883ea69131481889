package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.limits.RequestRate;
import org.preventionnetwork.registry.access.limits.RequestsAtOnce;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to an account that asks too much or too much at once, and to an address without a login that does. */
final class RequestRateFilter extends OncePerRequestFilter {
    private final RequestRate rate;
    private final RequestsAtOnce atOnce;

    RequestRateFilter(RequestRate rate, RequestsAtOnce atOnce) {
        this.rate = rate;
        this.atOnce = atOnce;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> account = AuthenticatedCaller.of(
                        SecurityContextHolder.getContext().getAuthentication())
                .map(Caller::name);
        Optional<Duration> wait = account.map(rate::account).orElseGet(() -> rate.address(request.getRemoteAddr()));
        if (wait.isPresent()) {
            Refusing.tooMany(response, wait.get(), "more requests in a second than are answered");
        } else if (account.isEmpty()) {
            chain.doFilter(request, response);
        } else if (atOnce.begin(account.get())) {
            try {
                chain.doFilter(request, response);
            } finally {
                atOnce.end(account.get());
            }
        } else {
            Refusing.tooMany(response, Duration.ZERO, "more requests of one account at once than are answered");
        }
    }
}
