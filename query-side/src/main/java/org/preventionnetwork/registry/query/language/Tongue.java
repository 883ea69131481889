package org.preventionnetwork.registry.query.language;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.preventionnetwork.registry.api.seminars.Nominator;
import org.preventionnetwork.registry.api.time.HistoricalDate;
import org.springframework.web.servlet.support.RequestContextUtils;

/** A language, in which phrases of the bundle {@code sentences} are said of details. */
public final class Tongue {
    /** What the HTTP API tells: English, with dates in the form that they are stored in. Programs may rely on it. */
    public static final Tongue API = new Tongue(Locale.ENGLISH, true);

    private static final Map<String, Tongue> OF_PAGES = Stream.of("en", "es", "fr", "pt")
            .collect(Collectors.toUnmodifiableMap(
                    language -> language, language -> new Tongue(Locale.forLanguageTag(language), false)));

    private static final Pattern STATE = Pattern.compile("[A-Z]{2}|[A-Z]{4}");
    private static final Pattern SOUNDS_LIKE_I =
            Pattern.compile("(i|í|hi(?!e)|hí).*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
    private static final Pattern TAKES_NO_ARTICLE = Pattern.compile(
            "[^ ]*|(?i)(the|an?|la|las|el|los|le|les|une?|una|uma?|os?|as|red|réseau) .*", Pattern.DOTALL);

    private final Locale language;
    private final boolean asWritten;
    private final Texts texts;
    private final Dates dates;
    private final StateNames states;
    private final String[] quotes;
    private final String and;
    private final String andBeforeI;
    private final Map<String, Phrase> phrases = new HashMap<>();

    private Tongue(Locale language, boolean asWritten) {
        this.language = language;
        this.asWritten = asWritten;
        this.texts = Texts.in(language);
        this.dates = new Dates(texts, language, asWritten);
        this.states = new StateNames(texts, language);
        this.quotes = texts.get("quoted").split("\\{text}");
        this.and = texts.get("list.and").replace('_', ' ');
        this.andBeforeI = texts.get("list.and.i").replace('_', ' ');
        texts.all().forEach((key, text) -> {
            if (!key.startsWith("date.")) {
                phrases.put(key, Phrase.of(text));
            }
        });
    }

    /** The language that a page is asked in. */
    public static Tongue of(HttpServletRequest request) {
        return of(RequestContextUtils.getLocale(request));
    }

    /** The pages' own; English for a language that they do not have. */
    public static Tongue of(Locale language) {
        Tongue tongue = OF_PAGES.get(language.getLanguage());
        return tongue == null ? of(Locale.ENGLISH) : tongue;
    }

    /**
     * Names by which a page's sentence calls things: those in its language, where there are. The API's sentences keep to
     * the names themselves.
     *
     * @param names those in a language under {@code name@es}
     */
    Map<String, String> called(Map<String, String> names) {
        String mine = "@" + language.getLanguage();
        if (asWritten || names.keySet().stream().noneMatch(name -> name.endsWith(mine))) {
            return names;
        }
        Map<String, String> called = new HashMap<>(names);
        names.forEach((name, value) -> {
            if (name.endsWith(mine)) {
                called.put(name.substring(0, name.length() - mine.length()), value);
            }
        });
        return called;
    }

    public boolean knows(String key) {
        return phrases.containsKey(key);
    }

    /** @throws IllegalStateException when there is no such phrase, or details that it cannot do without are not there */
    public String say(String key, Details details) {
        StringBuilder out = new StringBuilder();
        if (!phrase(key).say(out, this, details)) {
            throw new IllegalStateException("not enough is known to say " + key);
        }
        return out.toString();
    }

    /** The same, with a capital letter in front. */
    public String sentence(String key, Details details) {
        return capitalised(say(key, details));
    }

    Phrase phrase(String key) {
        Phrase phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("no phrase " + key + " in " + language);
        }
        return phrase;
    }

    /** What a field of a fact is called; the same name may mean something else in another fact. */
    public String field(String fact, String name) {
        String own = texts.find("field." + fact + "." + name);
        return own == null ? texts.get("field." + name) : own;
    }

    /** A field's value, whatever it is; also that there is none. */
    public String value(RecordComponent field, @Nullable Object value) {
        return new Values(this).of(field.getGenericType(), value);
    }

    /**
     * A date in the part that it plays in a sentence, with all that stands around it there.
     *
     * @param role {@code on}, {@code from}, {@code until}, {@code begins} or {@code ends}
     */
    public String date(String role, HistoricalDate date) {
        return dates.say(role, date);
    }

    /** By its tag. */
    public String language() {
        return language.getLanguage();
    }

    String text(String key) {
        return texts.get(key);
    }

    String constant(String type, Object constant) {
        return texts.get(type + "." + (constant instanceof Enum<?> known ? known.name() : constant));
    }

    /** @param form a part of a date in a sentence, the type of a constant, or one of the others here */
    String words(String form, Object value) {
        return switch (form) {
            case "" -> value.toString();
            case "the" -> the(value.toString());
            case "quoted" -> quotes[0] + value + quotes[1];
            case "number" -> number(value);
            case "state" -> states.name(value);
            case "ofState" -> states.of(value);
            case "states" -> list((Collection<?>) value, states::name);
            case "list" -> list((Collection<?>) value, Object::toString);
            case "nominator" -> STATE.matcher(code(value)).matches() ? states.name(code(value)) : code(value);
            case "ofNominator" ->
                STATE.matcher(code(value)).matches()
                        ? states.of(code(value))
                        : texts.get("of").replace("{text}", code(value));
            case "date", "on", "from", "until", "begins", "ends" -> dates.say(form, date(value));
            default ->
                form.startsWith("each ")
                        ? list((Collection<?>) value, item -> say(form.substring("each ".length()), details(item)))
                        : constant(form, value);
        };
    }

    private static String code(Object value) {
        return value instanceof Nominator nominator ? nominator.value() : value.toString();
    }

    private static HistoricalDate date(Object value) {
        return value instanceof HistoricalDate date ? date : HistoricalDate.parse(value.toString());
    }

    private static Details details(Object item) {
        return item instanceof Details details ? details : Details.of((Record) item);
    }

    private String number(Object value) {
        return asWritten
                ? value.toString()
                : NumberFormat.getIntegerInstance(language).format(Long.parseLong(value.toString()));
    }

    /** {@code a, b and c} */
    String list(Collection<?> items, Function<Object, String> words) {
        List<String> said = items.stream().map(words).toList();
        int last = said.size() - 1;
        return last < 1
                ? String.join("", said)
                : String.join(", ", said.subList(0, last)) + and(said.get(last)) + said.get(last);
    }

    /** Spanish says "y", but "e" before the same sound. */
    private String and(String next) {
        return SOUNDS_LIKE_I.matcher(next).matches() ? andBeforeI : and;
    }

    /** A name inside an English sentence: names of several words take the article. */
    private static String the(String name) {
        return TAKES_NO_ARTICLE.matcher(name).matches() ? name : "the " + name;
    }

    public static String capitalised(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
