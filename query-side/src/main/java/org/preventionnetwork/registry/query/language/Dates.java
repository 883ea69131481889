package org.preventionnetwork.registry.query.language;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.api.time.Precision;

/**
 * Says dates in the part that they play in a sentence: {@code on}, {@code from}, {@code until}, {@code begins}, {@code ends}, or
 * {@code date} for themselves. Texts are looked for from the most particular to the general: {@code date.on.month}, then
 * {@code date.on}.
 */
final class Dates {
    private static final List<String> SEASONS = List.of("spring", "summer", "autumn", "winter");
    private static final String ALONE = "date";

    private final Texts texts;
    private final Map<String, Pattern> found = new ConcurrentHashMap<>();
    private final @Nullable DateTimeFormatter day;
    private final @Nullable DateTimeFormatter firstOfMonth;
    private final @Nullable DateTimeFormatter month;

    /** @param asWritten whether days and months stay in ISO's form */
    Dates(Texts texts, Locale language, boolean asWritten) {
        this.texts = texts;
        this.day = asWritten ? null : DateTimeFormatter.ofPattern(texts.get("date.pattern.day"), language);
        this.firstOfMonth = asWritten ? null : DateTimeFormatter.ofPattern(texts.get("date.pattern.first"), language);
        this.month = asWritten ? null : DateTimeFormatter.ofPattern(texts.get("date.pattern.month"), language);
    }

    /** What stands around a date, or around how it is written without an article. */
    private record Pattern(String before, @Nullable String after, boolean raw) {
        static final Pattern PLAIN = new Pattern("", "", false);

        /** Some texts say what is not known, and name no date. */
        static Pattern of(String text) {
            if (!text.contains("{")) {
                return new Pattern(text, null, false);
            }
            boolean raw = text.contains("{raw}");
            String place = raw ? "{raw}" : "{date}";
            int at = text.indexOf(place);
            return new Pattern(text.substring(0, at), text.substring(at + place.length()), raw);
        }

        String around(String date, String written) {
            return after == null ? before : before + (raw ? written : date) + after;
        }
    }

    String say(String role, HistoricalDate date) {
        String text = date.toString();
        String said = said(role, date.isQualified() ? text.substring(0, text.length() - 1) : text, date);
        return date.isUncertain() ? pattern("date.uncertain").around(said, said) : said;
    }

    private String said(String role, String text, HistoricalDate date) {
        boolean about = date.isApproximate();
        if (date.precision() != Precision.INTERVAL) {
            return phrase(role, text, about);
        }
        int dots = text.indexOf("..");
        String first = text.substring(1, dots);
        String last = text.substring(dots + 2, text.length() - 1);
        String open = first.isEmpty() ? "before" : last.isEmpty() ? "after" : "between";
        if (texts.find("date." + open) != null) {
            String bound = phrase(role, first.isEmpty() ? last : first, about);
            return pattern("date." + open).around(bound, bound);
        }
        String alone = role.equals(ALONE) ? texts.find("date.date." + open) : null;
        String noun = (alone == null ? texts.get("date.noun." + open) : alone)
                .replace("{first}", first.isEmpty() ? "" : noun("", first, shape(first)))
                .replace("{last}", last.isEmpty() ? "" : noun("", last, shape(last)));
        return phrase(role, open, noun, noun, about);
    }

    private String phrase(String role, String text, boolean about) {
        String shape = shape(text);
        return phrase(role, shape, noun(role, text, shape), written(text, shape), about);
    }

    private String phrase(String role, String shape, String noun, String written, boolean about) {
        if (!about) {
            return inPart(role, shape).around(noun, written);
        }
        if (texts.find("date." + role + ".about") != null) {
            return pattern("date." + role + ".about").around(noun, written);
        }
        return inPart(role, shape).around(pattern("date.about").around(noun, written), written);
    }

    private Pattern inPart(String role, String shape) {
        return role.equals(ALONE)
                ? Pattern.PLAIN
                : found.computeIfAbsent(role + '.' + shape, key -> {
                    String text = texts.find("date." + key);
                    return Pattern.of(text == null ? texts.get("date." + role) : text);
                });
    }

    /** How a date is called: by itself, or within a sentence. */
    private String noun(String role, String text, String shape) {
        String written = written(text, shape);
        return found.computeIfAbsent((role.equals(ALONE) ? "" : "noun.") + shape, key -> {
                    String alone = key.equals(shape) ? texts.find("date.date." + shape) : null;
                    return Pattern.of(alone == null ? texts.get("date.noun." + shape) : alone);
                })
                .around(written, written);
    }

    private Pattern pattern(String key) {
        return found.computeIfAbsent(key, text -> Pattern.of(texts.get(text)));
    }

    private String written(String text, String shape) {
        return switch (shape) {
            case "day" -> day == null || firstOfMonth == null ? text : day(LocalDate.parse(text), day, firstOfMonth);
            case "month" -> month == null ? text : month.format(YearMonth.parse(text));
            case "unknown" -> text;
            default -> text.substring(0, 4);
        };
    }

    private static String day(LocalDate day, DateTimeFormatter usual, DateTimeFormatter first) {
        return (day.getDayOfMonth() == 1 ? first : usual).format(day);
    }

    private static String shape(String text) {
        return switch (text.length()) {
            case 4 -> "year";
            case 10 -> "day";
            default -> {
                int part = text.startsWith("unknown") ? 0 : Integer.parseInt(text.substring(5));
                yield part == 0 ? "unknown" : part > 12 ? SEASONS.get(part - 21) : "month";
            }
        };
    }
}
