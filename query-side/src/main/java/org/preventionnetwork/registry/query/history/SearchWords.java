package org.preventionnetwork.registry.query.history;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts text into the words it is found by, in the same way for what is stored and for what is asked: without case and
 * accents, letters and digits only. A date is so found by its year, and an id by its parts.
 */
final class SearchWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{Nd}]+");
    private static final int LONGEST = 60;
    private static final int MOST = 2_000;

    private SearchWords() {}

    /** A {@code tsvector}'s text form. */
    static String vector(@Nullable String... texts) {
        TreeSet<String> words = new TreeSet<>();
        for (String text : texts) {
            if (text != null) {
                words(text).limit(MOST).forEach(words::add);
            }
        }
        return words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    }

    /** A {@code tsquery}'s text form that asks for all words, each of two letters or more possibly only begun; or null without any. */
    static @Nullable String query(String text) {
        String query = words(text)
                .distinct()
                .map(word -> "'" + word + (word.length() > 1 ? "':*" : "'"))
                .collect(Collectors.joining(" & "));
        return query.isEmpty() ? null : query;
    }

    private static Stream<String> words(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(BETWEEN.split(folded))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word);
    }
}
