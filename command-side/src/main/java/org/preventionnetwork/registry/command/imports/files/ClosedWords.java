package org.preventionnetwork.registry.command.imports.files;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.preventionnetwork.registry.api.text.NearestName;

/**
 * What of a file about persons may be repeated: a cell of a column that holds no personal data, and that looks like what
 * the column is for. A name that slipped into it does not: of dates only their digits and signs are taken, of states a
 * code of two letters, of statuses what is nearly one.
 */
final class ClosedWords {
    private static final Pattern DATE = Pattern.compile(
            "\\[?[0-9]{0,4}([-/.][0-9]{1,4}){0,2}[?~%]?(\\.\\.[0-9]{0,4}([-/.][0-9]{1,4}){0,2}[?~%]?)?]?[?~%]?");
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");
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
    private static final List<String> YES_OR_NO =
            List.of("y", "n", "1", "0", "x", "ja", "nein", "si", "oui", "non", "sim", "t", "f", "on", "off");

    private static final Map<String, Predicate<String>> COLUMNS = Map.of(
            "from",
            ClosedWords::isDate,
            "until",
            ClosedWords::isDate,
            "on",
            ClosedWords::isDate,
            "state",
            text -> CODE.matcher(text).matches(),
            "status",
            text -> NearestName.of(text, STATUSES).isPresent(),
            "acting",
            text -> YES_OR_NO.contains(text.toLowerCase(java.util.Locale.ROOT)));

    private ClosedWords() {}

    static boolean has(String column, String text) {
        return COLUMNS.getOrDefault(column, any -> false).test(text);
    }

    /** No number of a document or a telephone: there is a sign between, or there are four digits. */
    private static boolean isDate(String text) {
        return !text.isEmpty() && DATE.matcher(text).matches();
    }
}
