package org.preventionnetwork.registry.query.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.LooseDate;

/**
 * What somebody's date was understood as.
 *
 * @param written as it will be recorded, or null when it was not understood
 * @param said in words
 * @param meaning which days it can mean, or why it was not understood and what is
 * @param candidates what it could mean, where it could mean more than one day
 */
public record DateExplanation(@Nullable String written, String said, String meaning, List<Candidate> candidates) {
    /** A day that could be meant: as it is recorded, and in words. */
    public record Candidate(String written, String said) {}

    public static DateExplanation of(String text, Wording say) {
        Optional<HistoricalDate> date = LooseDate.read(text);
        if (date.isPresent()) {
            return new DateExplanation(
                    date.get().toString(), say.date(date.get().toString()), meaning(date.get(), say), List.of());
        }
        List<Candidate> candidates = LooseDate.readings(text).stream()
                .map(day -> new Candidate(day.toString(), say.date(day.toString())))
                .toList();
        return new DateExplanation(
                null,
                "",
                candidates.isEmpty() ? say.text("date.explain.accepted") : say.text("date.explain.which"),
                candidates);
    }

    private static String meaning(HistoricalDate date, Wording say) {
        LocalDate earliest = date.earliest();
        LocalDate latest = date.latest();
        if (date.isUnknown()) {
            return say.text("date.explain.nobody");
        } else if (date.isDay() && !date.isQualified()) {
            return say.text("date.explain.day");
        } else if (earliest.equals(HistoricalDate.BEGINNING)) {
            return say.text("date.explain.before", say.day(latest));
        } else if (latest.equals(HistoricalDate.END_OF_TIME)) {
            return say.text("date.explain.after", say.day(earliest));
        }
        String days = say.text("date.explain.days", say.day(earliest), say.day(latest));
        return date.isQualified()
                ? days + " " + say.text("date.explain.qualified", "" + earliest.getYear(), "" + latest.getYear())
                : days;
    }
}
