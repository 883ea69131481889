package org.preventionnetwork.registry.api.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises what people write instead of a historical date, and says how to write it. It proposes a date only where
 * the text can mean no other.
 */
final class RefusalHints {

    /** No historical date is longer. */
    static final int LONGEST = "[2014-10-10..2015-07-16]%".length();

    private static final List<Hint> HINTS = List.of(
            hint("", text -> "it is empty; write unknown when the source gives no date"),
            hint(
                    "[0-9]{4}-[0-9]{2}-[0-9]{2}T.*",
                    text -> "leave out the time of day" + whenValid(text.group().substring(0, 10))),
            hint(".{" + (LONGEST + 1) + ",}", text -> "it is longer than any historical date"),
            hint(
                    ".*\\s.*",
                    text -> "it contains spaces" + whenValid(text.group().replaceAll("\\s", ""))),
            hint(".*?([^\\x21-\\x7e]).*", text -> "U+%04X is neither an ASCII digit nor a sign of a date"
                    .formatted(text.group().codePointAt(text.start(1)))),
            hint("(?i)unknown", text -> "write unknown in small letters"),
            hint("(?i)unknown[?~%]+", text -> "unknown takes no qualifier"),
            hint(".*[?~%]{2,}", text -> "it has more than one qualifier; % means both uncertain and approximate"),
            hint("[^?~%]*[?~%]+[^?~%]+", text -> "a qualifier stands at the very end"),
            hint(
                    "([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})[?~%]?",
                    text -> yearFirst(number(text, 3), number(text, 1), number(text, 2))),
            hint(
                    "([0-9]{1,2})[-/.]([0-9]{4})[?~%]?",
                    text -> "write the year first, as in 2012-03" + month(number(text, 2), number(text, 1))),
            hint(
                    "([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})[?~%]?",
                    text -> "write four, two and two digits with hyphens between them"
                            + day(number(text, 1), number(text, 2), number(text, 3))),
            hint(
                    "([0-9]{4})[-/.]([0-9]{1,2})[?~%]?",
                    text -> "write four and two digits with a hyphen between them"
                            + month(number(text, 1), number(text, 2))),
            hint(
                    "([0-9]{4})([0-9]{2})([0-9]{2})[?~%]?",
                    text -> "write hyphens between year, month and day"
                            + day(number(text, 1), number(text, 2), number(text, 3))),
            hint("[-+Y][-0-9]+[?~%]?|[0-9]{5,}.*", text -> "years have four digits, from 0001 to 9999"),
            hint("[0-9]{1,3}[?~%]?", text -> "years have four digits"),
            hint(
                    "(?i)[0-9]{1,3}[xu]{1,3}.*|[0-9]{4}-[xu]{2}.*",
                    text ->
                            "unknown digits are not accepted; leave out an unknown month or day, and write a decade as [2010..2019]"),
            hint(
                    ".*/.*|[0-9]{4}-[0-9]{4}.*",
                    text -> "one unknown day within bounds is written [2012..2014], a spell as two dates"),
            hint(
                    "\\[.*,.*|\\{.*",
                    text -> "lists of dates are not accepted; write the outer bounds, as in [2012..2014]"),
            hint(
                    "[^\\[]*\\.\\..*|\\[.*\\.\\.[^\\]]*",
                    text -> "bounds stand in brackets, as in [2012..2014] or [2012..]"),
            hint("\\[.*", text -> "bounds are written [2012..2014], [..2017] or [2012..]"));

    private RefusalHints() {}

    /** What is wrong with a text that is no historical date, or with a bound that is no point in time. */
    static String about(String text) {
        String advice = HINTS.stream()
                .map(hint -> hint.about(text))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("it has none of the accepted forms");
        return LooseDate.proposal(text)
                .map(HistoricalDate::toString)
                .filter(proposal -> !advice.contains(proposal))
                .map(proposal -> advice + "; write " + proposal)
                .orElse(advice);
    }

    private static String yearFirst(int year, int first, int second) {
        List<String> readings = Stream.of(isoDay(year, second, first), isoDay(year, first, second))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        return "write the year first, as in 2012-03-15"
                + switch (readings.size()) {
                    case 1 -> ": " + readings.get(0);
                    case 2 -> " (is it " + readings.get(0) + " or " + readings.get(1) + "?)";
                    default -> "";
                };
    }

    private static String day(int year, int month, int day) {
        return isoDay(year, month, day).map(iso -> ": " + iso).orElse("");
    }

    private static String month(int year, int month) {
        return whenValid("%04d-%02d".formatted(year, month));
    }

    private static Optional<String> isoDay(int year, int month, int day) {
        try {
            return year == 0
                    ? Optional.empty()
                    : Optional.of(LocalDate.of(year, month, day).toString());
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static String whenValid(String proposal) {
        try {
            return ": " + HistoricalDate.parse(proposal);
        } catch (InvalidHistoricalDate noProposal) {
            return "";
        }
    }

    private static int number(MatchResult text, int group) {
        return Integer.parseInt(text.group(group));
    }

    private static Hint hint(String form, Function<MatchResult, String> advice) {
        return new Hint(Pattern.compile(form, Pattern.DOTALL), advice);
    }

    private record Hint(Pattern form, Function<MatchResult, String> advice) {

        Optional<String> about(String text) {
            Matcher matcher = form.matcher(text);
            return matcher.matches() ? Optional.of(advice.apply(matcher)) : Optional.empty();
        }
    }
}
