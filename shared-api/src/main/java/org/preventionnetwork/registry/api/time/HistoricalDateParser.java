package org.preventionnetwork.registry.api.time;

import static org.preventionnetwork.registry.api.time.HistoricalDate.BEGINNING;
import static org.preventionnetwork.registry.api.time.HistoricalDate.END_OF_TIME;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart; every part is checked, so that what comes out means at least one day. */
final class HistoricalDateParser {

    private static final Pattern POINT = Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");
    private static final Pattern INTERVAL = Pattern.compile("\\[([^\\[\\],]*?)\\.\\.([^\\[\\],]*)]");
    private static final String QUALIFIERS = "?~%";
    private static final int FIRST_SEASON = 21;
    private static final int LAST_SEASON = 24;

    private final String text;
    private final boolean advising;

    private HistoricalDateParser(String text, boolean advising) {
        this.text = text;
        this.advising = advising;
    }

    static HistoricalDate parse(String text) {
        return parse(text, true);
    }

    /** Without saying what is wrong, for those who look for it. */
    static Optional<HistoricalDate> tried(String text) {
        try {
            return Optional.of(parse(text, false));
        } catch (InvalidHistoricalDate none) {
            return Optional.empty();
        }
    }

    private static HistoricalDate parse(String text, boolean advising) {
        if (text.equals(HistoricalDate.UNKNOWN_TEXT)) {
            return HistoricalDate.unknown();
        }
        if (text.isEmpty()
                || text.length() > RefusalHints.LONGEST
                || text.chars().anyMatch(Character::isWhitespace)) {
            throw new InvalidHistoricalDate(text, advising ? RefusalHints.about(text) : "");
        }
        return new HistoricalDateParser(text, advising).parse();
    }

    private HistoricalDate parse() {
        int end = text.length() - 1;
        String body = QUALIFIERS.indexOf(text.charAt(end)) < 0 ? text : text.substring(0, end);
        Matcher interval = INTERVAL.matcher(body);
        Meaning meaning = interval.matches() ? interval(interval.group(1), interval.group(2)) : point(body, text);
        return new HistoricalDate(text, meaning.precision, meaning.earliest, meaning.latest);
    }

    private Meaning interval(String low, String high) {
        if (low.isEmpty() && high.isEmpty()) {
            throw refused("it has no bound; write unknown");
        }
        LocalDate earliest = low.isEmpty() ? BEGINNING : bound(low).earliest;
        LocalDate latest = high.isEmpty() ? END_OF_TIME : bound(high).latest;
        if (latest.isBefore(earliest)) {
            throw refused("its bounds are reversed; the earlier one comes first");
        }
        return new Meaning(Precision.INTERVAL, earliest, latest);
    }

    private Meaning bound(String bound) {
        if (bound.equals(HistoricalDate.UNKNOWN_TEXT)) {
            throw refused("an unknown bound is left empty, as in [..2017] or [2012..]");
        }
        if (bound.chars().anyMatch(sign -> QUALIFIERS.indexOf(sign) >= 0)) {
            throw refused("a qualifier stands behind the closing bracket, as in [2012..2014]?");
        }
        return point(bound, bound);
    }

    private Meaning point(String point, String asWritten) {
        Matcher parts = POINT.matcher(point);
        if (!parts.matches()) {
            throw refused(advising ? RefusalHints.about(asWritten) : "");
        }
        int year = Integer.parseInt(parts.group(1));
        if (year == 0) {
            throw refused("years run from 0001 to 9999");
        }
        if (parts.group(2) == null) {
            return new Meaning(Precision.YEAR, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        int month = Integer.parseInt(parts.group(2));
        if (month >= FIRST_SEASON && month <= LAST_SEASON) {
            if (parts.group(3) != null) {
                throw refused(month + " is a season, which has no days");
            }
            return season(year, month);
        }
        if (month < 1 || month > 12) {
            throw refused("there is no month " + parts.group(2) + "; months are 01 to 12, seasons 21 to 24");
        }
        return parts.group(3) == null
                ? months(Precision.MONTH, YearMonth.of(year, month), 1)
                : day(YearMonth.of(year, month), Integer.parseInt(parts.group(3)));
    }

    private Meaning day(YearMonth month, int dayOfMonth) {
        if (!month.isValidDay(dayOfMonth)) {
            throw refused("the days of %s are 01 to %d".formatted(month, month.lengthOfMonth()));
        }
        LocalDate day = month.atDay(dayOfMonth);
        return new Meaning(Precision.DAY, day, day);
    }

    private static Meaning season(int year, int season) {
        return months(Precision.SEASON, YearMonth.of(year, 3 * (season - FIRST_SEASON + 1)), 3);
    }

    /** The winter of 9999 would end in the year 10000: it ends with its year. */
    private static Meaning months(Precision precision, YearMonth first, int count) {
        LocalDate last = first.plusMonths(count - 1L).atEndOfMonth();
        return new Meaning(precision, first.atDay(1), last.isAfter(END_OF_TIME) ? END_OF_TIME : last);
    }

    private InvalidHistoricalDate refused(String whatIsWrong) {
        return new InvalidHistoricalDate(text, whatIsWrong);
    }

    private record Meaning(Precision precision, LocalDate earliest, LocalDate latest) {}
}
