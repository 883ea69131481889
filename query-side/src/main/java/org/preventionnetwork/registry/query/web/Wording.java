package org.preventionnetwork.registry.query.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.places.StateCode;
import org.preventionnetwork.registry.api.places.States;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.preventionnetwork.registry.query.language.Tongue;
import org.springframework.context.MessageSource;

/** Says states, dates, numbers and constants in a page's language. */
public final class Wording {
    private final Locale language;
    private final MessageSource texts;
    private final @Nullable LocalDate day;

    Wording(Locale language, MessageSource texts) {
        this(language, texts, null);
    }

    /** @param day of whose names of states use is made; null for today's */
    Wording(Locale language, MessageSource texts, @Nullable LocalDate day) {
        this.language = language;
        this.texts = texts;
        this.day = day;
    }

    public String text(String key, Object... values) {
        return texts.getMessage(key, values, language);
    }

    public String state(String code) {
        StateCode state = new StateCode(code);
        return day == null ? States.name(state, language) : States.name(state, language, day);
    }

    /** What a state is called today, where that is not what it was called on the page's day; else null. */
    public @Nullable String stateToday(String code) {
        String today = States.name(new StateCode(code), language);
        return today.equals(state(code)) ? null : today;
    }

    /** The pages' language that things are said in. */
    public String language() {
        return language.getLanguage();
    }

    /**
     * What something is called in the page's language, where it has a name in it; else its own name.
     *
     * @param names by the tag of their language
     */
    public String called(String name, Map<String, String> names) {
        return names.getOrDefault(language(), name);
    }

    public String states(Collection<String> codes) {
        return codes.stream().map(this::state).sorted().collect(Collectors.joining(", "));
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    /** A constant of the API by its kind: {@code constant("metric", "ALUMNI")}; itself where it has no name. */
    public String constant(String kind, @Nullable Object constant) {
        String name = constant instanceof Enum<?> known ? known.name() : String.valueOf(constant);
        String named = texts.getMessage(kind + "." + name, null, name, language);
        return named == null ? name : named;
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMM uuuu", language).format(day);
    }

    public String instant(Instant instant) {
        return DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", language).format(instant.atOffset(ZoneOffset.UTC))
                + " UTC";
    }

    /** A historical date, with words for what is imprecise about it; what is none is shown as it stands. */
    public String date(@Nullable String text) {
        return said(text, date -> {
            String said = date.isApproximate() ? text("date.about", unqualified(date)) : unqualified(date);
            return date.isUncertain() ? text("date.uncertain", said) : said;
        });
    }

    /** When something is true, within a sentence: in June 2012, on 3 June 2012, on a day between two. */
    public String on(@Nullable String text) {
        return said(text, date -> Tongue.of(language).date("on", date));
    }

    private static String said(@Nullable String text, Function<HistoricalDate, String> words) {
        if (text == null) {
            return "";
        }
        HistoricalDate date;
        try {
            date = HistoricalDate.parse(text);
        } catch (IllegalArgumentException none) {
            return text;
        }
        return words.apply(date);
    }

    private String unqualified(HistoricalDate date) {
        String text = date.isQualified()
                ? date.toString().substring(0, date.toString().length() - 1)
                : date.toString();
        return switch (date.precision()) {
            case YEAR -> text;
            case MONTH -> DateTimeFormatter.ofPattern("LLLL uuuu", language).format(YearMonth.parse(text));
            case DAY -> day(LocalDate.parse(text));
            case SEASON -> text("date.season." + text.substring(5), text.substring(0, 4));
            case UNKNOWN -> text("date.unknown");
            case INTERVAL -> interval(text.substring(1, text.length() - 1));
        };
    }

    private String interval(String bounds) {
        int dots = bounds.indexOf("..");
        String first = bounds.substring(0, dots);
        String last = bounds.substring(dots + 2);
        if (first.isEmpty()) {
            return text("date.before", date(last));
        }
        return last.isEmpty() ? text("date.after", date(first)) : text("date.between", date(first), date(last));
    }
}
