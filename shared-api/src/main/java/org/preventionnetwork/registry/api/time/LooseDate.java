package org.preventionnetwork.registry.api.time;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads dates as people write them, in English, Spanish, French and Portuguese, where they can mean no other:
 * {@code about 2015}, {@code 29 de marzo de 2012}, {@code été 2012}, {@code between 2014 and 2015}, {@code 29.3.2012},
 * {@code today}. What the registry's pages and sentences write is among it.
 */
public final class LooseDate {
    private static final String ABOUT =
            "(?:in |en |em |a )?(?:about|around|approx\\.?|ca?\\.?|circa|hacia|alrededor de|aprox\\.?|vers|environ"
                    + "|por volta de|cerca de|aproximadamente)";
    private static final String DOUBTFUL =
            "perhaps|probably|possibly|quizas|probablemente|peut-etre|probablement" + "|talvez|provavelmente";
    private static final String UNKNOWN = "unknown|date unknown|on an unknown date|desconocid[oa]|en fecha desconocida"
            + "|inconnue?|desconhecid[oa]|\\?|(?:on )?an unknown date|(?:(?:en )?una )?fecha desconocida"
            + "|(?:a )?(?:une )?date inconnue|(?:em )?(?:uma )?data desconhecida";

    private static final Pattern IN_DOUBT = Pattern.compile(
            "(.+?) \\((?:uncertain|inciert[oa]|incertaine?|incert[oa]|(?:fecha|date|data) (?:incierta|incertaine|incerta))\\)");
    /** What stands before a date within a sentence, and says nothing of it. */
    private static final Pattern WITHIN = Pattern.compile(
            "^(?:on (?:a day )?|in |the |(?:en |a |em )?(?:una fecha|une date(?: comprise)?|uma data) |en |el |la |le |l['’]"
                    + "|a l['’]|au |em |no |na |o |a )(?=.)");

    private static final String TODAY = "today|hoy|aujourd['’]?hui|hoje";
    private static final String YESTERDAY = "yesterday|ayer|hier|ontem";
    /** "Before 2017" is not among them: it leaves open whether 2017 itself is meant. */
    private static final Pattern UNTIL = Pattern.compile(
            "(?:by|not after|a mas tardar en|au plus tard en|o mais tardar em|(?:a day )?in or before) (.+)"
                    + "|(.+?) (?:or before|o antes|ou avant|ou antes)");

