package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.text.NearestName;

/**
 * What of a file about persons may be repeated: what misses one of the format's own words by little, in the column of
 * these words. Dates and codes of states are not: a date in a wrong column is somebody's day of birth, and two letters are
 * initials.
 */
final class ClosedWords {
    private static final List<String> STATUSES = List.of(
            "NOMINATED",
            "ACCEPTED",
            "WAITLISTED",
            "DECLINED",
            "CONFIRMED",
            "WITHDRAWN",
            "ATTENDED",
            "COMPLETED",
            "NOT_COMPLETED",
            "CANCELLED");

    private static final Pattern WORDS = Pattern.compile("[A-Za-z_ ]+");

    /** No letters: one or two are initials, and what is near a short word may be a short name, as Yen and True are. */
    private static final Set<String> YES_OR_NO = Set.of("1", "0");

    private static final Map<String, Predicate<String>> COLUMNS = Map.of(
            "status",
            text -> WORDS.matcher(text).matches()
                    && NearestName.of(text, STATUSES).isPresent(),
            "acting",
            YES_OR_NO::contains);

    private ClosedWords() {}

    static boolean has(String column, String text) {
        return COLUMNS.getOrDefault(column, any -> false).test(text);
    }
}
