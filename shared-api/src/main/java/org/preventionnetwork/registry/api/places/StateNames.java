package org.preventionnetwork.registry.api.places;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private StateNames(Map<StateCode, String> names) {
        this.names = names;
    }

    static StateNames in(Locale locale) {
        String language = LANGUAGES.contains(locale.getLanguage()) ? locale.getLanguage() : "en";
        return BY_LANGUAGE.computeIfAbsent(language, StateNames::load);
    }

    String of(StateCode state) {
        return names.getOrDefault(state, state.value());
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
        Stream<String> shown = LANGUAGES.stream()
                .map(language -> in(Locale.forLanguageTag(language)).of(state));
        Stream<String> known = LOCALES_READ.stream().map(locale -> names(locale).regionDisplayName(state.value()));
        Stream<String> brief = LOCALES_READ.stream()
                .map(locale -> names(locale, DisplayContext.LENGTH_SHORT).regionDisplayName(state.value()))
                .filter(name -> !name.contains("."));
        return Stream.of(shown, known, brief).flatMap(names -> names).distinct();
    }

    private static StateNames load(String language) {
        LocaleDisplayNames icu = names(language);
        int column = 1 + LANGUAGES.indexOf(language);
        Map<String, String> replaced = CsvResource.rows("state-names.csv", 6).stream()
                .collect(Collectors.toMap(row -> row.get(0), row -> row.get(column)));
        return new StateNames(StateCodes.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        state -> state,
                        state -> replaced.getOrDefault(
                                state.value(), inWords(icu.regionDisplayName(state.value()), language)))));
    }

    /** ICU abbreviates in English what the United Nations write out. */
    private static String inWords(String name, String language) {
        return language.equals("en") ? name.replace(" & ", " and ").replaceFirst("^St\\. ", "Saint ") : name;
    }

    private static LocaleDisplayNames names(String locale, DisplayContext... contexts) {
        return LocaleDisplayNames.getInstance(ULocale.forLanguageTag(locale), contexts);
    }
}
