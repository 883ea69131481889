package org.preventionnetwork.registry.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the login page says, in the language that the address asks for, else the one that was chosen last, on whichever
 * page, else the browser's.
 */
record LoginTexts(String language, ResourceBundle texts) {
    static final String PARAMETER = "lang";
    static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");
    private static final String BUNDLE = LoginTexts.class.getPackageName() + ".login";
    private static final Pattern PLACE = Pattern.compile("\\{text:([\\w.]+)}");

    static LoginTexts of(HttpServletRequest request) {
        String language = asked(request)
                .or(() -> kept(request))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(LANGUAGES::contains)
                        .findFirst())
                .orElse("en");
        ResourceBundle.Control noOtherLanguage =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new LoginTexts(
                language, ResourceBundle.getBundle(BUNDLE, Locale.forLanguageTag(language), noOtherLanguage));
    }

    static Optional<String> asked(HttpServletRequest request) {
        return known(request.getParameter(PARAMETER));
    }

    private static Optional<String> kept(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(PARAMETER))
                .flatMap(cookie -> known(cookie.getValue()).stream())
                .findFirst();
    }

    private static Optional<String> known(@Nullable String language) {
        return Optional.ofNullable(language).filter(LANGUAGES::contains);
    }

    String say(String key) {
        return texts.getString(key);
    }

    /** @param value in the place of {@code {0}} */
    String say(String key, String value) {
        return say(key).replace("{0}", value);
    }

    /** A page's text for each {@code {text:key}}. */
    String fill(String page) {
        return PLACE.matcher(page).replaceAll(place -> Matcher.quoteReplacement(say(place.group(1))));
    }
}
