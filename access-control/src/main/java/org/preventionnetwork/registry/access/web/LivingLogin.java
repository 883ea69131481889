package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.LoggedIn;
import org.preventionnetwork.registry.access.RegistryAuthentication;
import org.preventionnetwork.registry.access.accounts.Account;
import org.preventionnetwork.registry.access.accounts.Accounts;
import org.preventionnetwork.registry.access.oidc.ProvidedUser;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends the session of an account that was disabled or has another password by now, and every session after half a day.
 * What an account may do is asked of the account at each request, not of the session.
 */
final class LivingLogin extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);

    private final Accounts accounts;
    private final Clock clock;

    LivingLogin(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof LoggedIn login) {
            Account account = living(login).orElse(null);
            if (account == null) {
                end(request);
            } else {
                become(login.as(account.caller()));
            }
        } else if (principal instanceof ProvidedUser user && isOver(user.at())) {
            end(request);
        }
        chain.doFilter(request, response);
    }

    private Optional<Account> living(LoggedIn login) {
        return isOver(login.at())
                ? Optional.empty()
                : accounts.current(login.account())
                        .filter(account -> !account.disabled() && account.generation() == login.generation());
    }

    private boolean isOver(Instant since) {
        return since.plus(LONGEST).isBefore(clock.instant());
    }

    private static void become(LoggedIn now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new RegistryAuthentication(now));
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.clearContext();
    }
}
