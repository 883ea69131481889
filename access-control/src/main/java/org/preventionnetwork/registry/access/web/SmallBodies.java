package org.preventionnetwork.registry.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is sent about logins and accounts is small and says how long it is; before a login, nothing else is read at all.
 * Otherwise somebody without an account could fill memory and disk with a form of any size.
 */
final class SmallBodies extends OncePerRequestFilter {
    static final int MAX_BYTES = 16 * 1024;
    private static final Pattern OWN = Pattern.compile("/(login|logout|api/(me|tokens|accounts)(/.*)?)");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OWN.matcher(request.getServletPath()).matches() && hasBody(request)) {
            if (request.getContentLengthLong() > MAX_BYTES) {
                AccessProblem.of(413, "TOO_LARGE", "this takes at most " + MAX_BYTES + " bytes")
                        .write(response);
                return;
            }
            if (request.getContentLengthLong() < 0) {
                AccessProblem.of(411, "LENGTH_REQUIRED", "say how long the body is")
                        .write(response);
                return;
            }
            if (isMultipart(request)) {
                AccessProblem.of(415, "UNSUPPORTED_MEDIA_TYPE", "no files are taken here")
                        .write(response);
                return;
            }
        }
        try {
            chain.doFilter(request, response);
        } catch (NotWaitedFor slow) {
            logger.debug("A body came too slowly", slow);
        }
    }

    static boolean isMultipart(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null
                && type.regionMatches(
                        true,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                        0,
                        MediaType.APPLICATION_FORM_URLENCODED_VALUE.length());
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }
}
