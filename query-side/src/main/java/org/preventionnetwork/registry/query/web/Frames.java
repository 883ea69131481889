package org.preventionnetwork.registry.query.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.access.Caller;
import org.preventionnetwork.registry.access.CurrentCaller;
import org.preventionnetwork.registry.access.requests.Asked;
import org.preventionnetwork.registry.access.requests.Fault;
import org.preventionnetwork.registry.api.time.LooseDate;
import org.preventionnetwork.registry.query.http.Clocks;
import org.preventionnetwork.registry.query.names.Names;
import org.preventionnetwork.registry.query.web.Frame.FaultText;
import org.preventionnetwork.registry.query.web.Frame.Proposal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the frame around a page: every template finds {@code frame} and {@code say}. */
@Component
public final class Frames {
    private static final int MOST_PARAMETERS = 40;
    /** Attribute of a request: the day that its page answers for. */
    private static final String DAY = Frames.class.getName() + ".day";

    private final CurrentCaller callers;
    private final MessageSource texts;
    private final Names names;
    private final JdbcClient jdbc;
    private final Clock clock = Clock.systemUTC();

    Frames(CurrentCaller callers, MessageSource texts, Names names, @Qualifier("query") DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.names = names;
        this.callers = callers;
        this.texts = texts;
    }

    public Frame open(Model model, HttpServletRequest request, Clocks clocks) {
        request.setAttribute(DAY, clocks.day());
        Frame frame = around(request, clocks, callers.of(request));
        model.addAttribute("frame", frame);
        model.addAttribute("say", wording(request));
        model.addAttribute("corrections", new Corrections(jdbc, clocks));
        model.addAttribute("scopes", new ScopeNames(names, clocks, language(request)));
        return frame;
    }

    /** The frame of a page that answers nothing about the history, and so stands on no clock. */
    public Frame open(Model model, HttpServletRequest request) {
        Frame frame = around(request, null, callers.of(request));
        model.addAttribute("frame", frame);
        model.addAttribute("say", wording(request));
        return frame;
    }

    /** The frame of a page that says why there is no answer; without what needs one. */
    Map<String, Object> empty(HttpServletRequest request) {
        return empty(request, null);
    }

    /** @param clocks where there would have been an answer, so that another point can be chosen; null for none */
    Map<String, Object> empty(HttpServletRequest request, @Nullable Clocks clocks) {
        return new TreeMap<>(
                Map.of("frame", around(request, clocks, known(request).orElse(null)), "say", wording(request)));
    }

    Optional<Caller> known(HttpServletRequest request) {
        try {
            return Optional.of(callers.of(request));
        } catch (ResponseStatusException | IllegalStateException nobody) {
            return Optional.empty();
        }
    }

    private Frame around(HttpServletRequest request, @Nullable Clocks clocks, @Nullable Caller caller) {
        return new Frame(
                language(request),
                "/" + request.getRequestURI().replaceFirst("^/+", ""),
                new Understood(request),
                faults(request),
                clocks,
                clock.instant(),
                caller == null ? null : caller.name(),
                caller != null && caller.seesPersons(),
                caller == null ? Set.of() : caller.roles());
    }

    /**
     * What was asked, as it was understood: pages read their parameters after the frame has been opened, and its links are
     * made after that.
     */
    private static final class Understood extends AbstractMap<String, String> {
        private final HttpServletRequest request;

        Understood(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public Set<Entry<String, String>> entrySet() {
            Map<String, String> asked = new LinkedHashMap<>();
            Asked.of(request).map(Asked::asked).orElseGet(() -> first(request.getParameterMap())).entrySet().stream()
                    .limit(MOST_PARAMETERS)
                    .forEach(parameter -> asked.put(parameter.getKey(), parameter.getValue()));
            return asked.entrySet();
        }

        private static Map<String, String> first(Map<String, String[]> parameters) {
            Map<String, String> first = new LinkedHashMap<>();
            parameters.forEach((name, values) -> {
                if (values.length > 0 && !values[0].isBlank()) {
                    first.put(name, values[0]);
                }
            });
            return first;
        }
    }

    private List<FaultText> faults(HttpServletRequest request) {
        Wording say = wording(request);
        return Asked.of(request).stream()
                .flatMap(asked -> asked.faults().stream()
                        .map(fault -> new FaultText(
                                fault.parameter(),
                                FieldLabels.of(fault.parameter(), say),
                                String.valueOf(asked.written(fault.parameter())),
                                sentence(fault, say),
                                proposals(fault, String.valueOf(asked.written(fault.parameter())), say))))
                .toList();
    }

    private static List<Proposal> proposals(Fault fault, String written, Wording say) {
        return switch (fault.text()) {
            case "fault.state.near" ->
                fault.values().stream()
                        .map(code -> new Proposal(fault.parameter(), code, say.state(code)))
                        .toList();
            case "fault.name" ->
                fault.values().stream()
                        .map(name -> new Proposal(name, written, FieldLabels.of(name, say) + ": " + written))
                        .toList();
            case "fault.date", "fault.instant" ->
                LooseDate.readings(written).stream()
                        .map(day -> new Proposal(fault.parameter(), day.toString(), say.date(day.toString())))
                        .toList();
            default -> List.of();
        };
    }

    private static String sentence(Fault fault, Wording say) {
        return switch (fault.text()) {
            case "fault.state.near" ->
                say.text(
                        fault.text(),
                        fault.values().stream()
                                .map(code -> say.state(code) + " (" + code + ")")
                                .collect(Collectors.joining(", ")));
            case "fault.date", "fault.instant" -> say.text(fault.text(), say.text("date.explain.accepted"));
            case "fault.name" ->
                say.text(fault.text(), FieldLabels.of(fault.values().get(0), say));
            default -> say.text(fault.text(), fault.values().toArray());
        };
    }

    /** With the names of the day that the page answers for, once it is {@linkplain #open opened}. */
    public Wording wording(HttpServletRequest request) {
        return new Wording(RequestContextUtils.getLocale(request), texts, (LocalDate) request.getAttribute(DAY));
    }

    String language(HttpServletRequest request) {
        return RequestContextUtils.getLocale(request).getLanguage();
    }
}
