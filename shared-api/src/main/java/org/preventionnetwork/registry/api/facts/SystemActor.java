package org.preventionnetwork.registry.api.facts;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whom the history, the access log and the list of account changes name where nobody has logged in: all there are. What
 * the registry does by itself takes its name from here, and no account or provided login may have one of these names, or
 * one that reads like it, or else its deeds would be taken for the registry's own.
 */
public enum SystemActor {
    /** Who starts the process: imports and the sample on the command line. */
    CONSOLE("console"),
    /** What nobody asked for, such as locking an account that somebody guesses at. */
    REGISTRY("registry:itself"),
    /** Events that do not say whose they are. */
    UNKNOWN("unknown"),
    /** The registry's background work, where it reads or writes in its own right. */
    SYSTEM("system");

    /** Stands for nobody in particular, though nothing is recorded under it today. */
    private static final Set<String> NOBODY = Set.of(
            "anonymous", "anonymoususer", "nobody", "registry", "itself", "sample", "import", "null", "undefined");

    /** What may stand beside one of these names, as a word of its own, and leaves it that name. */
    private static final Set<String> ADDITIONS = Set.of(
            "the", "a", "an", "my", "our", "this", "user", "actor", "service", "server", "process", "job", "task",
            "bot", "daemon", "pnr");

    private static final Pattern REPEATED = Pattern.compile("(.)\\1+");
    private static final String ARTICLE = "the";
    private static final int MOST_DIGITS = 8;
    private static final Pattern MARKS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Names that a provider vouches for begin with this, and nobody else's do, with or without a mark behind it. */
    private static final String PROVIDED = "oidc";

    /** An l may stand for its i only where a mark follows: there are people whose names begin with Oldc. */
    private static final Pattern LIKE_PROVIDED = Pattern.compile("[o0]ldc([^a-z].*)?");

    private static final Set<String> RESERVED = Stream.concat(
                    NOBODY.stream(), Arrays.stream(values()).map(actor -> actor.actor))
            .map(SystemActor::likeness)
            .collect(Collectors.toUnmodifiableSet());

    private final String actor;

    SystemActor(String actor) {
        this.actor = actor;
    }

    /** As it is recorded. */
    public String actor() {
        return actor;
    }

    /**
     * Whether somebody of this name would be taken for the registry itself: by one of these names, in the plural, with
     * "the" or numbers at its ends, or with other such names and {@link #ADDITIONS} beside it; each as it reads in
     * passing, see {@link #likeness}.
     */
    public static boolean isTakenFor(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        List<String> words = MARKS.splitAsStream(lower)
                .filter(word -> !word.isEmpty() && !ADDITIONS.contains(word) && !isNumber(word))
                .toList();
        return isOwn(lower)
                || (!words.isEmpty() && words.stream().allMatch(SystemActor::isOwn))
                || isOwn(MARKS.splitAsStream(lower)
                        .filter(word -> word.length() == 1 || !ADDITIONS.contains(word))
                        .collect(Collectors.joining()));
    }

    private static boolean isOwn(String word) {
        return withoutEnds(word)
                .flatMap(form -> Stream.of(form, digitsAsLetters(form)))
                .map(SystemActor::likeness)
                .anyMatch(like -> RESERVED.contains(like)
                        || (like.endsWith("s") && RESERVED.contains(like.substring(0, like.length() - 1)))
                        || (like.startsWith(ARTICLE) && isOwn(like.substring(ARTICLE.length()))));
    }

    /** The word, and what is left of it without some or all of the digits and signs at its ends. */
    private static Stream<String> withoutEnds(String word) {
        int first = 0;
        while (first < word.length() && !Character.isLetter(word.charAt(first))) {
            first++;
        }
        int last = word.length();
        while (last > first && !Character.isLetter(word.charAt(last - 1))) {
            last--;
        }
        int behind = last;
        // No own name has more in a row that can be read as digits; a provider's names may be long.
        return IntStream.rangeClosed(Math.max(0, first - MOST_DIGITS), first)
                .boxed()
                .flatMap(start -> IntStream.rangeClosed(behind, Math.min(word.length(), behind + MOST_DIGITS))
                        .filter(end -> start <= end)
                        .mapToObj(end -> word.substring(start, end)));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    /** As {@link #isTakenFor}, and whether it would be taken for a name that an identity provider vouches for. */
    public static boolean isReserved(String localName) {
        String name = localName.toLowerCase(Locale.ROOT);
        return isTakenFor(name)
                || LIKE_PROVIDED.matcher(name).matches()
                || skeleton(name, 'i').startsWith(PROVIDED);
    }

    /** Of digits that are read as letters less easily, and otherwise count as an addition to a name. */
    private static String digitsAsLetters(String name) {
        return name.replace('6', 'g').replace('9', 'g').replace('8', 'b');
    }

    /**
     * What is left of a name for who reads in passing: no case, no marks, no digits for letters, no letter twice in a row,
     * and one letter for those that look or sound alike: u, v and y, k and c, q and g, z and s.
     */
    private static String likeness(String name) {
        return REPEATED.matcher(skeleton(name, 'l')
                        .replace('u', 'v')
                        .replace('y', 'v')
                        .replace('k', 'c')
                        .replace('q', 'g')
                        .replace('z', 's'))
                .replaceAll("$1");
    }

    /** @param upright what is read for a stroke that may be an i or an l */
    private static String skeleton(String name, char upright) {
        StringBuilder skeleton = new StringBuilder();
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            switch (letter) {
                case '0' -> skeleton.append('o');
                case '1', 'i', '!', '|' -> skeleton.append(upright);
                case '3' -> skeleton.append('e');
                case '4', '@' -> skeleton.append('a');
                case '5', '$' -> skeleton.append('s');
                case '7' -> skeleton.append('t');
                default -> {
                    if (Character.isLetter(letter)) {
                        skeleton.append(letter);
                    }
                }
            }
        }
        return skeleton.toString().replace("rn", "m").replace("vv", "w").replace("cl", "d");
    }
}