    private static final Pattern SINCE = Pattern.compile(
            "(?:not before|no antes de|pas avant|nao antes de|(?:a day )?in or after) (.+)|(.+?) (?:or after|o despues|ou apres|ou depois)");
    private static final Pattern BETWEEN = Pattern.compile("(?:a day )?(?:between|entre) (.+?) (?:and|y|et|e) (.+)");
    private static final Pattern RANGE = Pattern.compile("([0-9]{4})\\s*[-–]\\s*([0-9]{4})");
    private static final Pattern SEASON = Pattern.compile(
            "(?:(spring|primavera|printemps)|(summer|verano|ete|verao)|(autumn|fall|otono|automne|outono)"
                    + "|(winter|invierno|hiver|inverno))(?: of| del?| do)? ([0-9]{4})");
    private static final Pattern MONTH = Pattern.compile("([a-z]+)\\.?,?(?: of| del?| do)? ([0-9]{4})");
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{1,2})\\.?(?:st|nd|rd|th|er|o|º)?\\.?(?: of| de)? ([a-z]+)\\.?,?(?: of| del?)? ([0-9]{4})");
    /** Of the second of two days in one month. */
    private static final Pattern OF_THE_SAME_MONTH = Pattern.compile("[0-9]{1,2}\\.?(?:st|nd|rd|th|er|o|º)?(.+)");

    private static final Pattern ONLY_DAY = Pattern.compile("([0-9]{1,2})\\.?(?:st|nd|rd|th|er|o|º)?\\.?");
    private static final Pattern DAY_AFTER_MONTH =
            Pattern.compile("([a-z]+)\\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})");
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?");

    /** What a spreadsheet or a database adds to a day. */
    private static final Pattern MIDNIGHT = Pattern.compile("(?<=[0-9])[t ]00:00(?::00(?:[.]0+)?)?z?$");
    /** Lists of treaties say behind a day by what act: accession, approval, confirmation, succession, signature. */
    private static final Pattern TREATY = Pattern.compile("^([0-9]{1,2} [a-z]+[.]? [0-9]{4}) (?:a|aa|c|d|p|s)$");

    private static final int LONGEST = 60;

    private static final Map<String, Integer> MONTHS = months();

    private LooseDate() {}

    /** Empty where it is no date, or could be another as well. */
    public static Optional<HistoricalDate> read(String text) {
        String words = words(text);
        return parsed(text.strip()).or(() -> relative(words)).or(() -> loose(words));
    }

    /** The same of a text that was written once, of which "today" says nothing; empty for what is too long to be one. */
    static Optional<HistoricalDate> proposal(String text) {
        return text.length() > LONGEST ? Optional.empty() : loose(words(text));
    }

    private static String words(String text) {
        String words = Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
        String day = MIDNIGHT.matcher(words).replaceFirst("");
        return TREATY.matcher(day).replaceFirst("$1");
    }

    /** The days that a day in numbers could be, the day or the month first; empty where it is none, or has one reading. */
    public static List<HistoricalDate> readings(String text) {
        Matcher numbers = NUMBERS.matcher(text.strip());
        if (!numbers.matches()) {
            return List.of();
        }
        List<HistoricalDate> days = Stream.of(List.of(2, 1), List.of(1, 2))
                .map(order -> numbers.group(3) + "-" + two(numbers.group(order.get(0))) + "-"
                        + two(numbers.group(order.get(1))))
                .distinct()
                .flatMap(day -> parsed(day).stream())
                .toList();
        return days.size() == 2 ? days : List.of();
    }

    private static Optional<HistoricalDate> relative(String words) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return words.matches(TODAY)
                ? parsed(today.toString())
                : words.matches(YESTERDAY) ? parsed(today.minusDays(1).toString()) : Optional.empty();
    }

    private static Optional<HistoricalDate> loose(String words) {
        if (words.matches(UNKNOWN)) {
            return Optional.of(HistoricalDate.unknown());
        }
        Matcher inDoubt = IN_DOUBT.matcher(words);
        if (inDoubt.matches()) {
            return loose(inDoubt.group(1)).flatMap(LooseDate::doubted);
        }
        Matcher about = Pattern.compile("(?:" + ABOUT + ") (.+)").matcher(words);
        if (about.matches()) {
            return qualified(about.group(1), "~");
        }
        Matcher doubtful = Pattern.compile("(?:" + DOUBTFUL + ") (.+)").matcher(words);
        if (doubtful.matches()) {
            return qualified(doubtful.group(1), "?");
        }
        Matcher between = BETWEEN.matcher(words);
        if (between.matches()) {
            return interval(between.group(1), between.group(2));
        }
        Matcher range = RANGE.matcher(words);
        if (range.matches()) {
            return interval(range.group(1), range.group(2));
        }
        return point(words)
                .flatMap(LooseDate::parsed)
                .or(() -> openEnded(words))
                .or(() -> within(words));
    }

    private static Optional<HistoricalDate> within(String words) {
        String bare = WITHIN.matcher(words).replaceFirst("");
        return bare.equals(words) ? Optional.empty() : loose(bare);
    }

    private static Optional<HistoricalDate> doubted(HistoricalDate date) {
        String text = date.toString();
        return text.endsWith("~") ? parsed(text.substring(0, text.length() - 1) + "%") : parsed(text + "?");
    }

    private static Optional<HistoricalDate> openEnded(String words) {
        Matcher until = UNTIL.matcher(words);
        if (until.matches()) {
            return bound(either(until)).flatMap(bound -> parsed("[.." + bound + "]"));
        }
        Matcher since = SINCE.matcher(words);
        return since.matches() ? bound(either(since)).flatMap(bound -> parsed("[" + bound + "..]")) : Optional.empty();
    }

    private static Optional<String> bound(String words) {
        return point(words).or(() -> point(WITHIN.matcher(words).replaceFirst("")));
    }

    private static String either(Matcher matcher) {
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    private static Optional<HistoricalDate> qualified(String words, String qualifier) {
        return point(WITHIN.matcher(words).replaceFirst("")).flatMap(point -> parsed(point + qualifier));
    }

    private static Optional<HistoricalDate> interval(String low, String high) {
        String second = WITHIN.matcher(high).replaceFirst("");
        String first = WITHIN.matcher(low).replaceFirst("");
        Matcher month = OF_THE_SAME_MONTH.matcher(second);
        Matcher day = ONLY_DAY.matcher(first);
        String whole = day.matches() && month.matches() ? day.group(1) + month.group(1) : first;
        return point(whole).flatMap(from -> point(second).flatMap(to -> parsed("[" + from + ".." + to + "]")));
    }

    /** A year, season, month or day as it is recorded; of a day in numbers only one that has no other reading. */
    private static Optional<String> point(String words) {
        if (words.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            return Optional.of(words);
        }
        Matcher season = SEASON.matcher(words);
        if (season.matches()) {
            for (int i = 1; i <= 4; i++) {
                if (season.group(i) != null) {
                    return Optional.of(season.group(5) + "-" + (20 + i));
                }
            }
        }
        for (Pattern form : List.of(DAY, DAY_AFTER_MONTH, MONTH)) {
            Matcher matcher = form.matcher(words);
            if (matcher.matches()) {
                int word = form == DAY ? 2 : 1;
                Integer month = MONTHS.get(matcher.group(word));
                String day = form == MONTH ? "" : "-" + two(matcher.group(form == DAY ? 1 : 2));
                return Optional.ofNullable(month)
                        .map(m -> matcher.group(matcher.groupCount()) + "-" + two("" + m) + day);
            }
        }
        return numbers(words);
    }

    private static Optional<String> numbers(String words) {
        Matcher yearFirst = YEAR_FIRST.matcher(words);
        if (yearFirst.matches()) {
            String day = yearFirst.group(3) == null ? "" : "-" + two(yearFirst.group(3));
            return Optional.of(yearFirst.group(1) + "-" + two(yearFirst.group(2)) + day);
        }
        Matcher numbers = NUMBERS.matcher(words);
        if (!numbers.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(numbers.group(1));
        int second = Integer.parseInt(numbers.group(2));
        if (first <= 12 && second <= 12 && first != second) {
            return Optional.empty();
        }
        String day = two("" + (first > 12 ? first : second));
        String month = two("" + (first > 12 ? second : first));
        return Optional.of(numbers.group(3) + "-" + month + "-" + day);
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static Optional<HistoricalDate> parsed(String text) {
        return HistoricalDateParser.tried(text);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (String language : List.of("en", "es", "fr", "pt")) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                for (Month month : Month.values()) {
                    String name = Normalizer.normalize(
                                    month.getDisplayName(style, Locale.forLanguageTag(language))
                                            .toLowerCase(Locale.ROOT),
                                    Normalizer.Form.NFD)
                            .replaceAll("\\p{M}|\\.", "");
                    months.putIfAbsent(name, month.getValue());
                }
            }
        }
        months.put("sept", 9);
        return Map.copyOf(months);
    }
}
