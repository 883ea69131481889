package org.preventionnetwork.registry.api.time;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;

/**
 * A date exactly as precise as its source gives it, written in a subset of EDTF (ISO 8601-2): a year {@code 2012}, a
 * month {@code 2012-03}, a day {@code 2012-03-15}, a season {@code 2012-21} to {@code 2012-24} (northern: spring is
 * March to May, winter December to February of the next year), one unknown day within bounds
 * {@code [2014-10-10..2015-07-16]}, {@code [..2017]}, {@code [2012..]}, or {@code unknown}. All but {@code unknown} may
 * end in {@code ?} (uncertain), {@code ~} (approximate) or {@code %} (both). Years run from 0001 to 9999.
 *
 * <p>Every date has one way to be written, which is kept: two dates are equal when they are written alike.
 */
public final class HistoricalDate {

    /** The earliest day of a date whose lower side is open. */
    public static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /**
     * The latest day of a date whose upper side is open. As {@link #latest()} it means "no bound", as
     * {@link #certainFrom()} "never". PostgreSQL's {@code date} and ISO's four-digit years both hold it.
     */
    public static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    static final String UNKNOWN_TEXT = "unknown";

    private static final HistoricalDate UNKNOWN =
            new HistoricalDate(UNKNOWN_TEXT, Precision.UNKNOWN, BEGINNING, END_OF_TIME);

    private final String text;
    private final Precision precision;
    private final LocalDate earliest;
    private final LocalDate latest;

    HistoricalDate(String text, Precision precision, LocalDate earliest, LocalDate latest) {
        this.text = text;
        this.precision = precision;
        this.earliest = earliest;
        this.latest = latest;
    }

    /**
     * Reads a date in the one form that {@link #toString()} prints.
     *
     * @throws InvalidHistoricalDate when it is anything else; surrounding spaces count as such
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HistoricalDate parse(String text) {
        return HistoricalDateParser.parse(text);
    }

    /** @throws InvalidHistoricalDate when the year is outside 0001 to 9999 */
    public static HistoricalDate of(LocalDate day) {
        return parse(day.toString());
    }

    /** @throws InvalidHistoricalDate when the year is outside 0001 to 9999 */
    public static HistoricalDate of(int year) {
        return parse(String.format("%04d", year));
    }

    public static HistoricalDate unknown() {
        return UNKNOWN;
    }

    /** The first day that it can mean, whatever its qualifier; {@link #BEGINNING} when that side is open. */
    public LocalDate earliest() {
        return earliest;
    }

    /** The last day that it can mean, whatever its qualifier; {@link #END_OF_TIME} when that side is open. */
    public LocalDate latest() {
        return latest;
    }

    public Precision precision() {
        return precision;
    }

    /** Whether it names one day, qualified or not. */
    public boolean isDay() {
        return precision == Precision.DAY;
    }

    public boolean isUnknown() {
        return precision == Precision.UNKNOWN;
    }

    /** Whether the source is doubtful: {@code ?} or {@code %}. */
    public boolean isUncertain() {
        return text.endsWith("?") || text.endsWith("%");
    }

    /** Whether the source estimates: {@code ~} or {@code %}. */
    public boolean isApproximate() {
        return text.endsWith("~") || text.endsWith("%");
    }

    public boolean isQualified() {
        return isUncertain() || isApproximate();
    }

    /**
     * The first day on which something that holds from this date on certainly holds: {@link #latest()}, or, when
     * qualified, the day after the calendar year of {@link #latest()}. {@link #END_OF_TIME} means never.
     */
    public LocalDate certainFrom() {
        if (!isQualified()) {
            return latest;
        }
        return latest.getYear() == END_OF_TIME.getYear() ? END_OF_TIME : LocalDate.of(latest.getYear() + 1, 1, 1);
    }

    /**
     * The first day on which something that holds until this date no longer certainly holds: {@link #earliest()}, or,
     * when qualified, the first day of the calendar year of {@link #earliest()}.
     */
    public LocalDate certainUntil() {
        return isQualified() ? earliest.withDayOfYear(1) : earliest;
    }

    /** Whether every day that this date can mean lies before every day that the other can mean. */
    public boolean certainlyBefore(HistoricalDate other) {
        return latest.isBefore(other.earliest);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HistoricalDate date && text.equals(date.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The date in EDTF, as it was written. */
    @Override
    @JsonValue
    public String toString() {
        return text;
    }
}
