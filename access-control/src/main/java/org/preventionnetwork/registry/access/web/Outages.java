package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.preventionnetwork.registry.api.outages.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 to a request that an outage ends where nobody else answers: at the login, on the way, in the midst. */
final class Outages extends OncePerRequestFilter {
    private static final Logger log = LoggerFactory.getLogger(Outages.class);

    private final String page;

    Outages() throws IOException {
        try (InputStream file = Outages.class.getResourceAsStream("unavailable.html")) {
            page = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException failure) {
            Outage outage = Outage.behind(failure).orElse(null);
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
