package org.preventionnetwork.registry.personal;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** How names and e-mails are compared: without case, accents, script and order. */
public final class Searchable {
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII; Lower");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private Searchable() {}

    /** The words of a name, in their order. */
    public static List<String> words(String name) {
        return BETWEEN_WORDS
                .splitAsStream(LATIN.transliterate(name.replace("'", "").replace("’", "")))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Of one person whose names may come in any order: {@code "PÉREZ, Juan"} is {@code "Juan Perez"}. */
    static String wholeName(String name) {
        return String.join(" ", words(name).stream().sorted().toList());
    }

    /** Whether an id is made of a person's name: it has two of its words or more. Numbers and short words say little. */
    public static boolean names(String id, String name) {
        List<String> inId = words(id);
        return words(name).stream()
                        .distinct()
                        .filter(word -> word.length() > 2 && word.chars().noneMatch(Character::isDigit))
                        .filter(inId::contains)
                        .count()
                > 1;
    }

    public static boolean sameEmail(String one, String other) {
        return email(one).equals(email(other));
    }

    static String email(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
