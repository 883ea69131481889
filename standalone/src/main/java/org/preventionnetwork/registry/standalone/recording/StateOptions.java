package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.preventionnetwork.registry.api.places.Existence;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;

/** The states to pick from: by their name in the page's language, and by what they are called in the other three. */
final class StateOptions {
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");
    private static final Map<String, List<Option>> BY_LANGUAGE = new ConcurrentHashMap<>();

    private StateOptions() {}

    /**
     * What is picked from.
     *
     * @param name that is picked
     * @param label what stands beside it: the code, or the name in the page's language
     */
    record Option(String name, String label) {}

    static List<Option> in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, StateOptions::load);
    }

    private static List<Option> load(String language) {
        Locale own = Locale.forLanguageTag(language);
        List<Option> options = new ArrayList<>();
        Set<String> names = new HashSet<>();
        List<StateCode> states =
                Stream.concat(States.all().stream(), States.gone().stream()).toList();
        for (StateCode state : states) {
            String name = States.name(state, own);
            names.add(name);
            options.add(new Option(name, state.value() + years(States.existence(state))));
        }
        options.sort(Comparator.comparing(Option::name, java.text.Collator.getInstance(own)));
        List<Option> elsewhere = new ArrayList<>();
        for (StateCode state : states) {
            for (String other : LANGUAGES) {
                String name = States.name(state, Locale.forLanguageTag(other));
                if (names.add(name)) {
                    elsewhere.add(new Option(name, States.name(state, own)));
                }
            }
        }
        elsewhere.sort(Comparator.comparing(Option::name));
        options.addAll(elsewhere);
        return List.copyOf(options);
    }

    /** Of a state that is gone, when it was there. */
    private static String years(Existence existence) {
        return existence.hasEnded()
                ? ", " + existence.days().from().getYear() + "–"
                        + Objects.requireNonNull(existence.days().until())
                                .minusDays(1)
                                .getYear()
                : "";
    }
}
