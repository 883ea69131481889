package org.preventionnetwork.registry.query.history;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Precision;

/** Plain English for states, dates and the names of constants. */
final class Words {
    private static final Map<String, String> SEASONS =
            Map.of("21", "spring", "22", "summer", "23", "autumn", "24", "winter");
    private static final Map<String, String> CONSTANTS = Map.of("NGO", "NGO", "US_MILITARY", "U.S. military");

    private Words() {}

    static String state(StateCode state) {
        return States.name(state, Locale.ENGLISH);
    }

    static String states(Collection<StateCode> states) {
        return list(states.stream().map(Words::state).toList());
    }

    /** {@code a, b and c} */
    static String list(List<String> items) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + " and " + items.get(last);
    }

    /** A constant's name: {@code OFFICIALLY_ESTABLISHED} is "officially established". */
    static String constant(Enum<?> constant) {
        String known = CONSTANTS.get(constant.name());
        return known != null ? known : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name of a record's field: {@code statesCount} is "states count". */
    static String field(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    static String quoted(String text) {
        return "“" + text + "”";
    }

    /** A name inside a sentence: names of several words take the article. */
    static String the(String name) {
        boolean takesNone =
                !name.contains(" ") || name.matches("(?i)(the|la|las|el|los|le|les|o|a|os|as|red|réseau) .*");
        return takesNone ? name : "the " + name;
    }

    static String capitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The date as it was written, with words for what is imprecise about it. */
    static String date(HistoricalDate date) {
        String qualified = date.isApproximate() ? "about " : "";
        return qualified + unqualified(date, "") + (date.isUncertain() ? " (uncertain)" : "");
    }

    /** Led by a space and a preposition; empty without a date. */
    static String on(@Nullable HistoricalDate date) {
        if (date == null) {
            return "";
        }
        boolean ofADay = date.isDay() || date.isUnknown() || date.precision() == Precision.INTERVAL;
        return (ofADay ? " on " : " in ") + within(date);
    }

    static String from(@Nullable HistoricalDate date) {
        return date == null ? "" : " from " + within(date);
    }

    static String to(@Nullable HistoricalDate date) {
        return date == null ? "" : " to " + within(date);
    }

    static String until(@Nullable HistoricalDate date) {
        return date == null ? "" : " until " + within(date);
    }

    private static String within(HistoricalDate date) {
        return (date.isApproximate() ? "about " : "")
                + unqualified(date, "a day ")
                + (date.isUncertain() ? " (uncertain)" : "");
    }

    private static String unqualified(HistoricalDate date, String someDay) {
        String text = date.isQualified()
                ? date.toString().substring(0, date.toString().length() - 1)
                : date.toString();
        return switch (date.precision()) {
            case DAY, MONTH, YEAR -> text;
            case SEASON -> season(text);
            case UNKNOWN -> "an unknown date";
            case INTERVAL -> interval(text.substring(1, text.length() - 1), someDay);
        };
    }

    private static String interval(String bounds, String someDay) {
        List<String> both =
                Arrays.stream(bounds.split("\\.\\.", 2)).map(Words::season).toList();
        if (both.get(0).isEmpty()) {
            return someDay + "in or before " + both.get(1);
        }
        return both.get(1).isEmpty()
                ? someDay + "in or after " + both.get(0)
                : someDay + "between " + both.get(0) + " and " + both.get(1);
    }

    private static String season(String text) {
        String season = text.length() == 7 ? SEASONS.get(text.substring(5)) : null;
        return season == null ? text : season + " " + text.substring(0, 4);
    }
}
