package org.preventionnetwork.registry.api.places;

import java.util.List;
import java.util.Locale;
import org.preventionnetwork.registry.api.text.Excerpt;

/** A text that names no state, or more than one. Its message says which could be meant, and can be shown. */
public final class UnknownState extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private static final String ACCEPTED =
            " Accepted: ISO 3166-1 code or a name in English, Spanish, French or Portuguese.";

    private final transient List<StateCode> candidates;

    private UnknownState(String message, List<StateCode> candidates) {
        super(message + ACCEPTED);
        this.candidates = List.copyOf(candidates);
    }

    /** The states that could be meant; may be empty. */
    public List<StateCode> candidates() {
        return candidates;
    }

    static UnknownState named(String text) {
        return new UnknownState("unknown state " + Excerpt.of(text) + ".", List.of());
    }

    /** @param nearest the states with similar names; may be empty */
    static UnknownState named(String text, List<StateCode> nearest) {
        return nearest.isEmpty()
                ? named(text)
                : new UnknownState(
                        "unknown state " + Excerpt.of(text) + ": did you mean " + list(nearest) + "?", nearest);
    }

    static UnknownState ambiguous(String text, List<StateCode> candidates) {
        return new UnknownState(
                "ambiguous state " + Excerpt.of(text) + ": it could be " + list(candidates) + ".", candidates);
    }

    private static String list(List<StateCode> states) {
        return list(states, "or");
    }

    static String list(List<StateCode> states, String conjunction) {
        List<String> names = states.stream()
                .map(state -> States.name(state, Locale.ENGLISH) + " (" + state + ")")
                .toList();
        int last = names.size() - 1;
        return last == 0
                ? names.get(0)
                : String.join(", ", names.subList(0, last)) + " " + conjunction + " " + names.get(last);
    }
}
