package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.preventionnetwork.registry.access.AuthenticatedCaller;
import org.preventionnetwork.registry.access.limits.TooManyGuesses;
import org.preventionnetwork.registry.access.policy.PolicyManager;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no: 401 to whoever might log in, 403 to whoever has, 429 to whoever is too fast; a browser that asks for a page is
 * led to the login, or shown the page that says so.
 */
final class Refusing implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final String CHALLENGE = "Basic realm=\"registry\", charset=\"UTF-8\"";

    private final boolean pages;

    /** @param pages whether there is a login page to be led to */
    Refusing(boolean pages) {
        this.pages = pages;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof TooManyGuesses guesses) {
            tooMany(response, guesses.retryAfter(), String.valueOf(guesses.getMessage()));
        } else if (failure instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            AccessProblem.of(503, "UNAVAILABLE", "the login cannot be checked now; try again later")
                    .write(response);
        } else if (pages && asksForPage(request)) {
            response.sendRedirect(request.getContextPath() + LoginPage.PATH);
        } else {
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            AccessProblem.of(401, "LOGIN_REQUIRED", "log in, or send a token: see the documentation on access")
                    .write(response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        boolean somebody = AuthenticatedCaller.of(
                        SecurityContextHolder.getContext().getAuthentication())
                .isPresent();
        if (somebody && pages && asksForPage(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (denied instanceof AuthorizationDeniedException known
                && known.getAuthorizationResult() instanceof PolicyManager.PasswordNeeded) {
            AccessProblem.of(
                            403,
                            "PASSWORD_NEEDED",
                            "a token neither makes nor changes logins: log in with the password, or in a browser")
                    .write(response);
        } else if (somebody || request.getServletPath().equals(LoginPage.PATH)) {
            AccessProblem.of(403, "FORBIDDEN", "this account may not do this, or nobody may")
                    .write(response);
        } else {
            commence(request, response, new LoginMissing());
        }
    }

    static void tooMany(HttpServletResponse response, Duration retryAfter, String detail) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds() + 1)));
        AccessProblem.of(429, "TOO_MANY_REQUESTS", detail).write(response);
    }

    static boolean asksForPage(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getMethod().equals("GET") && accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    private static final class LoginMissing extends AuthenticationException {
        private static final long serialVersionUID = 1L;

        LoginMissing() {
            super("nobody is logged in");
        }
    }
}
