package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.outages.Kept;
import org.preventionnetwork.registry.api.outages.Outage;
import org.preventionnetwork.registry.api.outages.Patience;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 to a request that an outage ends where nobody else answers: at the login, on the way, in the midst; and sees
 * to it that what keeps silent for too long is taken for an outage.
 */
final class Outages extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(Outages.class);

    /** What is handed out as it is read may be long in coming. */
    private static final Pattern EXPORTS =
            Pattern.compile("/api/(history/export|evidence|officials/[^/]+/personal-data)");

    private static final int MORE_FOR_EXPORTS = 15;

    private final String page;
    private final Patience.Limits patience;

    /** @param patience with anything that is asked on behalf of a request */
    Outages(Patience.Limits patience) throws IOException {
        this.patience = patience;
        try (InputStream file = Outages.class.getResourceAsStream("unavailable.html")) {
            page = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean export = EXPORTS.matcher(request.getRequestURI()).matches();
        try (Patience.Held limited = Patience.of(export ? patience.times(MORE_FOR_EXPORTS) : patience);
                Kept.Request kept = Kept.begin()) {
            answered(request, response, chain);
        }
    }

    private void answered(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            Outage outage = Outage.told(failure).orElse(null);
            if (outage == null || response.isCommitted()) {
                throw failure;
            }
            log.warn("{} {} cannot be answered: {}", request.getMethod(), request.getServletPath(), outage);
            answer(request, response, outage);
        }
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Outage outage) throws IOException {
        response.resetBuffer();
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(Outage.RETRY_AFTER_SECONDS));
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            LoginTexts texts = LoginTexts.of(request);
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            response.setContentType(MediaType.TEXT_HTML_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            response.getOutputStream()
                    .write(texts.fill(page)
                            .replace("{language}", texts.language())
                            .getBytes(StandardCharsets.UTF_8));
        } else {
            AccessProblem.of(503, outage.code(), outage.detail()).write(response);
        }
    }
}
