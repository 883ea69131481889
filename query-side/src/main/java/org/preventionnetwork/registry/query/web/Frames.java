package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.query.http.Clocks;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the frame around a page: every template finds {@code frame} and {@code say}. */
@Component
public final class Frames {
    private static final int MOST_PARAMETERS = 40;

    private final CurrentCaller callers;
    private final MessageSource texts;
    private final Clock clock = Clock.systemUTC();

    Frames(CurrentCaller callers, MessageSource texts) {
        this.callers = callers;
        this.texts = texts;
    }

    public Frame open(Model model, HttpServletRequest request, Clocks clocks) {
        Frame frame = around(request, clocks, callers.of(request).seesPersons());
        model.addAttribute("frame", frame);
        model.addAttribute("say", wording(request));
        return frame;
    }

    /** The frame of a page that says why there is no answer; without what needs one. */
    Map<String, Object> empty(HttpServletRequest request) {
        return new TreeMap<>(Map.of("frame", around(request, null, seesPersons(request)), "say", wording(request)));
    }

    /** Who cannot be told from the request sees nobody. */
    private boolean seesPersons(HttpServletRequest request) {
        try {
            return callers.of(request).seesPersons();
        } catch (ResponseStatusException unreadable) {
            return false;
        }
    }

    private Frame around(HttpServletRequest request, @Nullable Clocks clocks, boolean seesPersons) {
        Map<String, String> parameters = new LinkedHashMap<>();
        request.getParameterMap().entrySet().stream()
                .filter(parameter -> parameter.getValue().length > 0 && !parameter.getValue()[0].isBlank())
                .limit(MOST_PARAMETERS)
                .forEach(parameter ->
                        parameters.put(parameter.getKey(), parameter.getValue()[0]));
        return new Frame(
                language(request).getLanguage(),
                "/" + request.getRequestURI().replaceFirst("^/+", ""),
                parameters,
                clocks,
                LocalDate.now(clock),
                seesPersons);
    }

    public Wording wording(HttpServletRequest request) {
        return new Wording(language(request), texts);
    }

    private static Locale language(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request);
    }
}
