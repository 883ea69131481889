package org.preventionnetwork.registry.api.places;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** What the registry knows about states: their names in four languages, their other codes and their regions. */
public final class States {

    private States() {}

    /**
     * The state of a code or a name: ISO 3166-1 alpha-2 or alpha-3 in letters of any case, ISO 3166-3 for one that is
     * gone, or a name in English, Spanish, French or Portuguese, be it short, formal or former. Case, accents, articles, "and" in these languages,
     * punctuation and spaces make no difference.
     *
     * @throws UnknownState when no state, or more than one, is called so; its message names the nearest
     */
    public static StateCode parse(String codeOrName) {
        return StateCodes.find(codeOrName.strip())
                .orElseGet(() -> StateIndex.get().find(codeOrName));
    }

    /** The short name, in English where the language is none of English, Spanish, French and Portuguese. */
    public static String name(StateCode state, Locale language) {
        return StateNames.in(language).of(state);
    }

    /** What it was called on a day, as far back as the catalogue knows; on later days than all of these its name. */
    public static String name(StateCode state, Locale language, LocalDate day) {
        return StateNames.in(language).of(state, day);
    }

    /** Every state and territory of today, in the order of the codes. */
    public static List<StateCode> all() {
        return StateCodes.all();
    }

    /** Every state that is gone, in the order of the codes. */
    public static List<StateCode> gone() {
        return StateCodes.gone();
    }

    /** The days on which a state exists, which bound whatever it takes part in. */
    public static Existence existence(StateCode state) {
        FormerState former = FormerState.ALL.get(state.value());
        return former == null
                ? new Existence(state, null, null, List.of())
                : new Existence(
                        state,
                        former.from(),
                        former.until(),
                        former.successors().stream().map(StateCode::new).toList());
    }

    /**
     * What stood on a day where a state stood: itself while it existed, before that the states that it succeeded, after it
     * its successors, as far as the catalogue knows them; may be empty.
     */
    public static List<StateCode> thereOn(LocalDate day, StateCode state) {
        return Places.on(day, state);
    }

    /** The ISO 3166-1 alpha-3 code; Unicode's {@code XKK} for Kosovo; empty for a state that is gone and had none. */
    public static String alpha3(StateCode state) {
        return StateCodes.alpha3(state);
    }

    /**
     * The narrowest region of the United Nations' M49 that contains the state, such as 005 South America. Kosovo, which
     * M49 does not list, is in 039 Southern Europe as its neighbours are; Antarctica, which M49 puts into no region, is
     * in 001 World.
     */
    public static M49Region region(StateCode state) {
        return M49Region.of(state);
    }
}
