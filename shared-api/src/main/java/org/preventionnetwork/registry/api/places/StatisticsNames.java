package org.preventionnetwork.registry.api.places;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as tables of statistics write them: the distinguishing word first and the rest abbreviated behind it ({@code Korea,
 * Dem. People's Rep.}), with the number or letter of a footnote ({@code Serbia 5}). They are close to a state's name, not
 * one: what is found so is proposed, never taken.
 */
final class StatisticsNames {
    private static final Pattern FOOTNOTE = Pattern.compile(
            "(?<=\\p{L}|[.)])\\s*(?:[\\[(]?\\s*(?:[0-9]{1,3}|[a-z])\\s*[\\])]|[0-9]{1,3}|[¹²³⁰-⁹*†‡§]+)\\s*$");

    /** In the folded form, the longer ones first. */
    private static final List<Map.Entry<String, String>> ABBREVIATIONS = List.of(
            Map.entry("fed sts", "federated states"),
            Map.entry("fyr", "former yugoslav republic"),
            Map.entry("pdr", "peoples democratic republic"),
            Map.entry("sar", "special administrative region"),
            Map.entry("rb", "republica bolivariana"),
            Map.entry("rep", "republic"),
            Map.entry("dem", "democratic"),
            Map.entry("fed", "federal"),
            Map.entry("is", "islands"),
            Map.entry("isl", "islands"),
            Map.entry("sts", "states"));

    private static final Set<String> JOINING = Set.of("of", "de", "du", "des", "del", "do", "da", "dos", "das");

    private StatisticsNames() {}

    /** The name without what refers to a footnote. */
    static String withoutFootnote(String name) {
        return FOOTNOTE.matcher(name).replaceFirst("");
    }

    /** The words of a folded name, written out, in no order. */
    static String words(String folded) {
        String written = " " + folded + " ";
        for (Map.Entry<String, String> abbreviation : ABBREVIATIONS) {
            written = written.replace(" " + abbreviation.getKey() + " ", " " + abbreviation.getValue() + " ");
        }
        return Arrays.stream(written.strip().split(" "))
                .filter(word -> !JOINING.contains(word))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
