package org.preventionnetwork.registry.query.seminars;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.seminars.SeminarAnswers.SeminarItem;

/**
 * The seminars of a year, each drawn over its months: certain days apart from those that are only possible.
 *
 * @param months their names, in order
 */
record SeminarCalendar(int year, List<String> months, List<Row> rows) {
    static final int WIDTH = 1200;
    /** So that a seminar of one day can be seen. */
    private static final int NARROWEST = 10;

    /** @param certainWidth 0 when it is certain of no day */
    record Row(SeminarItem seminar, int x, int width, int certainX, int certainWidth) {}

    static SeminarCalendar of(int year, List<SeminarItem> seminars, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new SeminarCalendar(
                year,
                Arrays.stream(Month.values())
                        .map(month -> month.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
                        .toList(),
                seminars.stream().map(seminar -> row(year, seminar)).toList());
    }

    private static Row row(int year, SeminarItem seminar) {
        HistoricalDate starts = HistoricalDate.parse(seminar.startsOn());
        HistoricalDate ends = seminar.endsOn() == null ? starts : HistoricalDate.parse(seminar.endsOn());
        LocalDate last = ends.latest().isBefore(starts.latest()) ? starts.latest() : ends.latest();
        int x = x(year, starts.earliest());
        LocalDate certainFrom = starts.certainFrom();
        // A seminar whose first day is known was held on that day, however open its last one is.
        LocalDate certainUntil =
                starts.isDay() && !starts.isQualified() && ends.certainUntil().isBefore(certainFrom)
                        ? certainFrom
                        : ends.certainUntil();
        boolean certain = !certainUntil.isBefore(certainFrom);
        int certainX = x(year, certainFrom);
        return new Row(
                seminar,
                x,
                Math.max(NARROWEST, x(year, after(last)) - x),
                certainX,
                certain ? Math.max(NARROWEST, x(year, after(certainUntil)) - certainX) : 0);
    }

    private static LocalDate after(LocalDate day) {
        return day.isBefore(HistoricalDate.END_OF_TIME) ? day.plusDays(1) : day;
    }

    /** Within the month that it is of; all are drawn alike. Days of other years are drawn at the nearer end of this one. */
    private static int x(int year, LocalDate day) {
        if (day.getYear() != year) {
            return day.getYear() < year ? 0 : WIDTH;
        }
        int month = WIDTH / Month.values().length;
        return (day.getMonthValue() - 1) * month + (day.getDayOfMonth() - 1) * month / day.lengthOfMonth();
    }
}
