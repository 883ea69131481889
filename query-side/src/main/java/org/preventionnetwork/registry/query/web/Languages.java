package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/** The pages' language: what the address asks for, else what was asked for last, else what the browser prefers. */
final class Languages implements LocaleResolver {
    static final String NAME = "lang";
    static final List<Locale> ALL =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.FRENCH, Locale.forLanguageTag("pt"));

    /** Empty when it is none that the pages are written in. */
    static Optional<Locale> of(@Nullable String tag) {
        return ALL.stream()
                .filter(language -> language.getLanguage().equals(tag))
                .findFirst();
    }

    static Optional<Locale> asked(HttpServletRequest request) {
        return of(request.getParameter(NAME));
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return asked(request).or(() -> kept(request)).orElseGet(() -> preferred(request));
    }

    private static Optional<Locale> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(NAME)) {
                return of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static Locale preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    @Override
    public void setLocale(
            HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale language) {
        throw new UnsupportedOperationException("the address says it: ?" + NAME + "=es");
    }
}
