package org.preventionnetwork.registry.query.language;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;

/**
 * Names of states, by themselves and after a preposition, which in some languages joins with the article that some names
 * take. The text {@code state.of} says how: {@code du: BR CL; de la: BO; d’: HT; de: *}.
 */
final class StateNames {
    private final Locale language;
    private final Map<String, String> prefixes = new HashMap<>();
    private String usual = "";

    StateNames(Texts texts, Locale language) {
        this.language = language;
        for (String group : texts.get("state.of").split(";")) {
            String[] parts = group.strip().split(":");
            String prefix = parts[0].endsWith("’") ? parts[0] : parts[0] + " ";
            for (String code : parts[1].strip().split(" ")) {
                if (code.equals("*")) {
                    usual = prefix;
                } else if (prefixes.put(new StateCode(code).value(), prefix) != null) {
                    throw new IllegalStateException(code + " is in state.of twice");
                }
            }
        }
    }

    String name(Object code) {
        return States.name(code instanceof StateCode state ? state : new StateCode(code.toString()), language);
    }

    /** {@code de la Bolivie} */
    String of(Object code) {
        return prefixes.getOrDefault(code.toString(), usual) + name(code);
    }
}
