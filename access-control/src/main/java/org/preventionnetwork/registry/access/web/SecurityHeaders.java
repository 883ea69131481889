package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What every answer tells a browser: load nothing from elsewhere, run nothing that stands in a page, be framed nowhere. */
final class SecurityHeaders {
    private static final String CSP = "Content-Security-Policy";
    /** The style sheet draws its arrows as data: images; a picture can run nothing and asks nobody. */
    private static final String STRICT = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    /** Swagger's page styles itself inline. */
    private static final String SWAGGER = STRICT + "; style-src 'self' 'unsafe-inline'";

    private static final RequestMatcher SWAGGER_PAGES = SecurityHeaders::isSwagger;
    private static final int YEAR = 31_536_000;

    private SecurityHeaders() {}

    static void write(HttpSecurity http) {
        http.headers(headers -> headers.addHeaderWriter(
                        new DelegatingRequestMatcherHeaderWriter(SWAGGER_PAGES, new StaticHeadersWriter(CSP, SWAGGER)))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(SWAGGER_PAGES), new StaticHeadersWriter(CSP, STRICT)))
                .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(YEAR).includeSubDomains(false))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(permissions -> permissions.policy(
                        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()"))
                .crossOriginOpenerPolicy(opener -> opener.policy(
                        org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter
                                .CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(
                        org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter
                                .CrossOriginResourcePolicy.SAME_ORIGIN)));
    }

    private static boolean isSwagger(HttpServletRequest request) {
        return request.getServletPath().startsWith("/swagger-ui/");
    }
}
