package org.preventionnetwork.registry.standalone.recording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;

/** The states to pick from: by their name in the page's language, and by what they are called in the other three. */
final class StateOptions {
    private static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");
    private static final Map<String, List<Option>> BY_LANGUAGE = new ConcurrentHashMap<>();
    private static final Set<StateCode> ALL = Set.copyOf(States.all());

    private StateOptions() {}

    /**
     * What is picked from.
     *
     * @param name that is picked
     * @param label what stands beside it: the code, or the name in the page's language
     */
    record Option(String name, String label) {}

    static boolean isState(String code) {
        return ALL.stream().anyMatch(state -> state.value().equals(code));
    }

    static List<Option> in(String language) {
        return BY_LANGUAGE.computeIfAbsent(language, StateOptions::load);
    }

    private static List<Option> load(String language) {
        Locale own = Locale.forLanguageTag(language);
        List<Option> options = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (StateCode state : States.all()) {
            String name = States.name(state, own);
            names.add(name);
            options.add(new Option(name, state.value()));
        }
        options.sort(Comparator.comparing(Option::name, java.text.Collator.getInstance(own)));
        List<Option> elsewhere = new ArrayList<>();
        for (StateCode state : States.all()) {
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
}
