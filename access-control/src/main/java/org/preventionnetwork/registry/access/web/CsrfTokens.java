package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

/** Looks for the token in its header, and in the body only of small forms: others are not read to find it. */
final class CsrfTokens implements CsrfTokenRequestHandler {
    private final CsrfTokenRequestHandler masking = new XorCsrfTokenRequestAttributeHandler();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> deferred) {
        masking.handle(request, response, deferred);
    }

    @Override
    public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken token) {
        boolean mayBeRead = SmallBodies.isForm(request)
                && request.getContentLengthLong() >= 0
                && request.getContentLengthLong() <= SmallBodies.MAX_BYTES;
        return request.getHeader(token.getHeaderName()) != null || mayBeRead
                ? masking.resolveCsrfTokenValue(request, token)
                : null;
    }
}
