package org.preventionnetwork.registry.query.web;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.LooseDate;

/**
 * What somebody's date was understood as.
 *
 * @param written as it will be recorded, or null when it was not understood
 * @param said in words
 * @param meaning which days it can mean, or why it was not understood
 * @param advice what is wrong with it, in English, or null
 */
public record DateExplanation(@Nullable String written, String said, String meaning, @Nullable String advice) {

    public static DateExplanation of(String text, Wording say) {
        Optional<HistoricalDate> date = LooseDate.read(text);
        if (date.isPresent()) {
            return new DateExplanation(
                    date.get().toString(), say.date(date.get().toString()), meaning(date.get(), say), null);
        }
        return new DateExplanation(null, "", say.text("date.explain.accepted"), advice(text));
    }

    private static @Nullable String advice(String text) {
        try {
            HistoricalDate.parse(text);
            return null;
        } catch (IllegalArgumentException refused) {
            String sentence = String.valueOf(refused.getMessage());
            int from = sentence.indexOf(": ") + 2;
            int until = sentence.indexOf(". Accepted:");
            return until > from && sentence.contains("write") ? sentence.substring(from, until) : null;
        }
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
