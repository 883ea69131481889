package org.preventionnetwork.registry.api.places;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short names of all states in one language: ICU's, but for the few that {@code state-names.csv} replaces. */
final class StateNames {

    static final List<String> LANGUAGES = List.of("en", "es", "fr", "pt");

    /** Portuguese and Spanish names differ between the continents. */
    private static final List<String> LOCALES_READ = List.of("en", "es", "es-419", "fr", "pt", "pt-PT");

    private static final Map<String, StateNames> BY_LANGUAGE = new ConcurrentHashMap<>();

    private final Map<StateCode, String> names;
    /** By the first day on which they were no longer the name. */
    private final Map<StateCode, NavigableMap<LocalDate, String>> former;

    private StateNames(Map<StateCode, String> names, Map<StateCode, NavigableMap<LocalDate, String>> former) {
        this.names = names;
        this.former = former;
    }

    static StateNames in(Locale locale) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        return BY_LANGUAGE.computeIfAbsent(language, StateNames::load);
    }

    String of(StateCode state) {
        return names.getOrDefault(state, state.value());
    }

    String of(StateCode state, LocalDate day) {
        NavigableMap<LocalDate, String> earlier = former.get(state);
        Map.Entry<LocalDate, String> onDay = earlier == null ? null : earlier.higherEntry(day);
        return onDay == null ? of(state) : onDay.getValue();
    }

    /** The English name of any region code that ICU knows. */
    static String english(String region) {
        return names("en").regionDisplayName(region);
    }

    /**
     * Every name that ICU has for the state in one of the four languages, and those shown instead; but no abbreviations
     * with full stops, of which too little would be left to recognise a state by.
     */
    static Stream<String> everyNameOf(StateCode state) {
        FormerState gone = FormerState.ALL.get(state.value());
        if (gone != null) {
            return gone.names().stream().distinct();
        }
        Stream<String> shown = LANGUAGES.stream()
                .map(language -> in(Locale.forLanguageTag(language)).of(state));
        Stream<String> known = LOCALES_READ.stream().map(locale -> names(locale).regionDisplayName(state.value()));
        Stream<String> brief = LOCALES_READ.stream()
                .map(locale -> names(locale, DisplayContext.LENGTH_SHORT).regionDisplayName(state.value()))
                .filter(name -> !name.contains("."));
        return Stream.of(shown, known, brief).flatMap(names -> names).distinct();
    }

    /** What it was called before, in the four languages. */
    static Stream<String> formerNamesOf(StateCode state) {
        return LANGUAGES.stream()
                .map(language -> in(Locale.forLanguageTag(language)).former.get(state))
                .filter(Objects::nonNull)
                .flatMap(names -> names.values().stream())
                .distinct();
    }

    private static StateNames load(String language) {
        LocaleDisplayNames icu = names(language);
        int column = 1 + LANGUAGES.indexOf(language);
        Map<String, String> replaced = CsvResource.rows("state-names.csv", 6).stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(column)));
        Map<StateCode, String> names = new HashMap<>();
        for (StateCode state : StateCodes.all()) {
            names.put(
                    state,
                    replaced.getOrDefault(state.value(), inWords(icu.regionDisplayName(state.value()), language)));
        }
        FormerState.ALL.forEach(
                (code, state) -> names.put(new StateCode(code), state.names().get(LANGUAGES.indexOf(language))));
        Map<StateCode, NavigableMap<LocalDate, String>> former = new HashMap<>();
        for (List<String> row : CsvResource.rows("state-former-names.csv", 7)) {
            former.computeIfAbsent(new StateCode(row.get(0)), state -> new TreeMap<>())
                    .put(LocalDate.parse(row.get(1)), row.get(column + 1));
        }
        return new StateNames(Map.copyOf(names), Map.copyOf(former));
    }

    /** ICU abbreviates in English what the United Nations write out. */
    private static String inWords(String name, String language) {
        return language.equals("en") ? name.replace(" & ", " and ").replaceFirst("^St\\. ", "Saint ") : name;
    }

    private static LocaleDisplayNames names(String locale, DisplayContext... contexts) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(locale), contexts);
    }
}
