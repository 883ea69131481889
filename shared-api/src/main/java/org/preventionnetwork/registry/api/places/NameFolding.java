package org.preventionnetwork.registry.api.places;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reduces the ways in which people write one name to one. */
final class NameFolding {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern ELISION = Pattern.compile("\\b([dl])['’‘ʼ`´]");
    private static final Pattern SILENT = Pattern.compile("[.'’‘ʼ`´]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Articles and conjunctions of the four languages, and what an elision leaves behind. */
    private static final Set<String> LEFT_OUT =
            Set.of("the", "el", "la", "los", "las", "le", "les", "o", "a", "os", "as", "l", "d", "and", "y", "et", "e");

    private NameFolding() {}

    /** Without case, accents, articles, conjunctions and punctuation, with one space between words; may be empty. */
    static String fold(String name) {
        String letters = MARKS.matcher(Normalizer.normalize(name, Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String words =
                SILENT.matcher(ELISION.matcher(letters).replaceAll("$1 ")).replaceAll("");
        return Arrays.stream(SEPARATORS.split(words))
                .filter(word -> !word.isEmpty() && !LEFT_OUT.contains(word))
                .map(word -> word.equals("st") ? "saint" : word)
                .collect(Collectors.joining(" "));
    }
}
