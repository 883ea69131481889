package org.preventionnetwork.registry.api.places;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The codes that exist. Cheap to load, other than the names. */
final class StateCodes {

    /** In ICU's list, and reserved for purposes other than states: Diego Garcia, Ceuta and Melilla, the Canaries. */
    private static final Set<String> NO_STATES = Set.of("DG", "EA", "IC");

    private static final Set<String> ALPHA_2 = Stream.concat(Arrays.stream(ULocale.getISOCountries()), Stream.of("XK"))
            .filter(code -> !NO_STATES.contains(code))
            .collect(Collectors.toUnmodifiableSet());

    private StateCodes() {}

    static boolean exists(String code) {
        return ALPHA_2.contains(code) || FormerState.ALL.containsKey(code);
    }

    /** Those of today. */
    static List<StateCode> all() {
        return ALPHA_2.stream().map(StateCode::new).sorted().toList();
    }

    /** Those that are gone. */
    static List<StateCode> gone() {
        return FormerState.ALL.keySet().stream().map(StateCode::new).toList();
    }

    static String alpha3(StateCode state) {
        return Alpha3.BY_STATE.getOrDefault(state, "");
    }

    /** The state of a code of two, three or four letters, of any case. */
    static Optional<StateCode> find(String code) {
        String capitals = code.toUpperCase(Locale.ROOT);
        return exists(capitals)
                ? Optional.of(new StateCode(capitals))
                : Optional.ofNullable(Alpha3.TO_STATE.get(capitals));
    }

    private static final class Alpha3 {

        private static final Map<StateCode, String> BY_STATE = Stream.concat(all().stream(), gone().stream())
                .collect(Collectors.toUnmodifiableMap(state -> state, Alpha3::of));

        private static String of(StateCode state) {
            FormerState former = FormerState.ALL.get(state.value());
            return former == null
                    ? new ULocale("und", state.value()).getISO3Country()
                    : former.alpha3().replace("-", "");
        }

        private static final Map<String, StateCode> TO_STATE = toState();

        /** Kosovo has two user-assigned codes: XKK is Unicode's, XKX the World Bank's and the European Union's. */
        private static Map<String, StateCode> toState() {
            var states = new HashMap<String, StateCode>();
            BY_STATE.forEach((state, alpha3) -> states.put(alpha3, state));
            states.remove("");
            states.put("XKX", new StateCode("XK"));
            return Map.copyOf(states);
        }
    }
}
