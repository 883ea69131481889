package org.preventionnetwork.registry.personal;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names and e-mails are compared: without case, accents, script and order. */
public final class Searchable {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Searchable() {}

    /** The words of a name, in their order. */
    public static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(latin(name.replace("'", "").replace("’", "")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Most names need no transliterator, and there is one for all threads, which take turns. */
    private static String latin(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        return bare.chars().allMatch(character -> character < 0x80)
                ? bare.toLowerCase(Locale.ROOT)
                : LATIN.transliterate(bare);
    }

    /** The same for a name, whichever part of it comes first. */
    public static String inAnyOrder(List<String> words) {
        return String.join(" ", words.stream().sorted().toList());
    }

    /** Whether an id or a text tells a person's name: has two of its words or more. Numbers and short words say little. */
    public static boolean names(String text, String name) {
        List<String> told = words(text);
        return words(name).stream()
                        .distinct()
                        .filter(word -> word.length() > 2 && word.chars().noneMatch(Character::isDigit))
                        .filter(told::contains)
                        .count()
                > 1;
    }

    public static boolean holdsEmail(String text) {
        return EMAIL.matcher(text).find();
    }

    public static boolean sameEmail(String one, String other) {
        return email(one).equals(email(other));
    }

    /** As it is compared. */
    public static String email(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
